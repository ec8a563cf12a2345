import type { Mark, Outline, RecognisedShape } from '../domain/scene.ts';
import { type SeenColours, seenColours } from '../util/seen-colours.ts';
import { boxOf, growBox } from './marks/matrix.ts';
import type { InkOf } from './masks.ts';

/** Outlines that differ by less than this in each side of their box are drawn along one another. */
const SAME_OUTLINE_PT = 0.3;
// As far as flattening a curve may turn it.
const SAME_TURN_DEG = 2;

/** Looking for holes and for twins takes the square of these; more outlines are texture. */
const MAX_NESTED = 500;
const MAX_PIECES = 3000;

/** What may be a thing: all that is painted along one outline. */
export interface Candidate {
  readonly shape: RecognisedShape | null;
  /** At least one; several where the outline is filled again in another colour (the lens of a Venn diagram, under a clip). */
  readonly coats: readonly Coat[];
}

/** One fill of an outline with the strokes of it, and the colours that a person would name it by. */
export interface Coat {
  readonly colours: SeenColours;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly mark: Mark;
  readonly outline: Outline;
  readonly shape: RecognisedShape | null;
  readonly isWhole: boolean;
  readonly box: NonNullable<ReturnType<typeof boxOf>>;
}

/** What a person would count, of all that was drawn with lines and areas: fill and stroke of one outline once, five discs in one path five times. */
export function findCandidates(
  marks: readonly Mark[],
  isWanted: (shape: RecognisedShape | null) => boolean,
): readonly Candidate[] {
  const groups: Piece[][] = [];
  const pieces = marks.flatMap(piecesOf).filter(({ shape }) => isWanted(shape));
  for (const piece of pieces.slice(0, MAX_PIECES)) {
    const twin = groups.find(([first]) => first !== undefined && isSameOutline(first, piece));
    if (twin === undefined) groups.push([piece]);
    else twin.push(piece);
  }
  return groups.map(candidateOf);
}

function piecesOf(mark: Mark): readonly Piece[] {
  if (mark.kind !== 'path' && mark.kind !== 'shading') return [];
  const boxed = mark.outlines.map((outline, index) => ({
    outline,
    shape: mark.shapes[index] ?? null,
    box: boxOf(outline.points),
  }));
  const hasHoles = mark.fill !== null && boxed.length <= MAX_NESTED;
  const pieces: Piece[] = [];
  for (const { outline, shape, box } of boxed) {
    if (box === null) continue;
    // An outline inside of another one of the same filled path is a hole or a pattern in it, no thing of its own.
    const isInner = hasHoles && boxed.some((other) => other.box !== null && isWithin(box, other.box));
    if (!isInner) pieces.push({ mark, outline, shape, box, isWhole: false });
  }
  const [only, ...others] = pieces;
  return only !== undefined && others.length === 0 ? [{ ...only, isWhole: true }] : pieces;
}

function isWithin(inner: Piece['box'], outer: Piece['box']): boolean {
  const grown = growBox(outer, 1e-6);
  const isInside =
    inner.xMin >= grown.xMin &&
    inner.xMax <= grown.xMax &&
    inner.yMin >= grown.yMin &&
    inner.yMax <= grown.yMax;
  return isInside && areaOf(inner) < areaOf(outer);
}

function areaOf({ xMin, yMin, xMax, yMax }: Piece['box']): number {
  return (xMax - xMin) * (yMax - yMin);
}

function isSameOutline(one: Piece, other: Piece): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_OUTLINE_PT;
  return (
    one.shape?.name === other.shape?.name &&
    isSameTurn(one.shape, other.shape) &&
    near(one.box.xMin, other.box.xMin) &&
    near(one.box.xMax, other.box.xMax) &&
    near(one.box.yMin, other.box.yMin) &&
    near(one.box.yMax, other.box.yMax)
  );
}

/** The two diagonals of a square have the same box, and are two lines. */
function isSameTurn(one: RecognisedShape | null, other: RecognisedShape | null): boolean {
  if (one?.angleDeg === undefined || other?.angleDeg === undefined) return true;
  const apart = Math.abs(one.angleDeg - other.angleDeg) % 180;
  return Math.min(apart, 180 - apart) <= SAME_TURN_DEG;
}

function candidateOf(pieces: readonly Piece[]): Candidate {
  const strokes = pieces.filter(({ mark }) => !isFilled(mark));
  const fills = new Map<string, Piece[]>();
  for (const piece of pieces.filter(({ mark }) => isFilled(mark))) {
    const paint = `${piece.mark.fill} ${piece.mark.fillOpacity}`;
    fills.set(paint, [...(fills.get(paint) ?? []), piece]);
  }
  const shape = pieces[0]?.shape ?? null;
  if (fills.size === 0) return { shape, coats: [coatOf(strokes, strokes)] };
  return { shape, coats: [...fills.values()].map((filled) => coatOf([...filled, ...strokes], pieces)) };
}

function coatOf(pieces: readonly Piece[], all: readonly Piece[]): Coat {
  const filled = pieces.find(({ mark }) => isFilled(mark))?.mark;
  const stroked = mainStroke(all.map(({ mark }) => mark));
  const colours = seenColours({
    fill: filled?.fill ?? null,
    fillOpacity: filled?.fillOpacity ?? 0,
    stroke: stroked?.stroke ?? null,
    strokeOpacity: stroked?.strokeOpacity ?? 0,
  });
  return { colours, pieces };
}

/** Of the strokes along one outline, the one that most is seen of; white only when all that is seen is white (`double`). */
function mainStroke(marks: readonly Mark[]): Mark | undefined {
  const seen = marks
    .filter(({ stroke, strokeOpacity }) => stroke !== null && strokeOpacity > 0)
    .map((mark, at, strokes) => {
      const over = strokes.slice(at + 1).map(({ strokeWidthPt }) => strokeWidthPt);
      return { mark, widthPt: mark.strokeWidthPt - Math.max(0, ...over) };
    })
    .sort((one, other) => other.widthPt - one.widthPt);
  const isShown = ({ mark, widthPt }: (typeof seen)[number]) => widthPt > 0 && mark.stroke !== '#ffffff';
  return (seen.find(isShown) ?? seen[0])?.mark;
}

function isFilled({ fill, fillOpacity }: Mark): boolean {
  return fill !== null && fillOpacity > 0;
}

/** The ink of coats of one outline. */
export function inkOfCoats(coats: readonly Coat[]): InkOf {
  const pieces = [...new Set(coats.flatMap((coat) => coat.pieces))];
  const marks = [...new Set(pieces.map(({ mark }) => mark.index))].sort((a, b) => a - b);
  if (pieces.every(({ isWhole }) => isWhole)) return { marks };
  return { marks, outlines: pieces.map(({ mark, outline }) => ({ mark: mark.index, outline })) };
}
