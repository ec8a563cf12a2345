import { expect, it } from 'vitest';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep } from '../../src/sweep/run-sweep.ts';
import { painting } from '../helpers/judge-world.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/** Draws so many circles in each of its samples. */
function drawing(id: string, circles: readonly number[]) {
  return circleModel(id, {
    onReply: ({ sample }) => ({
      outcome: 'replied',
      text: `\`\`\`latex\n\\begin{tikzpicture}\n${'\\draw (0,0) circle (1);\n'.repeat(circles[sample - 1] ?? 0)}\\end{tikzpicture}\n\`\`\``,
      note: '',
    }),
  });
}

it('tells which samples of a cell show what an earlier one shows, and no others', async () => {
  using store = createRunStore(temporaryFolder());
  const options = sweepOptions(store, {
    tasks: [makeTask('otters/one')],
    models: [drawing('fake/a', [3, 9, 3, 3]), drawing('fake/b', [3, 9, 15, 21])],
    samples: 4,
    reader: painting(),
  });
  await runSweep({ ...options, samples: 1 });
  const repeats = () =>
    Object.fromEntries([...store.listSummaries()].map(({ id, repeats }) => [id, repeats]));
  expect(repeats()).toEqual({
    'otters/one|fake/a|blind|1': undefined,
    'otters/one|fake/b|blind|1': undefined,
  });
  await runSweep(options);
  const [a, b] = ['otters/one|fake/a|blind|', 'otters/one|fake/b|blind|'];
  expect(repeats()).toEqual({
    [`${a}1`]: null,
    [`${a}2`]: null,
    [`${a}3`]: `${a}1`,
    [`${a}4`]: `${a}1`,
    [`${b}1`]: null,
    [`${b}2`]: null,
    [`${b}3`]: null,
    [`${b}4`]: null,
  });
});

it('tells nothing where a drawing is given to be changed: right answers look alike', async () => {
  using store = createRunStore(temporaryFolder());
  const tex = '\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}';
  const task = makeTask('edits/one', { given: { path: 'given.tex', tex } });
  const models = [drawing('fake/a', [3, 3])];
  await runSweep(sweepOptions(store, { tasks: [task], models, samples: 2, reader: painting() }));
  expect([...store.listSummaries()].map(({ repeats }) => repeats)).toEqual([undefined, undefined]);
});

it('takes a picture that can’t be read for one of its own', async () => {
  using store = createRunStore(temporaryFolder());
  const result = await runSweep(sweepOptions(store));
  expect(result).toMatchObject({ finished: 12, troubles: 0 });
  expect(new Set([...store.listSummaries()].map(({ repeats }) => repeats))).toEqual(new Set([null]));
});
