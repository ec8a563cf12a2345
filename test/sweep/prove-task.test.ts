import { describe, expect, it } from 'vitest';
import type { KnownDrawing, Task } from '../../src/domain/task.ts';
import { proveTask } from '../../src/sweep/prove-task.ts';
import { circleReader, echoCompiler, gradeCircles, makeTask } from '../helpers/sweep-world.ts';

/** Known drawings by their files: how many circles, and what they should fail. */
function taskWith(drawings: readonly { file: string; fails: readonly string[] }[]): Task {
  return makeTask('s/a', {
    drawings: drawings.map(({ file, fails }): KnownDrawing => ({ file, fails, path: `drawings/${file}` })),
  });
}

/** `good-2.tex` holds two circles, `bad-3.tex` three; another name holds what can't be compiled. */
async function readDrawing(path: string): Promise<string> {
  const count = /-(\d)\.tex$/.exec(path)?.[1];
  const body = count ? '\\draw (0,0) circle (1);\n'.repeat(Number(count)) : '\\undefined\n';
  return `\\begin{tikzpicture}\n${body}\\draw (0,0) -- (1,1);\n\\end{tikzpicture}\n`;
}

const prove = (task: Task) =>
  proveTask(task, { compiler: echoCompiler(), reader: circleReader(), readDrawing, grade: gradeCircles });

describe('proveTask', () => {
  it('proves a task whose good drawings fail nothing and whose bad ones fail what they say', async () => {
    const files = [
      { file: 'good-2.tex', fails: [] },
      { file: 'bad-3.tex', fails: ['even'] },
      { file: 'bad-0.tex', fails: ['otter-there', 'even'] },
    ];
    const facts = { isProven: true, outcome: 'drawn', clean: true, reason: '', survived: [], unexpected: [] };
    expect(await prove(taskWith(files))).toEqual({
      taskId: 's/a',
      isProven: true,
      drawings: files.map(({ file }) => ({ file, ...facts })),
      criteria: [
        { id: 'otter-there', check: 'there', killedBy: ['bad-0.tex'], mutantKills: 0 },
        { id: 'even', check: 'count', killedBy: ['bad-3.tex', 'bad-0.tex'], mutantKills: 0 },
      ],
      mutants: null,
    });
  });

  it('holds a drawing that only looks wrong to all checks, and makes no mutants of it', async () => {
    const drawings = ['good-2.tex', 'unlike-4.tex', 'unlike-3.tex'].map((file) => ({
      ...{ file, path: `drawings/${file}`, fails: [] },
      ...(file.startsWith('unlike-') && { unlike: ['neat'] }),
    }));
    const mutated: string[] = [];
    const proof = await proveTask(makeTask('s/a', { drawings }), {
      ...{ compiler: echoCompiler(), reader: circleReader(), readDrawing, grade: gradeCircles },
      proveMutants: async (_, { file }) => {
        mutated.push(file);
        const made = { mutants: 0, possible: 0, kinds: {}, unmade: null, kills: {}, survivors: [] };
        return { file, ...made, falseFlips: [], untouched: 0, unread: [] };
      },
    });
    expect(mutated).toEqual(['good-2.tex']);
    expect(proof.drawings.map(({ file, isProven }) => [file, isProven])).toEqual([
      ['good-2.tex', true],
      ['unlike-4.tex', true],
      ['unlike-3.tex', false],
    ]);
  });

  it('says of each drawing what survived and what failed unexpectedly, and which criteria nothing kills', async () => {
    const proof = await prove(
      taskWith([
        { file: 'good-3.tex', fails: [] },
        { file: 'bad-2.tex', fails: ['even'] },
      ]),
    );
    expect(proof.isProven).toBe(false);
    expect(proof.drawings.map(({ file, survived, unexpected }) => ({ file, survived, unexpected }))).toEqual([
      { file: 'good-3.tex', survived: [], unexpected: [{ id: 'even', reason: '3 circles' }] },
      { file: 'bad-2.tex', survived: ['even'], unexpected: [] },
    ]);
    expect(proof.criteria.map(({ killedBy }) => killedBy)).toEqual([[], []]);
  });

  it('does not take a drawing that does not compile for a bad one', async () => {
    const proof = await prove(taskWith([{ file: 'bad-broken.tex', fails: ['otter-there', 'even'] }]));
    expect(proof.drawings).toEqual([
      {
        file: 'bad-broken.tex',
        isProven: false,
        outcome: 'tex-error',
        clean: null,
        reason: 'Undefined control sequence',
        survived: [],
        unexpected: [],
      },
    ]);
  });
});
