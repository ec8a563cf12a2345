import { describe, expect, it } from 'vitest';
import { createRunStore } from '../../src/store/run-store.ts';
import { proveTask } from '../../src/sweep/prove-task.ts';
import { regradeRun } from '../../src/sweep/regrade.ts';
import { runSweep } from '../../src/sweep/run-sweep.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { openTestWorkshop } from '../helpers/workshop.ts';

const check = (id: string, name: string, of: readonly string[], parameters = {}) => ({
  ...{ id, skill: 'reading', check: name, of, needs: [], weight: 0, parameters },
});

/** A ball in a box, or on it: both are right. */
const TASK = makeTask('made/ball', {
  subjects: { ball: { label: 'ball' }, box: { label: 'box' } },
  checks: ['ball', 'box'].map((name) => ({ ...check(`${name}-there`, 'there', [name]), weight: 1 })),
  readings: [
    { name: 'within', checks: [check('within-1', 'inside', ['ball', 'box'])] },
    {
      name: 'on-top',
      checks: [check('on-top-1', 'above', ['ball', 'box']), check('on-top-2', 'touching', ['ball', 'box'])],
    },
  ],
});

const drawing = (y: number) => `\\begin{tikzpicture}
\\draw[thick,part=box] (-1,-1) rectangle (1,1);
\\fill[orange,part=ball] (0,${y}) circle (0.5);
\\end{tikzpicture}`;

describe('a task with readings', () => {
  it('has the reading of each drawing on record, which earns nothing', async () => {
    await using workshop = await openTestWorkshop();
    using store = createRunStore(temporaryFolder());
    const heights = [0, 1.5, 4, 0];
    const model = circleModel('fake/drawer', {
      onReply: ({ sample }) => ({ outcome: 'replied', text: drawing(heights[sample - 1] ?? 0), note: '' }),
    });
    const { grade: _, ...rest } = sweepOptions(store, { tasks: [TASK], models: [model], samples: 4 });
    const options = { ...rest, compiler: workshop.compiler, reader: workshop.reader };
    await runSweep(options);
    const grades = [...store.listSummaries()].map(({ grade }) => [grade.spatial, grade.reading]);
    expect(grades).toEqual([
      [1, 'within'],
      [1, 'on-top'],
      [1, null],
      [1, 'within'],
    ]);
    expect(await regradeRun(options)).toMatchObject({ renderedAgain: 0, gradedAgain: 0 });
  });

  it('is not proven while a known drawing is read in another way than it says', async () => {
    await using workshop = await openTestWorkshop();
    const drawings = ['good-within.tex', 'good-on-top.tex'].map((file) => ({
      ...{ file, path: file, fails: [], reading: 'within' },
    }));
    const readDrawing = async (path: string) => drawing(path === 'good-within.tex' ? 0 : 1.5);
    const proof = await proveTask({ ...TASK, drawings }, { ...workshop, readDrawing });
    expect(proof.drawings.map(({ file, isProven, misread }) => ({ file, isProven, misread }))).toEqual([
      { file: 'good-within.tex', isProven: true, misread: undefined },
      { file: 'good-on-top.tex', isProven: false, misread: { expected: 'within', got: 'on-top' } },
    ]);
  });
});
