import { hueDifferenceDeg, isNeutral, nearestColourWord } from './colour.ts';

/** How something is painted. Colours `#rrggbb`, opacities 0..1. */
export interface Paint {
  readonly fill: string | null;
  readonly fillOpacity: number;
  readonly stroke: string | null;
  readonly strokeOpacity: number;
}

/** The colours that a person may name something by. */
export interface SeenColours {
  /** What everybody would say. */
  readonly plain: readonly string[];
  /** What passes where nothing has the colour plainly. */
  readonly also: readonly string[];
}

/** Fainter paint is not seen, as for the masks: below 5 % a person sees nothing. */
const LEAST_OPACITY = 0.05;
/** From here on a see-through colour is named by its ink (a lens of a Venn diagram), below by the tint on the page. */
const NAMED_BY_INK = 0.3;
/** `red!30` is 10 degrees from red, `blue!20` 21 from blue; orange is 24 from red, 57 from yellow. */
const SAME_HUE_DEG = 25;

/**
 * The colours of something that is filled, stroked or both. A fill gives its colour. A stroke gives its own where
 * nothing is filled, or white: it is a ring then. Beside a fill of another grey or of the same hue (`draw=red,
 * fill=red!30`) a coloured stroke passes too. A blue disc with a red or black outline stays blue.
 */
export function seenColours(paint: Paint): SeenColours {
  const fill = named(paint.fill, paint.fillOpacity);
  const stroke = named(paint.stroke, paint.strokeOpacity);
  const [filled, stroked] = [fill.plain[0], stroke.plain[0]];
  if (filled === undefined) return stroke;
  if (stroked === undefined) return fill;
  const both = [...fill.also, ...stroke.plain, ...stroke.also];
  if (nearestColourWord(filled) === 'white') {
    if (isNeutral(stroked)) return { plain: fill.plain, also: both };
    return { plain: [...fill.plain, ...stroke.plain], also: [...fill.also, ...stroke.also] };
  }
  const isKin = isNeutral(filled) || hueDifferenceDeg(filled, stroked) <= SAME_HUE_DEG;
  return isKin && !isNeutral(stroked) ? { plain: fill.plain, also: both } : fill;
}

/** A see-through colour over white, mixed as PDF does (per channel). */
export function onWhite(hex: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(255 + (channel - 255) * opacity));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function named(hex: string | null, opacity: number): SeenColours {
  if (hex === null || opacity < LEAST_OPACITY) return { plain: [], also: [] };
  if (opacity > 0.99) return { plain: [hex], also: [] };
  const tint = onWhite(hex, opacity);
  return opacity < NAMED_BY_INK ? { plain: [tint], also: [] } : { plain: [hex], also: [tint] };
}
