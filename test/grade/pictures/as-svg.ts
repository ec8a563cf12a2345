import type { AnalyticCase, Drawing } from '../analytic/page.ts';

/** How many numbers each operator of a path takes, and what SVG calls it. */
const STEPS: Readonly<Record<string, string>> = { m: 'M', l: 'L', c: 'C', h: 'Z' };

interface Pen {
  fill: string;
  stroke: string;
  width: string;
  path: string;
}

/** A drawing of this test as SVG, the one before it faint beneath. */
export function asSvg({ drawing, before }: AnalyticCase): string {
  const old = before === undefined ? '' : `<g opacity=".25">${shapesOf(before)}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#fff" stroke="#ccc" stroke-width="4"/><g transform="matrix(1 0 0 -1 0 300)">${old}${shapesOf(drawing)}</g></svg>\n`;
}

function shapesOf(drawing: Drawing): string {
  return Object.values(drawing)
    .map((ink) => (ink.startsWith('BT') ? lettersOf(ink) : pathsOf(ink)))
    .join('');
}

function lettersOf(ink: string): string {
  const [, x, y, text] = /([\d.]+) ([\d.]+) Td \((.*)\) Tj/u.exec(ink) ?? [];
  return `<text transform="matrix(1 0 0 -1 ${x} ${y})" font-family="sans-serif" font-size="40">${text}</text>`;
}

function pathsOf(ink: string): string {
  const pen: Pen = { fill: '#000', stroke: '#000', width: '1', path: '' };
  const shapes: string[] = [];
  let numbers: string[] = [];
  for (const word of ink.split(/\s+/u)) {
    if (/^-?[\d.]+$/u.test(word)) numbers.push(String(Math.round(100 * Number(word)) / 100));
    else {
      const shape = take(pen, word, numbers);
      if (shape !== null) shapes.push(shape);
      numbers = [];
    }
  }
  return shapes.join('');
}

/** What an operator paints. */
function take(pen: Pen, word: string, numbers: readonly string[]): string | null {
  const step = STEPS[word];
  if (step !== undefined) pen.path += step + numbers.join(' ');
  if (word === 're') pen.path += `M${numbers[0]} ${numbers[1]}h${numbers[2]}v${numbers[3]}h-${numbers[2]}Z`;
  if (word === 'rg') pen.fill = colourOf(numbers);
  if (word === 'G') pen.stroke = colourOf([numbers[0] ?? '0', numbers[0] ?? '0', numbers[0] ?? '0']);
  if (word === 'w') pen.width = String(2 * Number(numbers[0]));
  if (word !== 'f' && word !== 'S') return null;
  const paint =
    word === 'f' ? `fill="${pen.fill}"` : `fill="none" stroke="${pen.stroke}" stroke-width="${pen.width}"`;
  const shape = `<path d="${pen.path}" ${paint}/>`;
  pen.path = '';
  return shape;
}

function colourOf(channels: readonly string[]): string {
  const hex = channels.map((channel) =>
    Math.round(255 * Number(channel))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
