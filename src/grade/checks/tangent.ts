import type { CheckDefinition, CheckInput, Evidence } from '../../domain/check.ts';
import type { Thing } from '../../domain/subject.ts';
import { bothBoxes, byMargin, chosen, inD, numberOf, plain } from '../finding.ts';
import { mainOutlineOf } from '../geometry/main-outline.ts';
import { type Tangency, tangencyOf } from '../geometry/tangency.ts';
import { distancesTo } from '../geometry/visit-places.ts';
import { inDegrees } from './line-angle.ts';

/** Half a millimetre in a drawing of 10 cm, from which `apart` holds: a gap, or a lens where they cross, is seen from there on. */
const MOST_OFF = 0.005;
/** What coordinates of one decimal make of a tangent of usual length; a chord that cuts in at more is seen to. A judgement. */
const MOST_TURN_DEG = 10;
/** A pixel's centre may lie half its diagonal from the ink. */
const SLACK_PX = 1.5;
/** Outlines that lie along one another on more of both than this don't meet in one place. */
const MOST_TOGETHER = 0.5;

/**
 * Met when the main outlines of A and B (the longest of each, pieces that meet end to end being one) touch and don't
 * cross: where they are nearest, the gap is at most `gap` × D; where they cross, neither lies deeper than that beyond
 * the other. Half of each pen's width is taken off, so that it is the ink that touches. At the contact they go the
 * same way, whatever end of a line it is; a corner goes no way. Inside or outside is the same. What is clipped away at
 * the contact touches nothing. Margin: what is left of the gap, a fraction of D; none at a corner, at an angle, for
 * outlines that lie upon each other and for a contact that is cut off.
 */
export const tangent: CheckDefinition = {
  name: 'tangent',
  summary:
    'The main outlines of A and B touch within `gap` × D, smoothly (their directions differ by at most `within` degrees there, and no corner is there), and neither crosses the other deeper than that.',
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    gap: {
      kind: 'number',
      default: MOST_OFF,
      min: 0,
      max: 1,
      doc: 'Largest gap, and largest depth of a crossing, a fraction of D; the widths of the pens come on top.',
    },
    within: {
      kind: 'number',
      default: MOST_TURN_DEG,
      min: 0,
      max: 44,
      doc: 'Largest turn at the contact, in degrees.',
    },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const outlines = [one, other].map(({ thing }) => mainOutlineOf(thing, input));
    const [first, second] = outlines;
    const boxes = bothBoxes(one, other);
    if (!first) return plain(false, `${one.the} has no outline`, boxes);
    if (!second) return plain(false, `${other.the} has no outline`, boxes);
    const [gap, within] = [numberOf(input.parameters, 'gap'), numberOf(input.parameters, 'within')];
    const { diagonalPt } = input.scene;
    const found = tangencyOf(first, second, { diagonalPt, limitPt: gap * diagonalPt });
    const off = found.offPt / diagonalPt;
    const both = `${one.the} and ${other.the}`;
    const how = found.doCross ? `cross ${inD(off)} deep` : `are ${inD(off)} apart`;
    const reason = `${both} ${how}; at most ${inD(gap)} is tangent`;
    const contact: Evidence = { kind: 'point', at: found.at, label: inD(off), tone: 'contact' };
    const evidence = [...boxes, contact];
    if (off > gap) return byMargin(gap - off, reason, evidence);
    const cutOff = [one, other].find(({ thing }) => !hasInkAt(thing, found, input));
    if (cutOff !== undefined) return plain(false, `${cutOff.the} is cut off where they meet`, evidence);
    if (found.together > MOST_TOGETHER) return plain(false, `${both} lie upon each other`, evidence);
    if (found.turnDeg === null) return plain(false, `${both} meet at a corner`, evidence);
    if (found.turnDeg > within) {
      const turn = `${both} meet at ${inDegrees(found.turnDeg)}; at most ${inDegrees(within)} is smooth`;
      return plain(false, turn, evidence);
    }
    return byMargin(gap - off, reason, evidence);
  },
};

/** Whether a thing's ink, also where others cover it, is as near to the contact as the outlines are to each other. */
function hasInkAt({ ink }: Thing, { at, reachPt }: Tangency, { grounding: { frame } }: CheckInput): boolean {
  return distancesTo(ink.full, frame)(at) <= reachPt + SLACK_PX / frame.pxPerPt;
}
