import type { Point } from '../../../domain/geometry.ts';
import { COLOUR_CODES } from '../colours.ts';
import { boxOf, outlineOf } from '../outline.ts';
import { at, decimal } from '../text.ts';
import { type Item, LETTER_SCALE, LINE_PT, RING_PT, type Thing } from '../thing.ts';

/** Plain paths, or nodes; and how large. */
export interface FigureStyle {
  readonly by: 'paths' | 'nodes';
  readonly scale?: number;
}

/** In points: thick enough to be seen, thin beside everything that is measured. */
const BORDER_PT = 0.8;

/** Items and lines, those with a label in their part. */
export function drawFigure(things: readonly Thing[], { by, scale = 1 }: FigureStyle): string {
  const lines = things.map((thing) => {
    const grown = { thing: scaled(thing, scale), letterScale: scale * LETTER_SCALE };
    const code = by === 'nodes' ? nodeOf(grown) : pathOf(grown);
    return thing.label === undefined
      ? `  ${code}`
      : `  \\begin{scope}[part=${thing.label}]\n    ${code}\n  \\end{scope}`;
  });
  return ['\\begin{tikzpicture}[line join=round, line cap=round]', ...lines, '\\end{tikzpicture}', ''].join(
    '\n',
  );
}

function scaled(thing: Thing, scale: number): Thing {
  if (thing.kind !== 'line') {
    const [x, y, width, height] = [thing.x, thing.y, thing.width, thing.height].map((cm) => cm * scale);
    return { ...thing, x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
  }
  const grown = (from: Point) => ({ x: from.x * scale, y: from.y * scale });
  const widthPt = scale * (thing.widthPt ?? LINE_PT);
  return { ...thing, from: grown(thing.from), to: grown(thing.to), widthPt };
}

/** A thing, already scaled, and how large letters are beside those of the page. */
interface Grown {
  readonly thing: Thing;
  readonly letterScale: number;
}

function pathOf({ thing, letterScale }: Grown): string {
  const code = COLOUR_CODES[thing.colour];
  switch (thing.kind) {
    case 'line':
      return `\\draw[${code}, line width=${decimal(thing.widthPt ?? LINE_PT)}pt] ${place(thing.from)} -- ${place(thing.to)};`;
    case 'word':
      return `\\node[text=${code}, inner sep=0pt, scale=${decimal(letterScale)}] at ${place(thing)} {${thing.text}};`;
    case 'ring':
      return `\\draw[${code}, line width=${RING_PT}pt] ${place(thing)} circle (${decimal(thing.width / 2)});`;
    default:
      return `\\filldraw[fill=${code}, draw=black!65, line width=${BORDER_PT}pt] ${outline(thing)};`;
  }
}

function outline(item: Item): string {
  if (item.kind === 'circle') return `${place(item)} circle (${decimal(item.width / 2)})`;
  const { xMin, yMin, xMax, yMax } = boxOf(item);
  if (item.kind === 'square') return `${at(xMin, yMin)} rectangle ${at(xMax, yMax)}`;
  return `${outlineOf(item).points.map(place).join(' -- ')} -- cycle`;
}

function nodeOf(grown: Grown): string {
  const { thing } = grown;
  const code = COLOUR_CODES[thing.colour];
  if (thing.kind === 'ring')
    return `\\node[circle, draw=${code}, line width=${RING_PT}pt, inner sep=0pt, minimum size=${decimal(thing.width)}cm] at ${place(thing)} {};`;
  if (thing.kind !== 'circle' && thing.kind !== 'square') return pathOf(grown);
  const form = thing.kind === 'circle' ? 'circle' : 'rectangle';
  return `\\node[${form}, fill=${code}, inner sep=0pt, minimum size=${decimal(thing.width)}cm] at ${place(thing)} {};`;
}

function place({ x, y }: Point): string {
  return at(x, y);
}
