import type { CheckDefinition, Evidence } from '../../domain/check.ts';
import { byMargin, chosen, inD, numberOf, plain } from '../finding.ts';
import { type Join, type Joint, joinOf, widest } from '../geometry/line-joins.ts';

/** Two millimetres in a drawing of 10 cm: TikZ leaves `outer sep` and shortens lines at their tips. */
export const MOST_JOINT_GAP = 0.02;

/**
 * Met when the two ends of the longest open line of L lie on, in or near the silhouettes of A and B, one end each.
 * Pieces that meet end to end are one line; an arrow tip belongs to its end. Margin: what is left of the gap at the
 * worse end, a fraction of D; none where L is no line.
 */
export const connects: CheckDefinition = {
  name: 'connects',
  summary: "The two ends of the line A lie within `gap` × D of B's and C's silhouettes, one each.",
  subjects: { min: 3, max: 3 },
  wants: 'one',
  parameters: {
    gap: {
      kind: 'number',
      default: MOST_JOINT_GAP,
      min: 0,
      max: 1,
      doc: 'Largest gap at an end, a fraction of D.',
    },
  },
  evaluate(input) {
    const join = joinOf(input);
    if (join === null) return plain(false, `${chosen(input, 0).the} has no open line`, []);
    const gap = numberOf(input.parameters, 'gap');
    return byMargin(gap - widest(join), describeGaps(join, gap), evidenceOf(join));
  },
};

/** Both gaps in words, and what is allowed. */
export function describeGaps({ line, start, end }: Join, gap: number): string {
  const one = `${inD(start.gap)} from ${start.thing.the}`;
  return `${line.the} ends ${one} and ${inD(end.gap)} from ${end.thing.the}; at most ${inD(gap)} is joined`;
}

/** The things and the two ends of the line. */
export function evidenceOf({ start, end }: Join): readonly Evidence[] {
  const boxes: Evidence[] = [start, end].map(({ thing }) => ({
    kind: 'box',
    box: thing.ink.box,
    label: thing.name,
    tone: 'reference',
  }));
  return [...boxes, pointOf(start), pointOf(end)];
}

function pointOf({ end, gap }: Joint): Evidence {
  return { kind: 'point', at: end.at, label: end.hasTip ? `tip, ${inD(gap)}` : inD(gap), tone: 'contact' };
}
