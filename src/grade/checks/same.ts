import type { CheckDefinition } from '../../domain/check.ts';
import { byMargin, chosen, numberOf, percent } from '../finding.ts';
import { compare } from '../geometry/comparison.ts';
import { bestTurn } from '../geometry/likeness.ts';
import { boxNow } from './comparing.ts';

/** People take a thing for the same when it comes nearer by a seventh; a child beside its mother is half her size. A judgement. */
const MOST_GROWTH = 0.15;
/** Paws and tails move from frame to frame; a duck beside an otter shares less than 0.7. A judgement. */
const LEAST_OVERLAP = 0.8;
/** Another otter in another coat is another otter; spots, eyes and light may change. A judgement. */
const LEAST_COLOUR = 0.7;
const SAME_DELTA_E = 0.1;

/**
 * Met when A is who it was in the picture before, wherever it is: about as large, of the same colours, and of the same
 * silhouette when it is turned (by `turn` degrees at most) or mirrored. Margin: the least that is left of the three
 * limits, each in its own unit.
 */
export const same: CheckDefinition = {
  name: 'same',
  summary:
    'A is the one that it was in the picture before, wherever it is: of that size, of those colours and, turned or mirrored, of that silhouette.',
  subjects: { min: 1, max: 1 },
  wants: 'one',
  compares: 'before',
  parameters: {
    share: {
      kind: 'number',
      default: LEAST_OVERLAP,
      min: 0,
      max: 1,
      doc: 'Least intersection over union of the silhouettes at one size, at the best turn.',
    },
    size: {
      kind: 'number',
      default: MOST_GROWTH,
      min: 0,
      max: 10,
      doc: 'Largest change of size, a share of it.',
    },
    colours: {
      kind: 'number',
      default: LEAST_COLOUR,
      min: 0,
      max: 1,
      doc: 'Least share of the silhouette that keeps its colour.',
    },
    turn: { kind: 'number', default: 180, min: 0, max: 180, doc: 'Largest turn, in degrees.' },
    mirrored: { kind: 'boolean', default: true, doc: 'Whether it may look the other way.' },
  },
  evaluate(input) {
    const { parameters } = input;
    const found = compare(input, SAME_DELTA_E);
    const { overlap } = bestTurn(found.before, found.after, {
      mostDeg: numberOf(parameters, 'turn'),
      mayMirror: parameters.mirrored === true,
    });
    const [share, size, colours] = ['share', 'size', 'colours'].map((key) => numberOf(parameters, key));
    const grown = Math.max(found.growth, 1 / found.growth) - 1;
    const left = [
      { margin: overlap - (share ?? 0), words: `its outline shares ${percent(overlap)} with the old one` },
      { margin: (size ?? 0) - grown, words: `it is ${Number(found.growth.toFixed(3))} times as large` },
      { margin: found.kept - (colours ?? 0), words: `${percent(found.kept)} of it keeps its colour` },
    ];
    const least = left.reduce((worst, next) => (next.margin < worst.margin ? next : worst));
    const how = least.margin < 0 ? 'is another' : 'is the same';
    return byMargin(least.margin, `${chosen(input, 0).the} ${how}: ${least.words}`, boxNow(input));
  },
};
