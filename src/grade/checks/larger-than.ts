import type { CheckDefinition } from '../../domain/check.ts';
import type { Ink } from '../../domain/subject.ts';
import { bothBoxes, byMargin, chosen, numberOf, textOf } from '../finding.ts';
import { areaPx } from '../geometry/masks.ts';
import { silhouette } from '../geometry/silhouette.ts';

/** Below a tenth people hesitate to say which of two things is larger; a judgement, not measured. */
const FACTOR = 1.1;

/** Met when A's measure is at least `by` times B's. Margin: how far the factor is passed, as a share of `by`. */
export const largerThan: CheckDefinition = {
  name: 'larger-than',
  summary: "A's `measure` is at least `by` times B's.",
  subjects: { min: 2, max: 2 },
  wants: 'one',
  parameters: {
    by: { kind: 'number', default: FACTOR, min: 1.01, max: 1000, doc: 'Least factor.' },
    measure: {
      kind: 'choice',
      choices: ['area', 'width', 'height'],
      default: 'area',
      doc: 'Area of the silhouette (outer outline, holes filled), or width or height of the visible ink.',
    },
  },
  evaluate(input) {
    const [one, other] = [chosen(input, 0), chosen(input, 1)];
    const measure = textOf(input.parameters, 'measure');
    const by = numberOf(input.parameters, 'by');
    const factor = sizeOf(one.ink, measure) / Math.max(sizeOf(other.ink, measure), Number.EPSILON);
    const reason = `${one.the}'s ${measure} is ${Number(factor.toFixed(2))} times ${other.the}'s; ${by} times is needed`;
    return byMargin(factor / by - 1, reason, bothBoxes(one, other));
  },
};

function sizeOf(ink: Ink, measure: string): number {
  if (measure === 'area') return areaPx(silhouette(ink.full));
  const { xMin, xMax, yMin, yMax } = ink.box;
  return measure === 'width' ? xMax - xMin : yMax - yMin;
}
