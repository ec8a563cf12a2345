import type { CheckDefinition, Evidence } from '../../domain/check.ts';
import { bothBoxes, byMargin, type Chosen, chosen, numberOf, plain } from '../finding.ts';
import { directionOf, turnBetween } from '../geometry/line-direction.ts';

/** Beyond it two lines side by side are plainly seen to run apart. */
export const MOST_TURN_DEG = 5;

/**
 * Defines `parallel` and `perpendicular`: the directions of A and B, of straight lines or of long axes, differ by the
 * angle. Margin: degrees left; none where a thing has no direction (it is round, square or bent).
 */
export function angleCheck({ name, angleDeg }: { name: string; angleDeg: 0 | 90 }): CheckDefinition {
  return {
    name,
    summary: `The directions of A and B (straight lines, or long axes) are ${name} within \`within\` degrees.`,
    subjects: { min: 2, max: 2 },
    wants: 'one',
    parameters: {
      within: { kind: 'number', default: MOST_TURN_DEG, min: 0, max: 44, doc: 'Largest turn, in degrees.' },
    },
    evaluate(input) {
      const [one, other] = [chosen(input, 0), chosen(input, 1)];
      const directions = [one, other].map(({ thing }) => directionOf(thing, input.scene));
      const [first, second] = directions;
      const evidence: Evidence[] = bothBoxes(one, other);
      if (first?.symmetryDeg !== 180) return directionless(one, evidence);
      if (second?.symmetryDeg !== 180) return directionless(other, evidence);
      const turn = turnBetween(first.angleDeg, second.angleDeg, 180);
      const within = numberOf(input.parameters, 'within');
      const reason = `${one.the} and ${other.the} lie at ${inDegrees(turn)}; ${angleDeg}° ± ${inDegrees(within)} is ${name}`;
      return byMargin(within - Math.abs(turn - angleDeg), reason, evidence);
    },
  };
}

/** What is said of a thing that is round, square or bent. */
export function directionless({ the }: Chosen, evidence: readonly Evidence[]) {
  return plain(false, `${the} has no direction: it is round, as broad as long, or bent`, evidence);
}

/** `12.5°` */
export function inDegrees(angle: number): string {
  return `${Number(angle.toFixed(1)) + 0}°`;
}
