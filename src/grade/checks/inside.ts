import type { CheckDefinition } from '../../domain/check.ts';
import { bothBoxes, byMargin, chosen, numberOf, percent } from '../finding.ts';
import { areaPx, sharedPx } from '../geometry/masks.ts';
import { silhouette } from '../geometry/silhouette.ts';

/** Room for a stroke that lies on the border, or an ear that sticks out. */
const LEAST_SHARE = 0.95;

/** Met when A's ink, seen or covered, lies within B's outer outline. Margin: share of A's ink. */
export const inside: CheckDefinition = {
  name: 'inside',
  summary: "At least `share` of A's ink, covered ink included, lies within B's outline, holes filled.",
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    share: { kind: 'number', default: LEAST_SHARE, min: 0, max: 1, doc: "Least share of A's ink." },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const share = sharedPx(one.ink.full, silhouette(other.ink.full)) / Math.max(1, areaPx(one.ink.full));
    const least = numberOf(input.parameters, 'share');
    const reason = `${percent(share)} of ${one.the} lies within ${other.the}; ${percent(least)} is needed`;
    return byMargin(share - least, reason, bothBoxes(one, other));
  },
};
