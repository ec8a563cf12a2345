import { expect, test } from 'vitest';
import { nearest } from '../../src/util/nearest.ts';

const KNOWN = ['left-of', 'right-of', 'above', 'below', 'colour', 'is'];

test.each([
  ['left-fo', 'left-of'],
  ['color', 'colour'],
  ['ABOVE', 'above'],
  ['abvoe', 'above'],
  ['rightof', 'right-of'],
  ['i', 'is'],
  ['', null],
  ['containment', null],
])('%j is near to %j', (word, expected) => {
  expect(nearest(word, KNOWN)).toBe(expected);
});

test('nothing is near when nothing is known', () => {
  expect(nearest('above', [])).toBeNull();
});
