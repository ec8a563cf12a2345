import type { CheckDefinition, CheckInput, Evidence, Finding } from '../../domain/check.ts';
import type { Box } from '../../domain/geometry.ts';
import { byMargin, type Chosen, chosen, inD, numberOf, percent, textOf } from '../finding.ts';
import { middleOf } from '../geometry/boxes.ts';
import { fineBox } from '../geometry/fine-box.ts';

/** As for `larger-than`: a tenth is where people begin to see a difference. A judgement, not measured. */
const WITHIN = 0.1;
/** About two pixels of the masks: things that stand edge to edge have gaps of nothing, give or take their strokes. */
const LEAST_ROOM = 0.003;
/** As for `touching`: strokes of neighbours lie over each other. */
const MOST_OVERLAP = 0.1;

/**
 * Met when the gaps between neighbours, in their order along the axis on which the centres spread most, differ from
 * their mean by at most `within` × the mean (and 0.3 % of D in any case), and no two overlap on that axis by more
 * than `overlap` of the smaller. Margin: what is left of that room, or of the overlap where two overlap too much; a
 * fraction of D.
 */
export const evenlySpaced: CheckDefinition = {
  name: 'evenly-spaced',
  summary:
    'Along the axis on which the subjects spread most, every gap between neighbours is within `within` × the mean gap (or 0.003 × D) of the mean, and no two overlap on it by more than `overlap` of the smaller.',
  subjects: { min: 3, max: 20 },
  wants: 'one',
  parameters: {
    within: {
      kind: 'number',
      default: WITHIN,
      min: 0,
      max: 1,
      doc: 'Largest deviation, a share of the mean.',
    },
    measure: {
      kind: 'choice',
      choices: ['gaps', 'centres'],
      default: 'gaps',
      doc: 'The space between boxes, or the way from middle to middle (for things of unlike size).',
    },
    overlap: {
      kind: 'number',
      default: MOST_OVERLAP,
      min: 0,
      max: 0.95,
      doc: 'Largest overlap of two on the axis, a share of the smaller; raise it for linked rings.',
    },
  },
  evaluate(input) {
    const row = rowOf(input);
    const { diagonalPt } = input.scene;
    const measure = textOf(input.parameters, 'measure');
    const gaps = neighbours(row).map(
      ([one, other]) => (measure === 'gaps' ? other.low - one.high : other.middle - one.middle) / diagonalPt,
    );
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const worst = Math.max(...gaps.map((gap) => Math.abs(gap - mean)));
    const room = Math.max(numberOf(input.parameters, 'within') * Math.abs(mean), LEAST_ROOM);
    const crowd = crowdOf(row, input);
    const evidence = row.map(({ subject }) => asEvidence(subject));
    if (crowd !== null) return byMargin(crowd.left, crowd.reason, evidence);
    const what = measure === 'gaps' ? 'gaps' : 'ways from middle to middle';
    const reason = `${what} of ${row.map(({ subject }) => subject.the).join(', ')}: ${gaps.map(inD).join(', ')}; at most ${inD(room)} off their mean of ${inD(mean)} is even`;
    return byMargin(room - worst, reason, evidence);
  },
};

interface Placed {
  readonly subject: Chosen;
  readonly low: number;
  readonly high: number;
  readonly middle: number;
}

/** The subjects in their order along the axis on which their middles spread most. */
function rowOf(input: CheckInput): Placed[] {
  const page = { marks: input.scene.marks, frame: input.grounding.frame };
  const all = input.subjects.map((_, index) => chosen(input, index));
  const boxed = all.map((subject) => ({ subject, box: fineBox(subject.thing, page) }));
  const middles = boxed.map(({ box }) => middleOf(box));
  const isWide = spread(middles.map(({ x }) => x)) >= spread(middles.map(({ y }) => y));
  return boxed
    .map(({ subject, box }) => ({ subject, ...span(box, isWide) }))
    .sort((one, other) => one.middle - other.middle);
}

function span({ xMin, xMax, yMin, yMax }: Box, isWide: boolean) {
  const [low, high] = isWide ? [xMin, xMax] : [yMin, yMax];
  return { low, high, middle: (low + high) / 2 };
}

function spread(places: readonly number[]): number {
  return Math.max(...places) - Math.min(...places);
}

function neighbours(row: readonly Placed[]): (readonly [Placed, Placed])[] {
  return row.slice(1).flatMap((other, index) => {
    const one = row[index];
    return one === undefined ? [] : [[one, other] as const];
  });
}

/** The pair that overlaps most beyond what may be, whatever the order of those with one middle; null when none does. `left`: a fraction of D, < 0. */
function crowdOf(
  row: readonly Placed[],
  { parameters, scene }: CheckInput,
): { readonly left: number; readonly reason: Finding['reason'] } | null {
  const most = numberOf(parameters, 'overlap');
  const pairs = row.flatMap((one, at) => row.slice(at + 1).map((other) => [one, other] as const));
  const crowds = pairs.map(([one, other]) => {
    const overlap = Math.min(one.high, other.high) - Math.max(one.low, other.low);
    const smaller = Math.max(Math.min(one.high - one.low, other.high - other.low), Number.EPSILON);
    const reason = `${one.subject.the} and ${other.subject.the} overlap by ${percent(overlap / smaller)} of the smaller; at most ${percent(most)} is spaced`;
    return { left: (most * smaller - overlap) / scene.diagonalPt, reason };
  });
  const worst = crowds.sort((one, other) => one.left - other.left)[0];
  return worst === undefined || worst.left >= -LEAST_ROOM ? null : worst;
}

function asEvidence({ ink, name }: Chosen): Evidence {
  return { kind: 'box', box: ink.box, label: name, tone: 'subject' };
}
