import type { CheckDefinition, CheckInput, Evidence } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import { bothBoxes, byMargin, type Chosen, chosen, inD, numberOf, plain } from '../finding.ts';
import { reachOf } from '../geometry/reach.ts';

/** The band of `left-of` and its likes, taken along the line from B to C: it agreed with two raters in 97 % of 152 drawings. */
const BAND = 0.2;
/** Half-way, B and C are then seen from A at 127° or more; a judgement, not measured. */
const MOST_ASIDE = 0.25;
/** Centroids closer than this are at one place; no line leads from one to the other. */
const LEAST_WAY = 0.001;

/**
 * Met when A's centroid lies (1) past B's and before C's along the line through them, by a band as in `left-of`, and
 * (2) near that line: at most `aside` × its length away, or no further than B and C themselves reach on that side
 * (a ball at the height of two tree tops is between the trees). Margin: the least that is left, a fraction of D.
 */
export const between: CheckDefinition = {
  name: 'between',
  summary:
    "Along the line from B's centroid to C's, A's lies past B's and before C's by more than `band` × (both lengths on it); it is at most `aside` × the line's length away from it, or as far as B and C reach.",
  subjects: { min: 3, max: 3 },
  wants: 'one',
  parameters: {
    band: { kind: 'number', default: BAND, min: 0, max: 5, doc: 'Share of both sizes along the line.' },
    aside: {
      kind: 'number',
      default: MOST_ASIDE,
      min: 0,
      max: 5,
      doc: "Largest distance from the line, a share of the line's length.",
    },
  },
  evaluate(input) {
    const [one, first, last] = [chosen(input, 0), chosen(input, 1), chosen(input, 2)];
    const [from, to] = [first.ink.centroid, last.ink.centroid];
    const { diagonalPt } = input.scene;
    const lengthPt = Math.hypot(to.x - from.x, to.y - from.y);
    const evidence: Evidence[] = [
      ...bothBoxes(one, first),
      { kind: 'box', box: last.ink.box, label: last.name, tone: 'reference' },
    ];
    const names = `${first.the} and ${last.the}`;
    if (lengthPt < LEAST_WAY * diagonalPt) return plain(false, `${names} have one centre`, evidence);
    evidence.push({ kind: 'line', from, to, label: inD(lengthPt / diagonalPt), tone: 'contact' });
    const { past, before, near } = roomOf({ one, first, last }, { input, lengthPt });
    const least = Math.min(past.left, before.left, near.left);
    const reason = `${one.the} is ${inD(past.found)} past ${first.the} (${inD(past.limit)} is needed), ${inD(before.found)} before ${last.the} (${inD(before.limit)} is needed) and ${inD(near.found)} beside the line between them (at most ${inD(near.limit)})`;
    return byMargin(least, reason, evidence);
  },
};

interface Trio {
  readonly one: Chosen;
  readonly first: Chosen;
  readonly last: Chosen;
}

/** What is found, where the limit is and what is left to it; fractions of D. */
interface Room {
  readonly found: number;
  readonly limit: number;
  readonly left: number;
}

function roomOf(
  { one, first, last }: Trio,
  { input, lengthPt }: { readonly input: CheckInput; readonly lengthPt: number },
): { past: Room; before: Room; near: Room } {
  const { frame } = input.grounding;
  const [from, to, at] = [first.ink.centroid, last.ink.centroid, one.ink.centroid];
  const along = { x: (to.x - from.x) / lengthPt, y: (to.y - from.y) / lengthPt };
  const place = dot(minus(at, from), along);
  const across = { x: -along.y, y: along.x };
  const offset = dot(minus(at, from), across);
  const side = offset < 0 ? { x: along.y, y: -along.x } : across;
  const extent = ({ ink }: Chosen) => {
    const { back, ahead } = reachOf(ink.visible, frame, { from: ink.centroid, along });
    return back + ahead + 1 / frame.pxPerPt;
  };
  const reach = ({ ink }: Chosen) => reachOf(ink.visible, frame, { from: ink.centroid, along: side }).ahead;
  const band = numberOf(input.parameters, 'band');
  const share = Math.min(1, Math.max(0, place / lengthPt));
  const corridor = (1 - share) * reach(first) + share * reach(last);
  const { diagonalPt } = input.scene;
  const least = (found: number, limit: number) => room({ found, limit, left: found - limit }, diagonalPt);
  const limit = Math.max(numberOf(input.parameters, 'aside') * lengthPt, corridor);
  const found = Math.abs(offset);
  return {
    past: least(place, band * (extent(one) + extent(first))),
    before: least(lengthPt - place, band * (extent(one) + extent(last))),
    near: room({ found, limit, left: limit - found }, diagonalPt),
  };
}

function room({ found, limit, left }: Room, diagonalPt: number): Room {
  return { found: found / diagonalPt, limit: limit / diagonalPt, left: left / diagonalPt };
}

function minus(one: Point, other: Point): Point {
  return { x: one.x - other.x, y: one.y - other.y };
}

function dot(one: Point, other: Point): number {
  return one.x * other.x + one.y * other.y;
}
