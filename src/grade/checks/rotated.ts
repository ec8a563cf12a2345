import type { CheckDefinition } from '../../domain/check.ts';
import { byMargin, chosen, numberOf } from '../finding.ts';
import { directionOf, turnBetween } from '../geometry/line-direction.ts';
import { directionless, inDegrees, MOST_TURN_DEG } from './line-angle.ts';

/**
 * Met when A lies at the angle `to`, counter-clockwise from level: its line, its long axis, or the sides of a square
 * or an even triangle. Half a turn changes nothing, nor does a quarter of a square. Margin: degrees left; none where
 * A has no direction.
 */
export const rotated: CheckDefinition = {
  name: 'rotated',
  summary:
    "A's line or long axis (a square's or triangle's longest side) lies at `to` degrees, counter-clockwise from level, within `within`.",
  subjects: { min: 1, max: 1 },
  wants: 'one',
  parameters: {
    to: {
      kind: 'number',
      min: -360,
      max: 360,
      doc: 'The angle in degrees; A looks the same after half a turn.',
    },
    within: {
      kind: 'number',
      default: MOST_TURN_DEG,
      min: 0,
      max: 44,
      doc: 'Largest difference, in degrees.',
    },
  },
  validate: ({ to }) => (to === undefined ? ['expected "to", got nothing; say the angle in degrees'] : []),
  evaluate(input) {
    const subject = chosen(input, 0);
    const box = { kind: 'box', box: subject.ink.box, label: subject.name, tone: 'subject' } as const;
    const direction = directionOf(subject.thing, input.scene);
    if (direction === null) return directionless(subject, [box]);
    const [to, within] = [numberOf(input.parameters, 'to'), numberOf(input.parameters, 'within')];
    const off = turnBetween(direction.angleDeg, to, direction.symmetryDeg);
    const reason = `${subject.the} lies at ${inDegrees(direction.angleDeg)}, ${inDegrees(off)} off; ${inDegrees(to)} ± ${inDegrees(within)} is wanted`;
    return byMargin(within - off, reason, [box]);
  },
};
