import { COLOUR_CODES } from '../colours.ts';
import { boxOf, outlineOf } from '../outline.ts';
import { at, decimal } from '../text.ts';
import type { Item, Thing } from '../thing.ts';

/**
 * `filled`: areas with a dark grey rim, which no colour word takes up. `flat`: areas alone. `outlined`: coloured lines
 * around nothing. `small`: areas in a scope that is scaled and moved.
 */
export type AreaStyle = 'filled' | 'flat' | 'outlined' | 'small';

const SMALL = { scale: 0.6, shiftCm: 1.7 };

/** Shapes and words. @throws RangeError for a line. */
export function drawAreas(things: readonly Thing[], style: AreaStyle): string {
  const lines = things.flatMap((thing) => {
    if (thing.kind === 'line') throw new RangeError('expected shapes and words, got a line');
    return [`  % ${thing.name}`, `  ${statement(thing, style)}`];
  });
  const shift = decimal(SMALL.shiftCm);
  const inner =
    style === 'small'
      ? [
          `  \\begin{scope}[shift={(${shift},-${shift})}, scale=${SMALL.scale}, every node/.append style={transform shape}]`,
          ...lines.map((line) => `  ${line}`),
          '  \\end{scope}',
        ]
      : lines;
  return ['\\begin{tikzpicture}', ...inner, '\\end{tikzpicture}'].join('\n');
}

function statement(item: Item, style: AreaStyle): string {
  const code = COLOUR_CODES[item.colour];
  if (item.kind === 'word')
    return `\\node[inner sep=0pt, font=\\Large, text=${code}] at ${at(item.x, item.y)} {${item.text}};`;
  return `${command(code, style)} ${pathOf(item)};`;
}

function command(code: string, style: AreaStyle): string {
  if (style === 'outlined') return `\\draw[${code}, line width=2pt, line join=round]`;
  if (style === 'filled') return `\\filldraw[fill=${code}, draw=black!75, line width=1pt, line join=round]`;
  return `\\fill[${code}]`;
}

/** The path of an item's outline. */
function pathOf(item: Item): string {
  const { x, y, width, kind } = item;
  if (kind === 'circle') return `${at(x, y)} circle[radius=${decimal(width / 2)}]`;
  const { xMin, xMax, yMin, yMax } = boxOf(item);
  if (kind === 'square' || kind === 'rectangle') return `${at(xMin, yMin)} rectangle ${at(xMax, yMax)}`;
  return `${outlineOf(item)
    .points.map((point) => at(point.x, point.y))
    .join(' -- ')} -- cycle`;
}
