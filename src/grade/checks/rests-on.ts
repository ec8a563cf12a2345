import type { CheckDefinition, CheckInput, Evidence, Finding } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import { bothBoxes, byMargin, type Chosen, chosen, inD, numberOf, percent, plain } from '../finding.ts';
import { undersideContact } from '../geometry/contact.ts';
import { meeting } from '../geometry/meeting.ts';

/** As for `touching`. */
const MOST_GAP = 0.01;
/** Feet that cross a ground line, a bowl sunk in a thin table top. */
const MOST_SINK = 0.02;
/** A cup on a table seen from a little above lies partly over the table's top: more room than for `touching`. */
const MOST_OVERLAP = 0.25;

/**
 * Met when A's underside lies on B and A would not tip over: (1) in some columns A's lowest ink has B's silhouette
 * at most `gap` × D below it or `sink` × D above it; (2) that contact is lower than A's centroid; (3) the centroid is
 * over the span of the contact; (4) not more than `overlap` of the smaller is shared. Margin: how far within its
 * span the centroid is, a fraction of D; none where there is no contact; a share for (4).
 */
export const restsOn: CheckDefinition = {
  name: 'rests-on',
  summary:
    "A's underside meets B from above, A's centroid is over the contact, and they share at most `overlap` of the smaller.",
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    gap: { kind: 'number', default: MOST_GAP, min: 0, max: 1, doc: 'How far A may float, a fraction of D.' },
    sink: {
      kind: 'number',
      default: MOST_SINK,
      min: 0,
      max: 1,
      doc: 'How far A may reach below a thin B, a fraction of D.',
    },
    overlap: { kind: 'number', default: MOST_OVERLAP, min: 0, max: 1, doc: 'Largest share of the smaller.' },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const { frame } = input.grounding;
    const { diagonalPt } = input.scene;
    const bodies = meeting(one.ink, other.ink, { frame, diagonalPt });
    const inPx = (key: string) => numberOf(input.parameters, key) * diagonalPt * frame.pxPerPt;
    const contact = undersideContact(bodies.one, bodies.other, {
      floatPx: inPx('gap'),
      sinkPx: inPx('sink'),
    });
    const evidence = bothBoxes(one, other);
    if (contact === null) return plain(false, `nothing of ${other.the} is right under ${one.the}`, evidence);
    const y = frame.yMaxPt - (contact.row + 1) / frame.pxPerPt;
    const from = { x: frame.xMinPt + contact.left / frame.pxPerPt, y };
    const to = { x: frame.xMinPt + (contact.right + 1) / frame.pxPerPt, y };
    const line: Evidence = { kind: 'line', from, to, label: 'contact', tone: 'contact' };
    const overlapLeft = numberOf(input.parameters, 'overlap') - bodies.overlap;
    if (overlapLeft < 0) return tooMuchOverlap({ one, other, overlapLeft }, input, [...evidence, line]);
    return balance({ one, other, from, to }, diagonalPt, [...evidence, line]);
  },
};

function tooMuchOverlap(
  { one, other, overlapLeft }: { one: Chosen; other: Chosen; overlapLeft: number },
  { parameters }: CheckInput,
  evidence: readonly Evidence[],
): Finding {
  const most = numberOf(parameters, 'overlap');
  const shared = `${one.the} and ${other.the} share ${percent(most - overlapLeft)} of the smaller`;
  return byMargin(overlapLeft, `${shared}; at most ${percent(most)} is resting on it`, evidence);
}

function balance(
  { one, other, from, to }: { one: Chosen; other: Chosen; from: Point; to: Point },
  diagonalPt: number,
  evidence: readonly Evidence[],
): Finding {
  const { x, y } = one.ink.centroid;
  if (from.y > y) return plain(false, `${one.the} meets ${other.the} with its upper side only`, evidence);
  const margin = Math.min(x - from.x, to.x - x) / diagonalPt;
  const where = margin >= 0 ? 'over' : `${inD(-margin)} beside`;
  const reason = `${one.the} meets ${other.the} from above, and its centre is ${where} the contact`;
  return byMargin(margin, reason, [
    ...evidence,
    { kind: 'point', at: { x, y }, label: 'centre', tone: margin >= 0 ? 'subject' : 'fault' },
  ]);
}
