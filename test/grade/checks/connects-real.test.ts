import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { gradeRendered } from '../../../src/sweep/grade-drawing.ts';
import { renderReply } from '../../../src/sweep/render-drawing.ts';
import { taskOf } from '../../helpers/ink.ts';
import { openTestWorkshop, type TestWorkshop } from '../../helpers/workshop.ts';

let workshop: TestWorkshop;
beforeAll(async () => {
  workshop = await openTestWorkshop();
});
afterAll(async () => {
  await workshop[Symbol.asyncDispose]();
});

const { raw } = String;
const SUBJECTS = { a: { label: 'a' }, b: { label: 'b' }, line: { label: 'line' } };
const DEFAULTS = Object.fromEntries(
  CHECKS.map(({ name, parameters }) => [
    name,
    Object.fromEntries(
      Object.entries(parameters).flatMap(([key, spec]) => ('default' in spec ? [[key, spec.default!]] : [])),
    ),
  ]),
);
const TASK = taskOf(
  [
    { id: 'connects', check: 'connects', of: ['line', 'a', 'b'], parameters: DEFAULTS.connects! },
    { id: 'arrow', check: 'arrow', of: ['line', 'a', 'b'], parameters: DEFAULTS.arrow! },
    { id: 'back', check: 'arrow', of: ['line', 'b', 'a'], parameters: DEFAULTS.arrow! },
    { id: 'closed', check: 'closed', of: ['line'], parameters: DEFAULTS.closed! },
  ],
  { subjects: SUBJECTS },
);

/** Ids of the criteria that a line between two nodes meets, or the reason why nothing was drawn. */
async function metBy(line: string): Promise<readonly string[]> {
  const source = raw`\begin{tikzpicture}
    \begin{scope}[part=a]\node[draw, circle] (a) at (0,0) {A};\end{scope}
    \begin{scope}[part=b]\node[draw] (b) at (4,1) {B};\end{scope}
    \begin{scope}[part=line]${line}\end{scope}
  \end{tikzpicture}`;
  const { compiler, reader } = workshop;
  const rendered = await renderReply(source, { compiler, reader, subjects: SUBJECTS });
  if (rendered.outcome !== 'drawn') return [rendered.reason];
  return gradeRendered(TASK, rendered)
    .verdicts.filter(({ outcome }) => outcome === 'met')
    .map(({ id }) => id);
}

describe('lines between nodes in real TikZ', () => {
  test.each([
    [raw`\draw (a) -- (b);`, ['connects']],
    [raw`\draw[dashed, double] (b) to[bend left] (a);`, ['connects']],
    [raw`\draw (a) -- (2,0); \draw (2,0) -- (2,1); \draw (2,1) -- (b);`, ['connects']],
    [raw`\draw[->] (a) -- (b);`, ['connects', 'arrow']],
    [raw`\draw[<-] (b) -- (a);`, ['connects', 'arrow']],
    [raw`\draw[-{Stealth}, thick] (a) to[bend left] (b);`, ['connects', 'arrow']],
    [raw`\draw[-latex, double] (a) edge[bend right] (b);`, ['connects', 'arrow']],
    [raw`\draw[-{Triangle[open]}, very thick] (a) |- (b);`, ['connects', 'arrow']],
    [raw`\path[->, red] (b) edge (a);`, ['connects', 'back']],
    [raw`\draw[<->] (a) -- (b);`, ['connects']],
    [raw`\draw[->] (a) -- (3,1);`, []],
    [raw`\draw[-{Latex}] (a) -- (3,0);`, []],
    [raw`\draw (1,2) -- (3,2) -- (2,3) -- cycle;`, ['closed']],
    [raw`\draw (1,2) -- (3,2); \draw (3,2) -- (2,3); \draw (2,3) -- (1,2);`, ['closed']],
    [raw`\draw (1,2) -- (3,2) -- (2,3) -- (1.2,2.2);`, []],
  ])('%s', async (line, met) => {
    expect(await metBy(line)).toEqual(met);
  });
});
