import type { CheckDefinition, CheckInput, Finding } from '../../domain/check.ts';
import type { Box, Point } from '../../domain/geometry.ts';
import { bothBoxes, byMargin, chosen, inD, numberOf } from '../finding.ts';

/** Which way a relation points. */
export interface Direction {
  readonly name: 'left-of' | 'right-of' | 'above' | 'below';
  /** As it reads between two names: `left of`. */
  readonly words: string;
  readonly axis: 'x' | 'y';
  /** 1 where the coordinate grows that way. */
  readonly sign: 1 | -1;
}

/**
 * Dead band around "neither". With the axis dominant, 0.2 agreed with two raters in 97 % of 152 drawings that GPT-4
 * made blind for "left of", "right of", "above" and "below"; 0.1 in 95 %, centroids alone in far fewer.
 */
const BAND = 0.2;

/** Defines `left-of` and its likes: centroids differ that way by more than a band. Margin: a fraction of D. */
export function directionCheck(direction: Direction): CheckDefinition {
  return {
    name: direction.name,
    summary: `A's centroid lies ${direction.words} B's by more than \`band\` × (A's ${size(direction)} + B's ${size(direction)}).`,
    subjects: { min: 2, max: 2 },
    wants: 'one',
    parameters: {
      band: { kind: 'number', default: BAND, min: 0.01, max: 5, doc: 'Share of both sizes on the axis.' },
      dominant: {
        kind: 'boolean',
        default: false,
        doc: 'Whether the difference on this axis must also be the larger of the two.',
      },
    },
    evaluate: (input) => evaluate(direction, input),
  };
}

function evaluate(direction: Direction, input: CheckInput): Finding {
  const [one, other] = [chosen(input, 0), chosen(input, 1)];
  const [from, to] = [one.ink.centroid, other.ink.centroid];
  const { diagonalPt } = input.scene;
  const difference = (direction.sign * (from[direction.axis] - to[direction.axis])) / diagonalPt;
  const sizes = extent(one.ink.box, direction.axis) + extent(other.ink.box, direction.axis);
  const needed = (numberOf(input.parameters, 'band') * sizes) / diagonalPt;
  const isDominant = input.parameters.dominant === true;
  const across = isDominant ? acrossDifference(direction, from, to) / diagonalPt : Number.NEGATIVE_INFINITY;
  const where = `${one.the}'s centre is ${inD(difference)} ${direction.words} ${other.the}'s`;
  const isTurned = across > needed;
  const want = isTurned
    ? `the difference across is ${inD(across)} and must not be larger`
    : `${inD(needed)} is needed`;
  return byMargin(difference - Math.max(needed, across), `${where}; ${want}`, [
    ...bothBoxes(one, other),
    { kind: 'line', from, to, label: inD(difference), tone: 'contact' },
  ]);
}

function extent(box: Box, axis: 'x' | 'y'): number {
  return axis === 'x' ? box.xMax - box.xMin : box.yMax - box.yMin;
}

function acrossDifference({ axis }: Direction, from: Point, to: Point): number {
  return Math.abs(axis === 'x' ? from.y - to.y : from.x - to.x);
}

function size({ axis }: Direction): string {
  return axis === 'x' ? 'width' : 'height';
}
