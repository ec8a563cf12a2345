import type { SubjectSpec } from '../domain/subject.ts';

/** How far apart placeholders stand, in TikZ's centimetres: each is about 2 wide. */
const STEP = 3;

// TikZ's own `purple` is a red; its `green` is what the word means.
const TIKZ_COLOURS: Readonly<Record<string, string>> = { grey: 'gray', purple: 'violet' };

/** Paths around the origin, 2 wide. */
const OUTLINES: Readonly<Record<string, string>> = {
  circle: '(0,0) circle (1)',
  ellipse: '(0,0) ellipse (1.2 and 0.8)',
  square: '(-1,-1) rectangle (1,1)',
  rectangle: '(-1.2,-0.7) rectangle (1.2,0.7)',
  triangle: '(-1,-1) -- (1,-1) -- (0,1) -- cycle',
  line: '(-1,0) -- (1,0)',
  polyline: '(-1,-0.5) -- (0,0.5) -- (1,-0.5)',
  curve: '(-1,0) .. controls (-0.5,1) and (0.5,-1) .. (1,0)',
};
const STROKED = ['line', 'polyline', 'curve'];

/** One TikZ statement that draws a simple shape of a subject's colour and outline, at a place of its own in the row. */
export function placeholder(spec: SubjectSpec, place: number): string {
  const colour = colourOf(spec.colour);
  const shift = `shift={(${place * STEP},0)}`;
  if (spec.text !== undefined) return `\\node[text=${colour}, ${shift}] at (0,0) {${escapeTex(spec.text)}};`;
  const shape = spec.shape ?? 'circle';
  const outline = shape === 'polygon' ? polygon(spec.corners ?? 5) : OUTLINES[shape];
  if (STROKED.includes(shape)) return `\\draw[draw=${colour}, thick, ${shift}] ${outline};`;
  const edge = colour === 'white' ? 'draw=gray, ' : '';
  return `\\path[${edge}fill=${colour}, ${shift}] ${outline};`;
}

function polygon(corners: number): string {
  const angles = Array.from({ length: corners }, (_, corner) => Math.round(90 + (360 * corner) / corners));
  return [...angles.map((angle) => `(${angle}:1)`), 'cycle'].join(' -- ');
}

function colourOf(colour = 'gray'): string {
  if (!colour.startsWith('#')) return TIKZ_COLOURS[colour] ?? colour;
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  return `{rgb,255:red,${red};green,${green};blue,${blue}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`);
}
