import { COLOUR_CODES } from './colours.ts';
import { at, decimal } from './text.ts';
import type { Shape, Thing } from './things.ts';
import { boxOfThing, cornersOf, LETTER_SCALE, LINE_PT, RING_PT } from './things.ts';

/** How a drawing of ours is written: plain paths, or nodes; and how large. */
export interface Style {
  readonly by: 'paths' | 'nodes';
  readonly scale?: number;
}

/** Widths in points: thick enough to be seen as coloured lines, thin beside everything that is measured. */
const BORDER_PT = 0.8;

/** A `tikzpicture` of things, in their order. */
export function drawThings(things: readonly Thing[], { by, scale = 1 }: Style): string {
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
  const grown = (from: { readonly x: number; readonly y: number }) => ({
    x: from.x * scale,
    y: from.y * scale,
  });
  if (thing.kind === 'line')
    return {
      ...thing,
      from: grown(thing.from),
      to: grown(thing.to),
      widthPt: scale * (thing.widthPt ?? LINE_PT),
    };
  if (thing.kind === 'letter') return { ...thing, at: grown(thing.at) };
  return { ...thing, at: grown(thing.at), size: thing.size * scale };
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
    case 'letter':
      return `\\node[text=${code}, inner sep=0pt, scale=${decimal(letterScale)}] at ${place(thing.at)} {${thing.text}};`;
    case 'ring':
      return `\\draw[${code}, line width=${RING_PT}pt] ${place(thing.at)} circle (${decimal(thing.size / 2)});`;
    default:
      return `\\filldraw[${paint(thing)}] ${outline(thing)};`;
  }
}

function outline(thing: Shape): string {
  if (thing.kind === 'circle') return `${place(thing.at)} circle (${decimal(thing.size / 2)})`;
  const { xMin, yMin, xMax, yMax } = boxOfThing(thing);
  if (thing.kind === 'square') return `${at(xMin, yMin)} rectangle ${at(xMax, yMax)}`;
  return `${cornersOf(thing).points.map(place).join(' -- ')} -- cycle`;
}

function nodeOf(grown: Grown): string {
  const { thing } = grown;
  if (thing.kind === 'ring') {
    const size = `minimum size=${decimal(thing.size)}cm`;
    return `\\node[circle, draw=${COLOUR_CODES[thing.colour]}, line width=${RING_PT}pt, inner sep=0pt, ${size}] at ${place(thing.at)} {};`;
  }
  if (thing.kind !== 'circle' && thing.kind !== 'square') return pathOf(grown);
  const form = thing.kind === 'circle' ? 'circle' : 'rectangle';
  return `\\node[${form}, fill=${COLOUR_CODES[thing.colour]}, inner sep=0pt, minimum size=${decimal(thing.size)}cm] at ${place(thing.at)} {};`;
}

function paint({ colour }: Shape): string {
  const code = COLOUR_CODES[colour];
  return `fill=${code}, draw=black!65, line width=${BORDER_PT}pt`;
}

function place({ x, y }: { readonly x: number; readonly y: number }): string {
  return at(x, y);
}
