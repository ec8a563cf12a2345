import { IMAGE_CODES } from './image-codes.ts';
import type { ReaderState } from './reader-state.ts';

/** A colour where a pattern does not say one: neither light nor dark. */
const UNKNOWN = '#808080';

/** Where the middle of what is seen of a shading lies: pgf shows an axial one from 1/4 to 3/4, a radial one to 1/2. */
const MIDDLE_OF_AXIAL = 0.5;
const MIDDLE_OF_RADIAL = 0.35;

/**
 * The colour that stands for a pattern: the ink of an uncoloured tiling, the middle colour of a shading, the last
 * colour of a coloured tiling. Notes raster images inside of a tiling.
 */
export function middleColour(reader: ReaderState, [kind, ...rest]: readonly unknown[]): string {
  if (kind === 'Shading') return shadingColour(reader, rest[0]);
  if (kind !== 'TilingPattern') return UNKNOWN;
  const list = operatorListOf(rest);
  if (list?.fnArray.some((code) => IMAGE_CODES.has(code))) reader.hasRasterImage = true;
  return rest.find(isHex) ?? list?.argsArray.flatMap((args) => args ?? []).findLast(isHex) ?? UNKNOWN;
}

/** The colour in the middle of what is seen of a shading; grey where the shading has no colour stops. */
export function shadingColour(reader: ReaderState, name: unknown): string {
  const shading: unknown = typeof name === 'string' ? reader.objects.shading(name) : null;
  if (!Array.isArray(shading)) return UNKNOWN;
  const middle = shading.includes('radial') ? MIDDLE_OF_RADIAL : MIDDLE_OF_AXIAL;
  // A shading that does not reach beyond its ends has transparent stops there.
  const stops = (shading.find(isStops) ?? []).filter(([, colour]) => isHex(colour));
  const before = stops.findLast(([at]) => at <= middle) ?? stops[0];
  const after = stops.find(([at]) => at > middle) ?? stops.at(-1);
  if (before === undefined || after === undefined) return UNKNOWN;
  const width = after[0] - before[0];
  return mix(before[1], after[1], width > 0 ? Math.min(1, Math.max(0, (middle - before[0]) / width)) : 0);
}

function mix(from: string, to: string, part: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [low, high] = [from, to].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((low ?? 0) + ((high ?? 0) - (low ?? 0)) * part);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/iu.test(value);
}

type Stop = readonly [at: number, colour: string];

function isStops(value: unknown): value is readonly Stop[] {
  return Array.isArray(value) && value.some((stop) => Array.isArray(stop) && isHex(stop[1]));
}

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

function operatorListOf(values: readonly unknown[]): OperatorList | undefined {
  return values.find(
    (value): value is OperatorList => value !== null && typeof value === 'object' && 'fnArray' in value,
  );
}
