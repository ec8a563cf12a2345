import type { CheckDefinition } from '../../domain/check.ts';
import { byMargin, chosen, numberOf, percent, textOf } from '../finding.ts';
import { middleOf } from '../geometry/boxes.ts';
import { mirrorOverlap } from '../geometry/mirror.ts';
import { silhouette } from '../geometry/silhouette.ts';

/** A twentieth of each half may differ: hands that are drawn apart, a lock of hair. A judgement, not measured. */
const LEAST_OVERLAP = 0.9;
/** A line of the masks is two or three pixels wide: without slack, half a pixel would decide about thin drawings. */
const SLACK = 0.01;

/**
 * Met when A is nearly its own mirror image about the middle of its box, as intersection over union of masks. Holes
 * are filled, so that outlines count as what they enclose; colours and what is drawn within the outline play no
 * part. Margin: of the intersection over union.
 */
export const symmetric: CheckDefinition = {
  name: 'symmetric',
  summary:
    "A's silhouette and its mirror image about the middle of A's own box share at least `share` of both together.",
  subjects: { min: 1, max: 1 },
  wants: 'one',
  parameters: {
    axis: {
      kind: 'choice',
      choices: ['vertical', 'horizontal'],
      default: 'vertical',
      doc: 'The line of the mirror: `vertical` compares left with right, `horizontal` top with bottom.',
    },
    share: { kind: 'number', default: LEAST_OVERLAP, min: 0, max: 1, doc: 'Least intersection over union.' },
    ink: {
      kind: 'choice',
      choices: ['visible', 'full'],
      default: 'visible',
      doc: 'What is seen of A, or all of it, what other things cover included.',
    },
    slack: {
      kind: 'number',
      default: SLACK,
      min: 0,
      max: 0.1,
      doc: "How far ink may lie beside its image, a fraction of the diagonal of A's box; a pixel at least.",
    },
  },
  evaluate(input) {
    const { the, name, ink } = chosen(input, 0);
    const axis = textOf(input.parameters, 'axis') === 'vertical' ? 'vertical' : 'horizontal';
    const mask = textOf(input.parameters, 'ink') === 'full' ? ink.full : ink.visible;
    const found = mirrorOverlap(silhouette(mask), { axis, slack: numberOf(input.parameters, 'slack') });
    const least = numberOf(input.parameters, 'share');
    const reason = `${the} and its mirror image about a ${axis} line share ${percent(found)}; ${percent(least)} is needed`;
    const { x, y } = middleOf(ink.box);
    const ends =
      axis === 'vertical'
        ? { from: { x, y: ink.box.yMin }, to: { x, y: ink.box.yMax } }
        : { from: { x: ink.box.xMin, y }, to: { x: ink.box.xMax, y } };
    return byMargin(found - least, reason, [
      { kind: 'box', box: ink.box, label: name, tone: 'subject' },
      { kind: 'line', ...ends, label: 'mirror', tone: 'reference' },
    ]);
  },
};
