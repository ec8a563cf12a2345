import type { WrittenCheck, WrittenDrawing, WrittenTask } from '../../domain/family.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { Random } from '../../util/random.ts';
import { BRIGHT_COLOURS, COLOUR_CODES } from '../parts/colours.ts';
import { chance, chooseSome } from '../parts/pick.ts';
import { at, listed } from '../parts/text.ts';

/** Two level bars and two upright ones cross like a hash; centimetres. */
const HALF_LENGTH = 3;
const HALF_WIDTH = 0.45;
const ASIDE = 1.5;

interface Bar {
  readonly colour: ColourWord;
  /** Middle of the bar. */
  readonly x: number;
  readonly y: number;
  readonly isUpright: boolean;
}

interface Crossing {
  readonly upper: Bar;
  readonly lower: Bar;
}

/** Four bars of which each covers a part of the next one, the last one of the first: the crossings are painted one by one. */
export function ring(random: Random): WrittenTask {
  const bars = barsOf(chooseSome(random, BRIGHT_COLOURS, 4));
  const told = chance(random) ? bars : [...bars].reverse();
  const crossings = told.map((upper, index) => ({ upper, lower: told[(index + 1) % told.length] ?? upper }));
  const names = told.map(({ colour }) => colour);
  const sentences = crossings.map(
    ({ upper, lower }) => `The ${upper.colour} bar covers a part of the ${lower.colour} one.`,
  );
  return {
    title: 'A ring of four bars, each over the next',
    prompt: `Draw four long straight bars, each a rectangle of one solid colour: ${listed(names)}. Two of them are level and two are upright, and they cross like a hash sign (#). ${sentences.join(' ')} Nothing of a bar shows through another one.`,
    tags: ['generated', 'occlusion'],
    level: 5,
    subjects: Object.fromEntries(bars.map(({ colour }) => [nameOf(colour), { shape: 'rectangle', colour }])),
    checks: crossings.map(checkOf),
    drawings: drawingsOf(bars, crossings),
  };
}

/** Around the ring: left, top, right, bottom. */
function barsOf(colours: readonly ColourWord[]): Bar[] {
  const places = [
    [-ASIDE, 0],
    [0, ASIDE],
    [ASIDE, 0],
    [0, -ASIDE],
  ] as const;
  return places.map(([x, y], index) => ({ colour: colours[index] ?? 'red', x, y, isUpright: x !== 0 }));
}

function checkOf({ upper, lower }: Crossing): WrittenCheck {
  const of = [nameOf(upper.colour), nameOf(lower.colour)];
  return { id: of.join('-over-'), skill: 'occlusion', check: 'in-front-of', of };
}

function nameOf(colour: ColourWord): string {
  return `${colour}-bar`;
}

function drawingsOf(bars: readonly Bar[], crossings: readonly Crossing[]): WrittenDrawing[] {
  const flipped = (flip: (index: number) => boolean) =>
    crossings.map((crossing, index) =>
      flip(index) ? { upper: crossing.lower, lower: crossing.upper } : crossing,
    );
  const bad = crossings.map(({ upper, lower }, index) => ({
    file: `bad-${lower.colour}-over-${upper.colour}.tex`,
    source: weave(
      bars,
      flipped((at) => at === index),
    ),
    fails: [idOf(crossings, index)],
  }));
  return [
    { file: 'good-1.tex', source: weave(bars, crossings), fails: [] },
    { file: 'good-2.tex', source: weave(bars, crossings, 0.6), fails: [] },
    ...bad,
    {
      file: 'bad-all-the-other-way-round.tex',
      source: weave(
        bars,
        flipped(() => true),
      ),
      fails: crossings.map((_, index) => idOf(crossings, index)),
    },
  ];
}

function idOf(crossings: readonly Crossing[], index: number): string {
  const crossing = crossings[index];
  return crossing === undefined ? '' : checkOf(crossing).id;
}

/** All bars, then each crossing once more, clipped, with the bar that lies on top there. */
function weave(bars: readonly Bar[], crossings: readonly Crossing[], scale = 1): string {
  const paint = (bar: Bar) => `\\fill[${COLOUR_CODES[bar.colour]}] ${rectangleOf(bar)};`;
  return [
    `\\begin{tikzpicture}[scale=${scale}]`,
    ...bars.map((bar) => `  ${paint(bar)}`),
    ...crossings.flatMap(({ upper, lower }) => [
      `  \\begin{scope} % ${upper.colour} over ${lower.colour}`,
      `    \\clip ${squareAt(upper, lower)};`,
      `    ${paint(upper)}`,
      '  \\end{scope}',
    ]),
    '\\end{tikzpicture}',
  ].join('\n');
}

function rectangleOf({ x, y, isUpright }: Bar): string {
  const [halfX, halfY] = isUpright ? [HALF_WIDTH, HALF_LENGTH] : [HALF_LENGTH, HALF_WIDTH];
  return `${at(x - halfX, y - halfY)} rectangle ${at(x + halfX, y + halfY)}`;
}

/** A little more than where two bars cross. */
function squareAt(one: Bar, other: Bar): string {
  const [x, y] = [one.isUpright ? one.x : other.x, one.isUpright ? other.y : one.y];
  const half = HALF_WIDTH + 0.05;
  return `${at(x - half, y - half)} rectangle ${at(x + half, y + half)}`;
}
