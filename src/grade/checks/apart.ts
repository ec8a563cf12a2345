import type { CheckDefinition } from '../../domain/check.ts';
import { bothBoxes, byMargin, chosen, inD, numberOf } from '../finding.ts';
import { meeting } from '../geometry/meeting.ts';

/** Two to four pixels of the masks, half a millimetre in a drawing of 10 cm: less is not seen as a gap. */
const LEAST_GAP = 0.005;

/** Met when there is empty space between the silhouettes. Margin: a fraction of D. */
export const apart: CheckDefinition = {
  name: 'apart',
  summary: 'The gap between the silhouettes of A and B is at least `gap` × D.',
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    gap: { kind: 'number', default: LEAST_GAP, min: 0.002, max: 1, doc: 'Least gap, a fraction of D.' },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const page = { frame: input.grounding.frame, diagonalPt: input.scene.diagonalPt };
    const { gap } = meeting(one.ink, other.ink, page);
    const least = numberOf(input.parameters, 'gap');
    const reason = `${one.the} and ${other.the} are ${inD(gap)} apart; ${inD(least)} is needed`;
    return byMargin(gap - least, reason, bothBoxes(one, other));
  },
};
