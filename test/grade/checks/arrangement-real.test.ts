import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckSpec, Task } from '../../../src/domain/task.ts';
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
type Check = Partial<CheckSpec> & { readonly check: string; readonly of: readonly string[] };

/** True when the check holds for a drawing whose parts are labelled by the names in `of`; else the reason. */
async function holds(body: string, check: Check): Promise<boolean | string> {
  const subjects = Object.fromEntries(check.of.map((label) => [label, { label }]));
  const task: Task = taskOf([{ id: 'it', ...check }], { subjects });
  const source = `\\begin{tikzpicture}${body}\\end{tikzpicture}`;
  const rendered = await renderReply(source, { ...workshop, subjects });
  if (rendered.outcome !== 'drawn') return `${rendered.outcome}: ${rendered.reason}`;
  const [verdict] = gradeRendered(task, rendered).verdicts;
  return verdict?.outcome === 'met' || (verdict?.reason ?? 'no verdict');
}

const part = (label: string, body: string) => raw`\begin{scope}[part=${label}]${body}\end{scope}`;
const row = (...xs: number[]) => {
  const discs = xs.map((x, at) =>
    part('abcdefgh'[at]!, raw`\draw[fill=red, double, thick] (${x},0) circle (.15);`),
  );
  return discs.join('');
};
const inARow = { check: 'evenly-spaced', of: [...'abcdefgh'] };
const fan = (angle: number) =>
  raw`\begin{scope}[rotate=${angle}, scale=.5]\draw[thick] (0,0) ellipse (3 and 1); \fill (-2,0) circle (.4) (2,0) circle (.4);\end{scope}`;
const trio = (x: number, y: number) =>
  part('a', raw`\fill (${x},${y}) circle (.3);`) +
  part('b', raw`\draw (0,0) circle (.3);`) +
  part('c', raw`\node[draw, circle, minimum size=6mm] at (4,4) {};`);
const isBetween = { check: 'between', of: ['a', 'b', 'c'] };
const sizes = (scale: number, other: string) =>
  part('a', raw`\begin{scope}[scale=${scale}, rotate=30]\draw[fill=blue!20] (0,0) circle (1);\end{scope}`) +
  part('b', other);
const curvedDisc = raw`\fill (5,0) .. controls (5,.5523) and (4.5523,1) .. (4,1) .. controls (3.4477,1) and (3,.5523) .. (3,0) .. controls (3,-.5523) and (3.4477,-1) .. (4,-1) .. controls (4.5523,-1) and (5,-.5523) .. cycle;`;
const isTwice = (measure: string, is: number) => ({
  check: 'ratio',
  of: ['a', 'b'],
  parameters: { is, measure },
});
const eye = (x: number) =>
  part('b', raw`\draw[double, thick] (0,0) circle (1);`) +
  part('a', raw`\fill (${x},0) circle (.5);`) +
  raw`\draw (3,-2) rectangle (6,2);`;
const isCentred = { check: 'centred-on', of: ['a', 'b'] };

test.each([
  ['eight small discs in a row are even', row(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5), inARow],
  ['a far row of discs with gaps of thirds is even', row(0, 1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 2, 7 / 3), inARow],
  ['a thin ellipse with two eyes is symmetric', part('a', fan(0)), { check: 'symmetric', of: ['a'] }],
  ['turned upright, too', part('a', fan(90)), { check: 'symmetric', of: ['a'] }],
  ['half-way on a diagonal is between', trio(2, 2), isBetween],
  ['a curved disc is half as wide as one at scale 2', sizes(2, curvedDisc), isTwice('width', 2)],
  ['and has a quarter of its area', sizes(2, curvedDisc), isTwice('area', 4)],
  ['a ratio of 2.18 is still 2', sizes(2.18, curvedDisc), isTwice('height', 2)],
  ['a pupil is centred in an eye', eye(0), isCentred],
  ['a pupil that is nearly centred is centred', eye(0.12), isCentred],
])('%s', async (_, body, check) => {
  expect(await holds(body, check)).toBe(true);
});

test.each([
  ['one of eight a little aside', row(0, 0.5, 1, 1.54, 2, 2.5, 3, 3.5), inARow, /^gaps of/],
  ['an ellipse that is turned', part('a', fan(30)), { check: 'symmetric', of: ['a'] }, /mirror image/],
  ['a corner of a right angle', trio(4, 0), isBetween, /beside the line/],
  ['a place beyond', trio(5, 5), isBetween, /before the c/],
  ['a ratio of 2.25 for 2', sizes(2.25, curvedDisc), isTwice('height', 2), /is wanted$/],
  ['a pupil that looks aside', eye(0.25), isCentred, /off the b's/],
])('%s is told', async (_, body, check, reason) => {
  expect(await holds(body, check)).toMatch(reason);
});
