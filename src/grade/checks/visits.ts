import type { CheckDefinition, CheckInput, Evidence } from '../../domain/check.ts';
import { byMargin, type Chosen, chosen, inD, numberOf, plain } from '../finding.ts';
import { endsOfLine } from '../geometry/line-ends.ts';
import { linesOf } from '../geometry/lines.ts';
import { distance, type Stroke } from '../geometry/path-strokes.ts';
import { seenAtOf } from '../geometry/seen-strokes.ts';
import { silhouette } from '../geometry/silhouette.ts';
import { type DistanceTo, distancesTo, type VisitLimits, visitsOf } from '../geometry/visit-places.ts';
import { longestWalk, type Way } from '../geometry/walk.ts';
import { MOST_JOINT_GAP } from './connects.ts';

/** Ends of pieces this close meet: pgf rounds coordinates to about 0.01 pt. */
const MEET_PT = 1;
const STEPS_IN_D = 500;

/**
 * Met when the line A passes the others in their order. Each is visited where the line comes within `gap` × D of its
 * silhouette, at the middle of that stretch; what else is passed on the way, or passed before, plays no part. A may be drawn in pieces:
 * a walk goes on where ends meet, and through a thing from one piece's end at it to the next one's. The line may be
 * walked either way, and a closed one from anywhere; with `directed` only towards its arrow tips, and the walk must
 * end at one. Margin: what is left of the gap at the worst visit, a fraction of D; none where the order is wrong.
 */
export const visits: CheckDefinition = {
  name: 'visits',
  summary:
    "The line A passes within `gap` × D of the others' silhouettes in the order of the list; either way along it, unless `directed`.",
  subjects: { min: 3, max: 20 },
  wants: 'one',
  parameters: {
    gap: {
      kind: 'number',
      default: MOST_JOINT_GAP,
      min: 0,
      max: 1,
      doc: 'Largest gap between the line and a thing that it visits, a fraction of D.',
    },
    directed: {
      kind: 'boolean',
      default: false,
      doc: 'Whether the line must bear an arrow tip at its end, and is walked towards its tips only.',
    },
  },
  evaluate(input) {
    const line = chosen(input, 0);
    const stops = input.subjects.slice(1).map((_, index) => chosen(input, index + 1));
    const gap = numberOf(input.parameters, 'gap');
    const things = stops.map(({ ink }) => distancesTo(silhouette(ink.full), input.grounding.frame));
    const ways = waysOf(input, line, { things, gapPt: gap * input.scene.diagonalPt });
    if (ways.length === 0) return plain(false, `${line.the} is no line`, []);
    const directed = input.parameters.directed === true;
    const walk = longestWalk(ways, { directed, things: stops.length, meetPt: MEET_PT });
    const evidence = stops.map(asEvidence);
    if (walk.length === stops.length) {
      const worst = Math.max(...walk.map(({ awayPt }) => awayPt)) / input.scene.diagonalPt;
      return byMargin(gap - worst, `${line.the} passes ${namesOf(stops)} in this order`, evidence);
    }
    const missed = stops.filter(
      (_, index) => !ways.some((way) => way.visits.some(({ thing }) => thing === index)),
    );
    const wanted = `${namesOf(stops)} in this order is wanted`;
    if (missed.length > 0)
      return plain(
        false,
        `${line.the} stays more than ${inD(gap)} away from ${namesOf(missed)}; ${wanted}`,
        evidence,
      );
    const reached = stops.slice(0, walk.length);
    const how = directed ? ', walked towards its arrow tip,' : '';
    return plain(
      false,
      `${line.the}${how} passes ${namesOf(reached)} in order, then not ${stops[walk.length]?.the}; ${wanted}`,
      evidence,
    );
  },
};

interface Stops {
  readonly things: readonly DistanceTo[];
  readonly gapPt: number;
}

function waysOf(input: CheckInput, { thing }: Chosen, stops: Stops): readonly Way[] {
  const { lines, tips } = linesOf([thing], input);
  const stepPt = input.scene.diagonalPt / STEPS_IN_D;
  const seenAt = seenAtOf([thing], input);
  // A tip is painted over its line's end and hides nothing.
  const lastTip = Math.max(0, ...tips.map(({ mark }) => mark));
  return lines.map((stroke) => {
    const top = { ...stroke, mark: Math.max(stroke.mark, lastTip) };
    return wayOf(stroke, tips, { ...stops, stepPt, isSeen: (point) => seenAt(top, point) });
  });
}

function wayOf(stroke: Stroke, tips: readonly Stroke[], stops: Stops & VisitLimits): Way {
  const [first, last] = endsOfLine(stroke, tips);
  const points = stroke.closed ? stroke.points : [first.at, ...stroke.points, last.at];
  const { visits: found } = visitsOf({ ...stroke, points }, stops.things, stops);
  const atEnd = (point: typeof first.at) =>
    new Set(stops.things.flatMap((distanceTo, thing) => (distanceTo(point) <= stops.gapPt ? [thing] : [])));
  return {
    ends: [first.at, last.at],
    closed: stroke.closed || distance(first.at, last.at) <= MEET_PT,
    visits: found,
    atEnds: [atEnd(first.at), atEnd(last.at)],
    tips: [first.hasTip, last.hasTip],
  };
}

function namesOf(stops: readonly Chosen[]): string {
  return stops.map(({ the }) => the).join(', ');
}

function asEvidence({ ink, name }: Chosen, index: number): Evidence {
  return { kind: 'box', box: ink.box, label: `${index + 1} ${name}`, tone: 'reference' };
}
