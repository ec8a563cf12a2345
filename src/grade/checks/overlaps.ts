import type { CheckDefinition } from '../../domain/check.ts';
import { bothBoxes, byMargin, chosen, numberOf, percent } from '../finding.ts';
import { meeting } from '../geometry/meeting.ts';

/** Strokes of things that only border share less: 2 % of a square of 3 cm is a strip of 0.6 mm. */
const LEAST_SHARE = 0.02;

/** Met when the silhouettes share a part of the smaller one. Margin: share of the smaller silhouette. */
export const overlaps: CheckDefinition = {
  name: 'overlaps',
  summary: "A's and B's silhouettes (outer outline, holes filled) share at least `share` of the smaller one.",
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    share: { kind: 'number', default: LEAST_SHARE, min: 0, max: 1, doc: 'Least share of the smaller.' },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const page = { frame: input.grounding.frame, diagonalPt: input.scene.diagonalPt };
    const { overlap } = meeting(one.ink, other.ink, page);
    const least = numberOf(input.parameters, 'share');
    const reason = `${one.the} and ${other.the} share ${percent(overlap)} of the smaller; ${percent(least)} is needed`;
    return byMargin(overlap - least, reason, bothBoxes(one, other));
  },
};
