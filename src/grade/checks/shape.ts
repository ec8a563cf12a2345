import type { CheckDefinition, ParameterValue } from '../../domain/check.ts';
import type { Box } from '../../domain/geometry.ts';
import type { Mark, RecognisedShape } from '../../domain/scene.ts';
import { chosen, plain, textOf } from '../finding.ts';
import { holds, middleOf } from '../geometry/boxes.ts';
import { boxOf, enclosedArea, outlineLength } from '../geometry/outlines.ts';

const CHOICES = ['circle', 'ellipse', 'square', 'rectangle', 'triangle', 'polygon', 'line'] as const;

/** What else a shape is, by what it is recognised as. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  circle: ['ellipse'],
  square: ['rectangle', 'polygon'],
  rectangle: ['polygon'],
  triangle: ['polygon'],
};
const CORNERS: Readonly<Record<string, number>> = { triangle: 3, square: 4, rectangle: 4 };

/** Met when the outline that makes up most of A has the shape. No margin: the reader of the scene has recognised it. */
export const shape: CheckDefinition = {
  name: 'shape',
  summary:
    "A's largest outline is a(n) `is`; a square is also a rectangle, a circle an ellipse, all with corners polygons.",
  subjects: { min: 1, max: 1 },
  wants: 'one',
  parameters: {
    is: { kind: 'choice', choices: CHOICES, doc: 'The shape.' },
    corners: {
      kind: 'number',
      min: 3,
      max: 100,
      integer: true,
      doc: 'With `polygon`: how many corners; any number when left out.',
    },
  },
  validate({ is, corners }) {
    if (is === undefined) return ['expected "is", got nothing; name a shape'];
    if (corners !== undefined && is !== 'polygon') {
      return [`expected "corners" with "is: polygon" only, got ${JSON.stringify(is)}`];
    }
    return [];
  },
  evaluate(input) {
    const subject = chosen(input, 0);
    const own = new Set(subject.thing.marks);
    const found = dominantShape(
      input.scene.marks.filter(({ index }) => own.has(index)),
      subject.ink.box,
    );
    const wanted = describe(textOf(input.parameters, 'is'), input.parameters.corners);
    const seen = found === null ? 'of no known shape' : describe(found.name, cornersOf(found));
    const reason = `${subject.the}'s largest outline is ${seen}; ${wanted} is wanted`;
    return plain(found !== null && isLike(found, input.parameters), reason, [
      { kind: 'box', box: subject.ink.box, label: subject.name, tone: 'subject' },
    ]);
  },
};

/**
 * The shape of the outline that encloses most; among lines, of the longest. One path may hold several things:
 * outlines with their middle outside of the thing's box are not its own.
 */
function dominantShape(marks: readonly Mark[], box: Box): RecognisedShape | null {
  const outlines = marks.flatMap((mark) =>
    mark.outlines.map((outline, index) => ({
      shape: mark.shapes[index] ?? null,
      isOwn: holds(box, middleOf(boxOf(outline))),
      area: enclosedArea(outline),
      length: outlineLength(outline),
    })),
  );
  const order = (one: (typeof outlines)[number], other: (typeof outlines)[number]) =>
    Number(other.isOwn) - Number(one.isOwn) || other.area - one.area || other.length - one.length;
  return outlines.sort(order)[0]?.shape ?? null;
}

function isLike(found: RecognisedShape, { is, corners }: Readonly<Record<string, ParameterValue>>): boolean {
  if (found.name !== is && !(ALSO[found.name] ?? []).includes(String(is))) return false;
  return corners === undefined || cornersOf(found) === corners;
}

function cornersOf(found: RecognisedShape): number | undefined {
  return found.corners ?? CORNERS[found.name];
}

function describe(name: string, corners: ParameterValue | undefined): string {
  const article = name === 'ellipse' ? 'an' : 'a';
  return name === 'polygon' && corners !== undefined
    ? `a polygon with ${corners} corners`
    : `${article} ${name}`;
}
