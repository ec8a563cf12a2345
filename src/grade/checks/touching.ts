import type { CheckDefinition } from '../../domain/check.ts';
import { bothBoxes, byMargin, chosen, inD, numberOf, percent } from '../finding.ts';
import { meeting } from '../geometry/meeting.ts';

/** One millimetre in a drawing of 10 cm: strokes of usual width close it. */
const MOST_GAP = 0.01;
/** Beyond it a person says that one lies over the other. */
const MOST_OVERLAP = 0.1;

/**
 * Met when the silhouettes meet without one lying over the other. Margin: what is left of the gap, a fraction of D,
 * while they are apart or may overlap without limit; what is left of the overlap, a share of the smaller, once they
 * overlap.
 */
export const touching: CheckDefinition = {
  name: 'touching',
  summary:
    'The gap between the silhouettes of A and B is at most `gap` × D, and they share at most `overlap` of the smaller.',
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    gap: { kind: 'number', default: MOST_GAP, min: 0, max: 1, doc: 'Largest gap, a fraction of D.' },
    overlap: {
      kind: 'number',
      default: MOST_OVERLAP,
      min: 0,
      max: 1,
      doc: 'Largest share of the smaller; 1 is no limit.',
    },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const page = { frame: input.grounding.frame, diagonalPt: input.scene.diagonalPt };
    const { gap, overlap } = meeting(one.ink, other.ink, page);
    const mostGap = numberOf(input.parameters, 'gap');
    const mostOverlap = numberOf(input.parameters, 'overlap');
    if (overlap > 0 && mostOverlap < 1) {
      const reason = `${one.the} and ${other.the} share ${percent(overlap)} of the smaller; at most ${percent(mostOverlap)} is touching`;
      return byMargin(mostOverlap - overlap, reason, bothBoxes(one, other));
    }
    const apart = `are ${inD(gap)} apart; at most ${inD(mostGap)} is touching`;
    const reason = `${one.the} and ${other.the} ${gap === 0 ? 'meet' : apart}`;
    return byMargin(mostGap - gap, reason, bothBoxes(one, other));
  },
};
