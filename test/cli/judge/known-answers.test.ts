import { expect, test } from 'vitest';
import { knownDrawing, shouldMeet } from '../../../src/cli/judge/known-answers.ts';
import type { RubricItem } from '../../../src/domain/rubric.ts';
import type { KnownDrawing } from '../../../src/domain/task.ts';
import { makeTask } from '../../helpers/sweep-world.ts';

const item = (id: string, of?: string): RubricItem => ({
  ...{ kind: 'named', id, skill: 'recognition', weight: 1, needs: [], names: ['otter'] },
  ...(of !== undefined && { of }),
});
const drawing = (file: string, more: Partial<KnownDrawing> = {}): KnownDrawing => ({
  ...{ file, path: `drawings/${file}`, fails: [] },
  ...more,
});

const ITEMS = [item('otter-like', 'otter'), item('plane-like', 'plane'), item('tidy')];
const GOOD = drawing('good-1.tex');
const UNLIKE = drawing('unlike-a-box.tex', { unlike: ['otter-like'] });
const BAD = drawing('bad-no-plane.tex', { fails: ['plane-there', 'otter-on-plane'] });
const UNTIDY = drawing('bad-swapped.tex', { fails: ['otter-left'], unlike: ['tidy'] });

test.each([
  ['a good drawing meets all', GOOD, [true, true, true]],
  ['of one that is only unlike something, no more than that is known', UNLIKE, [false, null, null]],
  ['a bad one does not meet what is asked about a subject that it lacks', BAD, [null, false, null]],
  ['a bad one does not meet what it is unlike', UNTIDY, [null, null, false]],
])('%s', (_, known, expected) => {
  expect(ITEMS.map((each) => shouldMeet(known, each))).toEqual(expected);
});

test('samples of the bundled models are the good drawings and the others, in the order of the task', () => {
  const task = makeTask('s/a', { drawings: [UNLIKE, GOOD, BAD, drawing('good-2.tex'), UNTIDY] });
  const files = (modelId: string) => [1, 2, 3, 4].map((n) => knownDrawing(task, modelId, n)?.file);
  expect({ good: files('bundled/good'), flawed: files('bundled/flawed') }).toEqual({
    good: ['good-1.tex', 'good-2.tex', undefined, undefined],
    flawed: ['unlike-a-box.tex', 'bad-no-plane.tex', 'bad-swapped.tex', undefined],
  });
});
