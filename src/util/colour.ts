import { modeOklab, modeRgb, parseHex, useMode } from 'culori/fn';

/** The eleven basic colour words of English (Berlin and Kay, Basic Color Terms, 1969). */
export const COLOUR_WORDS = [
  'black',
  'white',
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
] as const;
export type ColourWord = (typeof COLOUR_WORDS)[number];

/** A colour in OKLab (Ottosson 2020): `l` 0..1, `a` green to red, `b` blue to yellow. */
export interface Oklab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** Hue in degrees, 0..360, and chroma, 0..0.4, of a colour in OKLab, with its lightness. */
interface Oklch {
  readonly l: number;
  readonly chroma: number;
  readonly hueDeg: number;
}

/** Below this chroma people say black, grey or white; `slate grey` has 0.03, `steel blue` 0.05. */
const NEUTRAL_CHROMA = 0.033;
/** Darker than this is black, whatever the hue: `almost black` is 0.16, `very dark brown` 0.18. */
const BLACK_LIGHTNESS = 0.17;
/** A neutral is black up to `black!85`, and white from `gray!10`; `gray!20` and `light grey` (0.89) are grey. */
const NEUTRAL_BLACK_LIGHTNESS = 0.27;
const WHITE_LIGHTNESS = 0.945;
/** `off white` has a chroma of 0.036, `yellow!20` 0.065. */
const OFF_WHITE_CHROMA = 0.045;

const toOklab = useMode(modeOklab);
useMode(modeRgb);

/** @throws RangeError when `hex` is not `#rgb` or `#rrggbb`: callers have validated it. */
export function oklab(hex: string): Oklab {
  const rgb = parseHex(hex);
  if (rgb === undefined) throw new RangeError(`Not a hex colour: "${hex}"`);
  const { l, a, b } = toOklab(rgb);
  return { l, a, b };
}

/** Distance of two colours in OKLab (ΔE_OK, CSS Color 4): 0 for the same, 1 for black and white, about 0.02 just noticeable. */
export function deltaEOk(hexA: string, hexB: string): number {
  return distance(oklab(hexA), oklab(hexB));
}

/**
 * The basic colour word that a person would most likely give to a colour: regions of lightness, chroma and hue in
 * OKLab. Distance to one focal colour a word is not enough: `orange!50` lies nearer to focal pink than to focal
 * orange, and many greys lie nearest to brown. The borders are fitted to the names that some 200,000 people gave in
 * the colour survey of Randall Munroe (2010, xkcd.com/color/rgb.txt, CC0): see the test for how often they agree.
 */
export function nearestColourWord(hex: string): ColourWord {
  return wordOf(oklch(hex));
}

/**
 * All words that a person may give to a colour, the likeliest first: its own, and those of the regions that lie
 * across a border nearby. `black!80` is black to some and grey to others, `teal` green or blue.
 */
export function colourWordsOf(hex: string): readonly ColourWord[] {
  const colour = oklch(hex);
  const words = new Set([wordOf(colour), ...neighboursOf(colour).map(wordOf)]);
  return [...(isTexPurple(colour) ? words.add('purple') : words)];
}

/** `black!80` lies 0.051 from black, `red!50` 0.044 from red. Nothing is lighter than white paper: it stays white. */
const LIGHTNESS_BAND = 0.06;
const PAPER_LIGHTNESS = 0.98;
/** `cyan` lies 7.8 degrees above green and `teal` 5.2 below blue; pure red, 7.8 below orange, stays red. */
const HUE_BAND_DOWN_DEG = 8;
const HUE_BAND_UP_DEG = 7;
/** `brown` lies 12 % of its chroma below orange. */
const CHROMA_BAND = 0.15;

function neighboursOf(colour: Oklch): readonly Oklch[] {
  const { l, chroma, hueDeg } = colour;
  return [
    { ...colour, l: l > PAPER_LIGHTNESS ? l : l - LIGHTNESS_BAND },
    { ...colour, l: Math.min(1, l + LIGHTNESS_BAND) },
    { ...colour, chroma: chroma * (1 - CHROMA_BAND) },
    { ...colour, chroma: chroma * (1 + CHROMA_BAND) },
    { ...colour, hueDeg: (hueDeg + 360 - HUE_BAND_DOWN_DEG) % 360 },
    { ...colour, hueDeg: (hueDeg + HUE_BAND_UP_DEG) % 360 },
  ];
}

