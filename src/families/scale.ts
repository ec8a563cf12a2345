import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { ColourWord } from '../util/colour.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { exchanges, type Fault, removals, resizes, shifts } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { choose, chooseSome, shuffle } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import { capital, hyphened, listed, numberWord, withArticle } from './parts/text.ts';
import { type Item, type Layout, subjectsOf } from './parts/thing.ts';

/** How often one size is another, and how that is said. */
const FACTORS = [
  { by: 1.5, words: 'one and a half times as' },
  { by: 2, words: 'twice as' },
  { by: 2.5, words: 'two and a half times as' },
  { by: 3, words: 'three times as' },
  { by: 0.5, words: 'half as' },
] as const;
type Factor = (typeof FACTORS)[number];

/** What is compared: `one` is `factor` times as wide or as tall as `other`; without `other`, as wide as it is tall. */
interface Told {
  readonly one: string;
  readonly other: string | null;
  readonly measure: 'width' | 'height';
  readonly factor: Factor;
}

/** Things beside each other with what is told of their sizes. */
interface Sized {
  readonly layout: Layout;
  readonly told: readonly Told[];
  /** Sentences and checks besides the sizes. */
  readonly extra: readonly { readonly words: string; readonly check: WrittenCheck }[];
}

/** Sizes told by comparison: so many times as wide or as tall as another thing. */
export const scale: Family = {
  name: 'scale',
  summary: 'Sizes told by comparison: twice as wide, half as tall, over one to four steps.',
  levels: [
    'one rectangle, so many times as wide as it is tall',
    'two rectangles of which both width and height are compared',
    'three bars on one line, each compared with the one before',
    'three rectangles, widths and heights, and the shape of one',
    'five bars, compared one after the other in any order',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const { layout, told, extra } = MAKERS[level](random);
  const checks = [...told.map(checkOf), ...extra.map(({ check }) => check), ...endCheck(told)];
  const asked = { subjects: subjectsOf(layout), checks };
  const faults: Fault[] = [
    ...resizes(layout, 1.5),
    ...resizes(layout, 0.6),
    ...exchanges(layout),
    ...shifts(layout, 1.2),
    ...removals(layout),
  ];
  const drawings = isPlain(layout)
    ? knownDrawings({ things: layout, asked, faults, select: narrowest, styles: ['flat', 'small'] })
    : null;
  if (drawings === null) return null;
  const names = layout.map(({ name }) => withArticle(name));
  const sentences = told.map(tell);
  return {
    title:
      layout.length > 1
        ? `${capital(numberWord(layout.length))} rectangles compared`
        : capital(names.join('')),
    prompt: [
      opening(shuffle(random, names)),
      ...(level > 4 ? shuffle(random, sentences) : sentences),
      ...extra.map(({ words }) => words),
      layout.length > 1
        ? 'Fill them with their colours, without outlines.'
        : 'Fill it with its colour, without an outline.',
    ].join(' '),
    tags: ['generated', 'scale'],
    level,
    ...asked,
    drawings,
  };
}

function opening(names: readonly string[]): string {
  if (names.length === 1) return `Draw ${names.join('')}.`;
  return `Draw ${numberWord(names.length)} rectangles side by side that don't touch: ${listed(names)}.`;
}

const GAP_CM = 0.8;

/** Too flat, too large or nearly square ones are hard to see and to draw. */
function isPlain(layout: Layout): boolean {
  return layout.every(({ width, height }) => {
    const isSmall = Math.min(width, height) < 0.5 || Math.max(width, height) > 9;
    const side = Math.max(width / height, height / width);
    return !isSmall && side > 1.15;
  });
}

const MAKERS: Readonly<Record<Level, (random: Random) => Sized>> = {
  1: (random) => {
    const factor = choose(random, FACTORS);
    const [rectangle] = standing(random, [{ width: 2 * factor.by, height: 2 }]);
    const one = rectangle?.name ?? '';
    return {
      layout: rectangle ? [rectangle] : [],
      told: [{ one, other: null, measure: 'width', factor }],
      extra: [],
    };
  },
  2: (random) => pairs(random, 2),
  3: (random) => bars(random, 3),
  4: (random) => {
    const sized = pairs(random, 3);
    const [first] = sized.layout;
    const factor = FACTORS.find(
      ({ by }) => first !== undefined && Math.abs(first.width / first.height - by) < 0.01,
    );
    if (first === undefined || factor === undefined) return { ...sized, layout: [] };
    return { ...sized, told: [{ one: first.name, other: null, measure: 'width', factor }, ...sized.told] };
  },
  5: (random) => bars(random, 5),
};

/** Rectangles of which each is compared with the one before, in width and in height. */
function pairs(random: Random, count: number): Sized {
  const sizes = [{ width: 3 * choose(random, FACTORS).by, height: 3 }];
  const factors: { readonly width: Factor; readonly height: Factor }[] = [];
  for (let index = 1; index < count; index += 1) {
    const by = { width: choose(random, FACTORS), height: choose(random, FACTORS) };
    const last = sizes.at(-1) ?? { width: 1, height: 1 };
    factors.push(by);
    sizes.push({ width: last.width * by.width.by, height: last.height * by.height.by });
  }
  const layout = standing(random, sizes);
  const told = factors.flatMap((factor, index) =>
    (['width', 'height'] as const).map((measure) => ({
      one: layout[index + 1]?.name ?? '',
      other: layout[index]?.name ?? '',
      measure,
      factor: factor[measure],
    })),
  );
  return { layout, told, extra: [] };
}

/** Bars of one width that stand on one line, each so many times as tall as the one before. */
function bars(random: Random, count: number): Sized {
  const heights = [choose(random, [1.2, 2, 3])];
  const told: { measure: 'height'; factor: Factor }[] = [];
  for (let index = 1; index < count; index += 1) {
    const factor = choose(random, FACTORS);
    heights.push((heights.at(-1) ?? 1) * factor.by);
    told.push({ measure: 'height', factor });
  }
  const layout = standing(
    random,
    heights.map((height) => ({ width: 0.8, height })),
  );
  const nameOf = (index: number) => layout[index]?.name ?? '';
  const of = layout.map(({ name }) => hyphened(name));
  const line = {
    words: 'Their lower edges lie on one level line.',
    check: { id: 'on-one-line', skill: 'alignment', check: 'aligned', of, on: 'bottom', within: 0.03 },
  };
  return {
    layout,
    told: told.map((each, index) => ({ ...each, one: nameOf(index + 1), other: nameOf(index) })),
    extra: [line],
  };
}

/** Rectangles side by side on one line, each in another colour. */
function standing(
  random: Random,
  sizes: readonly { readonly width: number; readonly height: number }[],
): Item[] {
  const colours: readonly ColourWord[] = chooseSome(random, BRIGHT_COLOURS, sizes.length);
  let left = 0;
  return sizes.map(({ width, height }, index) => {
    const colour = colours[index] ?? 'red';
    const x = left + width / 2;
    left += width + GAP_CM;
    return { kind: 'rectangle', colour, name: `${colour} rectangle`, x, y: height / 2, width, height };
  });
}

const WIDE = { width: 'wide', height: 'tall' } as const;

function tell({ one, other, measure, factor }: Told): string {
  if (other === null) return `The ${one} is ${factor.words} wide as it is tall.`;
  return `The ${one} is ${factor.words} ${WIDE[measure]} as the ${other}.`;
}

function checkOf({ one, other, measure, factor }: Told): WrittenCheck {
  const id = hyphened(one);
  if (other === null) return { id: `${id}-shape`, skill: 'size', check: 'ratio', of: [id], is: factor.by };
  const than = hyphened(other);
  return {
    id: `${id}-${measure}-by-${than}`,
    skill: 'size',
    check: 'ratio',
    of: [id, than],
    is: factor.by,
    measure,
  };
}

/** What follows for the last bar and the first one, where three or more are compared by one measure. */
function endCheck(told: readonly Told[]): WrittenCheck[] {
  const chain = told.filter(({ measure, other }) => measure === 'height' && other !== null);
  const [first, last] = [chain[0], chain.at(-1)];
  if (chain.length < 2 || !first?.other || last === undefined) return [];
  const is = Math.round(chain.reduce((product, { factor }) => product * factor.by, 1) * 1000) / 1000;
  const of = [hyphened(last.one), hyphened(first.other)];
  // Tolerances of the steps add up.
  const within = 0.2;
  return [
    {
      id: `${of[0]}-height-after-all`,
      skill: 'size',
      check: 'ratio',
      of,
      is,
      within,
      measure: 'height',
      weight: 2,
    },
  ];
}
