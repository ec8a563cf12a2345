import type { CheckDefinition } from '../../domain/check.ts';
import { byMargin, chosen, inD, numberOf, percent } from '../finding.ts';
import { type Compared, compare } from '../geometry/comparison.ts';
import { boxNow, COLOURS, SAME_DELTA_E, SHARE, SIZE, WITHIN } from './comparing.ts';

/**
 * Met when A is in this picture as it was in the one before: its silhouette (covered parts included), its size, its
 * main colours, and its place. Pages of two turns are cropped each for itself and a model may scale the whole, so size
 * and place count against what most of the task's other subjects did; where only one other is left to say, either may
 * have moved, and the place does not count. Frames share a page. What is drawn within the outline counts by the
 * amounts of its colours. Margin: the least that is left of the four limits, each in its own unit.
 */
export const unchanged: CheckDefinition = {
  name: 'unchanged',
  summary:
    "A looks as in the picture before: silhouette, size, main colours and, against the task's other subjects, place.",
  subjects: { min: 1, max: 1 },
  wants: 'one',
  compares: 'before',
  parameters: {
    place: { kind: 'boolean', default: true, doc: 'Whether A must also have stayed where it was.' },
    share: SHARE,
    size: SIZE,
    colours: COLOURS,
    within: WITHIN,
  },
  evaluate(input) {
    const limits = limitsOf(input.parameters);
    const left = whatIsLeft(compare(input, SAME_DELTA_E), limits);
    const least = left.reduce((worst, next) => (next.margin < worst.margin ? next : worst));
    const { the } = chosen(input, 0);
    const how = least.margin < 0 ? `${the} has changed: ` : `${the} is as before; `;
    return byMargin(least.margin, `${how}${least.words}`, boxNow(input));
  },
};

/** How much may change. */
export interface Limits {
  readonly place: boolean;
  readonly share: number;
  readonly size: number;
  readonly colours: number;
  readonly within: number;
}

export function limitsOf(parameters: Parameters<typeof numberOf>[0]): Limits {
  return {
    place: parameters.place !== false,
    share: numberOf(parameters, 'share'),
    size: numberOf(parameters, 'size'),
    colours: numberOf(parameters, 'colours'),
    within: numberOf(parameters, 'within'),
  };
}

interface Left {
  readonly aspect: 'shape' | 'size' | 'colour' | 'place';
  readonly margin: number;
  readonly words: string;
}

/** What is left of each limit, in its own unit, and the measured and the allowed value in words. */
export function whatIsLeft(
  found: Compared,
  { place, share, size, colours, within }: Limits,
): readonly Left[] {
  const grown = Math.max(found.growth, 1 / found.growth) - 1;
  const left: Left[] = [
    {
      aspect: 'shape',
      margin: found.overlap - share,
      words: `its outline shares ${percent(found.overlap)} with the old one, ${percent(share)} is the same`,
    },
    {
      aspect: 'size',
      margin: size - grown,
      words: `its size is ${Number(found.growth.toFixed(3))} times the old one, ${percent(size)} more or less is the same`,
    },
    {
      aspect: 'colour',
      margin: found.kept - colours,
      words: `${percent(found.kept)} of it keeps its colour, ${percent(colours)} is the same`,
    },
  ];
  if (!place || found.off === null) return left;
  const off = inD(found.off);
  if (found.off > within && !found.isSure) return left;
  const words = `it lies ${off} from where it was, ${inD(within)} is the same`;
  return [...left, { aspect: 'place', margin: within - found.off, words }];
}
