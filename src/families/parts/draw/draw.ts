import type { Thing } from '../thing.ts';
import { type AreaStyle, drawAreas } from './areas.ts';
import { drawFigure, type FigureStyle } from './figure.ts';

/** How a drawing of ours is written. The scene is the same in all styles. */
export type Style = AreaStyle | FigureStyle;

/** A figure as paths, and larger, as nodes. */
export const FIGURE_STYLES: readonly [Style, Style] = [{ by: 'paths' }, { by: 'nodes', scale: 1.3 }];

/** A `tikzpicture` of things, in their order. */
export function draw(things: readonly Thing[], style: Style): string {
  return typeof style === 'string' ? drawAreas(things, style) : drawFigure(things, style);
}
