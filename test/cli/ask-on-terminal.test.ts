import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askOnTerminal } from '../../src/cli/ask-on-terminal.ts';

function terminal() {
  const stopper = new AbortController();
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  return { input, output, stopper, streams: { input, output, signal: stopper.signal } };
}

test('the answer is the line that was typed, after the question was shown', async () => {
  const { input, output, streams } = terminal();
  const answer = askOnTerminal('Go on? [y/N] ', streams);
  input.write('yes\nmore\n');
  expect(await answer).toBe('yes');
  expect(output.read()).toBe('Go on? [y/N] ');
});

test('an input that ends is an empty answer', async () => {
  const { input, streams } = terminal();
  const answer = askOnTerminal('Go on? ', streams);
  input.end();
  expect(await answer).toBe('');
});

test('a stop while it waits throws its reason', async () => {
  const { stopper, streams } = terminal();
  const answer = askOnTerminal('Go on? ', streams);
  stopper.abort();
  await expect(answer).rejects.toBe(stopper.signal.reason);
});
