import type { CheckDefinition } from '../../domain/check.ts';
import { byMargin, chosen, inD, numberOf, plain } from '../finding.ts';
import { lineOf } from '../geometry/line-ends.ts';
import { outlineLength } from '../geometry/outlines.ts';
import { distance, strokesOf } from '../geometry/path-strokes.ts';

/** One millimetre in a drawing of 10 cm, as for `touching`: strokes of usual width close it. */
const MOST_GAP = 0.01;

/**
 * Met when A's longest outline is closed or filled, or when its longest line, pieces that meet end to end being one,
 * ends where it began. Margin: what is left of the gap between the ends, a fraction of D.
 */
export const closed: CheckDefinition = {
  name: 'closed',
  summary: "A's outline is closed: the ends of its line are at most `gap` × D apart.",
  subjects: { min: 1, max: 1 },
  wants: 'one',
  parameters: {
    gap: {
      kind: 'number',
      default: MOST_GAP,
      min: 0,
      max: 1,
      doc: 'Largest gap between the ends, a fraction of D.',
    },
  },
  evaluate(input) {
    const subject = chosen(input, 0);
    const gap = numberOf(input.parameters, 'gap');
    const box = { kind: 'box', box: subject.ink.box, label: subject.name, tone: 'subject' } as const;
    const main = [...strokesOf(subject.thing, input.scene)].sort(
      (one, other) => outlineLength(other) - outlineLength(one),
    )[0];
    if (main !== undefined && (main.closed || (main.isFilled && main.points.length > 2)))
      return byMargin(gap, `${subject.the}'s outline is closed`, [box]);
    const line = lineOf(subject.thing, input.scene);
    if (line === null) return plain(false, `${subject.the} has no outline`, [box]);
    const [from, to] = line.ends.map(({ at }) => at);
    if (from === undefined || to === undefined) throw new Error('A line has two ends.');
    const apart = distance(from, to) / input.scene.diagonalPt;
    const reason = `the ends of ${subject.the} are ${inD(apart)} apart; at most ${inD(gap)} is closed`;
    return byMargin(gap - apart, reason, [
      box,
      { kind: 'line', from, to, label: inD(apart), tone: 'contact' },
    ]);
  },
};
