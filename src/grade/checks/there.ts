import type { CheckDefinition, CheckInput, Evidence } from '../../domain/check.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Grounding, Thing } from '../../domain/subject.ts';
import { byMargin, numberOf, percent, plain, subjectAt } from '../finding.ts';
import { areaPx, union } from '../geometry/masks.ts';

/**
 * A dot of the full stop of a caption is less, the smallest sun that people recognise is more: 0.05 % of a drawing
 * of 12 cm × 9 cm is a square of 2.3 mm.
 */
const LEAST_SHARE = 0.0005;

/**
 * What is slim has little ink for its size: a thin line, a letter. It is there when it is this long, as a share of the
 * drawing's diagonal. No disc or square of this size has less ink than `LEAST_SHARE`, whatever the drawing's shape.
 */
const LEAST_LENGTH = 0.018;

/** Letters are read when they are this high or wide: an x of 10 pt is 1 % of the diagonal of 12 cm × 9 cm. */
const LEAST_LETTER = 0.01;

/** Length counts only where most is seen, and where ink runs all along: a hidden thing of which two corners peek out is not long. */
const LEAST_VISIBLE = 0.5;
const LEAST_FILLED = 0.3;

/**
 * Met when a subject has visible ink. Several things that match are there all the same. Margin: share of the drawing's
 * box; where length decides, share of the diagonal.
 */
export const there: CheckDefinition = {
  name: 'there',
  summary:
    "A is there and visible: its visible ink covers at least `share` of the drawing's box, or is slim and long enough to be seen.",
  subjects: { min: 1, max: 1 },
  wants: 'things',
  parameters: {
    share: { kind: 'number', default: LEAST_SHARE, min: 0, max: 1, doc: "Least share of the drawing's box." },
  },
  evaluate(input) {
    const subject = subjectAt(input, 0);
    if (subject.things.length === 0) return plain(false, subject.how, []);
    const share = inkShare(subject.things, input.scene, input.grounding);
    const least = numberOf(input.parameters, 'share');
    const evidence = subject.things.map(asEvidence);
    const what = `found ${subject.how}: ${percent(share)} of the drawing's box is its visible ink`;
    if (share >= least) return byMargin(share - least, what, evidence);
    const spare = Math.max(...subject.things.map((thing) => spareLength(thing, input)));
    if (least > LEAST_SHARE || spare < 0)
      return byMargin(share - least, `${what}; ${percent(least)} is needed`, evidence);
    return byMargin(spare, `${what}, slim but long enough to be seen`, evidence);
  },
};

/** By how much a thing is longer than it must be to be seen, as a share of the diagonal; -1 when its length says nothing. */
function spareLength(
  { ink, marks }: Thing,
  { scene, grounding }: Pick<CheckInput, 'scene' | 'grounding'>,
): number {
  const { xMin, xMax, yMin, yMax } = ink.box;
  const lengthPt = Math.max(xMax - xMin, yMax - yMin);
  const isSlim =
    ink.visiblePx >= LEAST_VISIBLE * ink.fullPx &&
    ink.visiblePx >= LEAST_FILLED * lengthPt * grounding.frame.pxPerPt;
  if (!isSlim || scene.diagonalPt === 0) return -1;
  const isText = marks.every((index) => scene.marks[index]?.kind === 'text');
  return lengthPt / scene.diagonalPt - (isText ? LEAST_LETTER : LEAST_LENGTH);
}

function asEvidence(thing: Thing, index: number, things: readonly Thing[]): Evidence {
  const label = things.length === 1 ? 'there' : `${index + 1} of ${things.length}`;
  return { kind: 'box', box: thing.ink.box, label, tone: 'subject' };
}

function inkShare(things: readonly Thing[], scene: Scene, { frame }: Grounding): number {
  if (scene.box === null) return 0;
  const { xMin, xMax, yMin, yMax } = scene.box;
  // A drawing of one level line has a box without height: it is one pixel high.
  const widthPx = Math.max(1, (xMax - xMin) * frame.pxPerPt);
  const heightPx = Math.max(1, (yMax - yMin) * frame.pxPerPt);
  return Math.min(1, inkPx(things) / (widthPx * heightPx));
}

/** What several show together: two of them may share pixels. */
function inkPx(things: readonly Thing[]): number {
  const [first, ...rest] = things;
  if (first === undefined || rest.length === 0) return first?.ink.visiblePx ?? 0;
  return areaPx(union(first.ink.visible, ...rest.map(({ ink }) => ink.visible)));
}
