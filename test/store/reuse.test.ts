import { describe, expect, it } from 'vitest';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep } from '../../src/sweep/run-sweep.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, circleReader, echoCompiler, gradeCircles, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const SAME = '```latex\n\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}\n```';
const tasks = [makeTask('otters/one')];

/** Draws samples of a model that repeats itself; says how often a drawing was compiled, read and graded. */
async function draw(changes: Parameters<typeof sweepOptions>[1], folder = temporaryFolder()) {
  const counts = { compiled: 0, read: 0, graded: 0 };
  using store = createRunStore(folder);
  await runSweep(
    sweepOptions(store, {
      tasks,
      samples: 5,
      workers: 1,
      models: [circleModel('fake/a', { onReply: () => ({ outcome: 'replied', text: SAME, note: '' }) })],
      compiler: echoCompiler(() => {
        counts.compiled += 1;
        return undefined;
      }),
      reader: circleReader(() => {
        counts.read += 1;
      }),
      grade: (task, rendered) => {
        counts.graded += 1;
        return gradeCircles(task, rendered);
      },
      ...changes,
    }),
  );
  return { counts, folder, samples: [...store.listSamples()] };
}

describe('a model that repeats itself', () => {
  it('is drawn and graded once, and each of its samples has the whole result', async () => {
    const { counts, samples } = await draw({});
    expect(counts).toEqual({ compiled: 1, read: 1, graded: 1 });
    const [first, ...others] = samples.map(({ id, number, rounds, ...rest }) => rest);
    expect(others).toEqual([first, first, first, first]);
    expect(first?.grade.verdicts).toHaveLength(2);
  });

  it('is graded once again for a changed grader, and drawn once again for a changed TeX', async () => {
    const { folder } = await draw({});
    const graded = await draw({ versions: { render: { tex: '1' }, grade: { grader: '2' } } }, folder);
    expect(graded.counts).toEqual({ compiled: 0, read: 0, graded: 1 });
    const drawn = await draw({ versions: { render: { tex: '2' }, grade: { grader: '2' } } }, folder);
    expect(drawn.counts).toEqual({ compiled: 1, read: 1, graded: 0 });
  });

  it('has trouble of ours once for each sample: that is passed on to none', async () => {
    let compiled = 0;
    const compiler = echoCompiler(() => {
      compiled += 1;
      return { outcome: 'sandbox-trouble', reason: 'no bwrap', log: '' };
    });
    await draw({ compiler });
    expect(compiled).toBe(5);
  });
});