/** What xcolor calls `purple` is a crimson, #bf0040; so are its shades and its tints down to `purple!50`. Who wrote the name meant it. */
function isTexPurple({ l, chroma, hueDeg }: Oklch): boolean {
  return (hueDeg < 17 || hueDeg > 342) && l < 0.72 && chroma > 0.1;
}

function wordOf(colour: Oklch): ColourWord {
  const { l } = colour;
  if (l < BLACK_LIGHTNESS) return 'black';
  if (l > 0.97 && colour.hueDeg < 150 && colour.chroma < OFF_WHITE_CHROMA) return 'white';
  if (colour.chroma < NEUTRAL_CHROMA) return neutralWord(l);
  return hueWord(colour);
}

/** Whether people say black, grey or white. */
export function isNeutral(hex: string): boolean {
  return NEUTRALS.has(nearestColourWord(hex));
}

/** Degrees between the hues of two colours, 0..180. */
export function hueDifferenceDeg(hexA: string, hexB: string): number {
  const apart = Math.abs(oklch(hexA).hueDeg - oklch(hexB).hueDeg);
  return Math.min(apart, 360 - apart);
}

const NEUTRALS: ReadonlySet<ColourWord> = new Set<ColourWord>(['black', 'grey', 'white']);

function oklch(hex: string): Oklch {
  const { l, a, b } = oklab(hex);
  return { l, chroma: Math.hypot(a, b), hueDeg: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

function neutralWord(l: number): ColourWord {
  if (l < NEUTRAL_BLACK_LIGHTNESS) return 'black';
  return l > WHITE_LIGHTNESS ? 'white' : 'grey';
}

function hueWord(colour: Oklch): ColourWord {
  const { l, chroma, hueDeg } = colour;
  if (hueDeg < 11) return roseWord(colour);
  if (hueDeg < 37) return redWord(colour);
  if (hueDeg < 80) return orangeWord(colour);
  if (hueDeg < 118) return yellowWord(colour);
  if (hueDeg < (l < 0.7 ? 200 : 187)) return 'green';
  if (hueDeg < 288) return 'blue';
  if (hueDeg >= 342) return roseWord(colour);
  return hueDeg >= 318 && l >= 0.68 && chroma >= 0.1 ? 'pink' : 'purple';
}

/** `deep pink` is pink, `wine red` red. */
function roseWord({ l, hueDeg }: Oklch): ColourWord {
  if (l >= 0.53) return 'pink';
  return hueDeg > 180 ? 'purple' : 'red';
}

/** A light red is pink (`pink!50`, `salmon pink`); a dull one is brown. */
function redWord({ l, chroma }: Oklch): ColourWord {
  if (l >= 0.7 || (l >= 0.62 && chroma < 0.13)) return 'pink';
  return chroma < 0.095 ? 'brown' : 'red';
}

/** Brown is a dark or dull orange: `brown` of xcolor has a chroma of 0.11, `orange!70!black` 0.14. */
function orangeWord({ l, chroma, hueDeg }: Oklch): ColourWord {
  if (l < 0.54 && chroma > 0.13 && hueDeg < 40) return 'red';
  if (l >= 0.88) return 'orange';
  if (l >= 0.8) return chroma >= 0.09 ? 'orange' : 'brown';
  return l >= 0.54 && chroma >= 0.125 ? 'orange' : 'brown';
}

/** A dark yellow is brown where it leans to orange, green where it leans to green (`olive`). */
function yellowWord({ l, chroma, hueDeg }: Oklch): ColourWord {
  if (l < 0.85 && chroma < 0.115 && hueDeg < 95) return 'brown';
  if (l >= 0.72) return 'yellow';
  return hueDeg < 103 ? 'brown' : 'green';
}

/** The basic colour word that is meant (`gray` is `grey`), or null when it is none. */
export function asColourWord(text: string): ColourWord | null {
  const word = text.trim().toLowerCase();
  if (word === 'gray') return 'grey';
  return COLOUR_WORDS.find((known) => known === word) ?? null;
}

/** Whether it is a colour as tasks may write it: `#rgb` or `#rrggbb`. */
export function isHexColour(text: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu.test(text);
}

function distance(one: Oklab, other: Oklab): number {
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}
