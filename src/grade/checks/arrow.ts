import type { CheckDefinition } from '../../domain/check.ts';
import { byMargin, chosen, numberOf, plain } from '../finding.ts';
import { type Join, joinOf, widest } from '../geometry/line-joins.ts';
import { describeGaps, evidenceOf, MOST_JOINT_GAP } from './connects.ts';

/**
 * Met when A connects B and C as `connects` has it, and bears a tip at C's end only. A tip is a small outline, no
 * disc, that lies around the end on both sides of the line. Margin: as for `connects`; none where a tip is wrong.
 */
export const arrow: CheckDefinition = {
  name: 'arrow',
  summary: "The line A connects B and C within `gap` × D, with an arrow tip at C's end and none at B's.",
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
    const tips = describeTips(join);
    const reason = `${describeGaps(join, gap)}; ${tips}`;
    const isRight = join.end.end.hasTip && !join.start.end.hasTip;
    if (!isRight)
      return plain(false, `${reason}, one at ${join.end.thing.the} only is wanted`, evidenceOf(join));
    return byMargin(gap - widest(join), reason, evidenceOf(join));
  },
};

function describeTips({ start, end }: Join): string {
  const tipped = [start, end].filter((joint) => joint.end.hasTip).map(({ thing }) => thing.the);
  return tipped.length === 0 ? 'no end has a tip' : `the tip is at ${tipped.join(' and at ')}`;
}
