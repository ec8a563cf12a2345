import { expect, test } from 'vitest';
import {
  countOf,
  formatBytes,
  formatSpan,
  formatTime,
  formatUsd,
  formatWait,
  spanOf,
} from '../../src/cli/print-amounts.ts';

test.each([
  [0, '$0'],
  [0.000_012, '$0.000012'],
  [0.004_21, '$0.0042'],
  [0.009_99, '$0.0100'],
  [0.01, '$0.01'],
  [1.254, '$1.25'],
  [1250, '$1,250'],
])('%d dollars are written %s', (amount, text) => {
  expect(formatUsd(amount)).toBe(text);
});

test.each([
  [-5, '0 s'],
  [1, '1 s'],
  [12_000, '12 s'],
  [180_000, '3 min'],
  [7_200_000, '2 h'],
])('%d milliseconds are written %s', (ms, text) => {
  expect(formatWait(ms)).toBe(text);
});

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [3_400_000, '3.4 MB'],
])('%d bytes are written %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('counts have commas, and spans are written only where they are some', () => {
  expect([countOf(1, 'sample'), countOf(12_345, 'sample')]).toEqual(['1 sample', '12,345 samples']);
  expect([formatSpan({ fewest: 20, most: 60 }), formatSpan({ fewest: 20, most: 20 })]).toEqual([
    '20–60',
    '20',
  ]);
});

test('a span of one is singular', () => {
  expect(spanOf({ fewest: 1, most: 1 }, 'request')).toBe('1 request');
  expect(spanOf({ fewest: 1, most: 3 }, 'request')).toBe('1–3 requests');
});

test('short times have tenths of seconds', () => {
  expect([formatTime(420), formatTime(9999), formatTime(12_000)]).toEqual(['0.4 s', '10.0 s', '12 s']);
});
