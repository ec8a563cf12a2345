import { COLOUR_CODES } from '../colours.ts';
import { at, decimal } from '../text.ts';
import { boxOf, type Item, type Layout, outlineOf } from './item.ts';

/**
 * How a layout is drawn. `filled`: areas with a dark grey rim, which no colour word takes up. `flat`: areas alone. `outlined`: coloured lines around
 * nothing. `small`: areas in a scope that is scaled and moved. The scene is the same in all of them.
 */
export type Style = 'filled' | 'flat' | 'outlined' | 'small';

const SMALL = { scale: 0.6, shiftCm: 1.7 };

/** A `tikzpicture` of a layout. */
export function draw(layout: Layout, style: Style): string {
  const lines = layout.flatMap((item) => [`  % ${item.name}`, `  ${statement(item, style)}`]);
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

function statement(item: Item, style: Style): string {
  const code = COLOUR_CODES[item.colour];
  if (item.kind === 'word')
    return `\\node[inner sep=0pt, font=\\Large, text=${code}] at ${at(item.x, item.y)} {${item.text}};`;
  return `${command(code, style)} ${pathOf(item)};`;
}

function command(code: string, style: Style): string {
  if (style === 'outlined') return `\\draw[${code}, line width=2pt, line join=round]`;
  if (style === 'filled') return `\\filldraw[fill=${code}, draw=black!75, line width=1pt, line join=round]`;
  return `\\fill[${code}]`;
}

/** The path of an item's outline. */
function pathOf(item: Item): string {
  const { x, y, width, height, kind } = item;
  if (kind === 'circle') return `${at(x, y)} circle[radius=${decimal(width / 2)}]`;
  if (kind === 'ellipse')
    return `${at(x, y)} ellipse[x radius=${decimal(width / 2)}, y radius=${decimal(height / 2)}]`;
  const { left, right, bottom, top } = boxOf(item);
  if (kind === 'square' || kind === 'rectangle') return `${at(left, bottom)} rectangle ${at(right, top)}`;
  return `${outlineOf(item)
    .map((point) => at(point.x, point.y))
    .join(' -- ')} -- cycle`;
}
