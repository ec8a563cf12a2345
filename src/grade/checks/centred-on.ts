import type { CheckDefinition } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import { bothBoxes, byMargin, type Chosen, chosen, inD, numberOf, plain, textOf } from '../finding.ts';
import { boxCentreOf, centroidOf } from '../geometry/centre.ts';
import { intersection, union } from '../geometry/masks.ts';
import { silhouette } from '../geometry/silhouette.ts';

/** As for `aligned`: two millimetres in a drawing of 10 cm. */
const MOST_OFFSET = 0.02;

const AXES: Readonly<Record<string, readonly ('x' | 'y')[]>> = {
  both: ['x', 'y'],
  horizontal: ['x'],
  vertical: ['y'],
};

/**
 * Met when the centres of both bodies lie at one place. A body is the silhouette of what is seen and of what the
 * other one covers: a plate on a table must not push the table's centre away. Margin: what is left of the larger
 * offset, a fraction of D.
 */
export const centredOn: CheckDefinition = {
  name: 'centred-on',
  summary: "A's centre lies within `within` × D of B's on the axes that `axis` names.",
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    axis: {
      kind: 'choice',
      choices: Object.keys(AXES),
      default: 'both',
      doc: '`horizontal` looks at left and right only, `vertical` at up and down only.',
    },
    by: {
      kind: 'choice',
      choices: ['centroid', 'box'],
      default: 'centroid',
      doc: 'Centroids of the silhouettes, or the middles of their boxes (for a thing with an arm or a tail).',
    },
    within: { kind: 'number', default: MOST_OFFSET, min: 0, max: 1, doc: 'Largest offset, a fraction of D.' },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const { frame } = input.grounding;
    const centreOf = textOf(input.parameters, 'by') === 'box' ? boxCentreOf : centroidOf;
    const [from, to] = [centreOf(bodyOf(one, other), frame), centreOf(bodyOf(other, one), frame)];
    const evidence = bothBoxes(one, other);
    if (from === null || to === null) return plain(false, `${one.the} or ${other.the} has no ink`, evidence);
    const axis = textOf(input.parameters, 'axis');
    const offset = largestOffset({ from, to }, AXES[axis] ?? []) / input.scene.diagonalPt;
    const within = numberOf(input.parameters, 'within');
    const way = axis === 'both' ? '' : ` on the ${axis} axis`;
    const reason = `${one.the}'s centre is ${inD(offset)} off ${other.the}'s${way}; at most ${inD(within)} is centred`;
    const line = { kind: 'line', from, to, label: inD(offset), tone: 'contact' } as const;
    return byMargin(within - offset, reason, [...evidence, line]);
  },
};

function bodyOf({ ink }: Chosen, { ink: cover }: Chosen) {
  return silhouette(union(ink.visible, intersection(ink.full, cover.full)));
}

function largestOffset({ from, to }: { from: Point; to: Point }, axes: readonly ('x' | 'y')[]): number {
  return Math.max(...axes.map((axis) => Math.abs(from[axis] - to[axis])));
}
