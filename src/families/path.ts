import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { ColourWord } from '../util/colour.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { FIGURE_STYLES } from './parts/draw/draw.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseSome } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { listed, numberWord } from './parts/text.ts';
import { faultsOf, thingsOf } from './path/faults.ts';
import { type Leg, legsOf, stepsOf, turnOf, type Ways, wayOf } from './path/legs.ts';

/** How many legs each level has, and how their ways are told. `home`: a last straight leg leads back to the start. */
const SIZES: Readonly<
  Record<Level, { readonly legs: number; readonly ways: Ways; readonly isHome: boolean }>
> = {
  1: { legs: 3, ways: 'compass', isHome: false },
  2: { legs: 5, ways: 'compass', isHome: false },
  3: { legs: 5, ways: 'turns', isHome: false },
  4: { legs: 6, ways: 'turns', isHome: true },
  5: { legs: 8, ways: 'turns', isHome: true },
};

/** A path is told leg by leg, each in its own colour; where it leads must be worked out. */
export const path: Family = {
  name: 'path',
  summary: 'A path on a grid is told step by step; it is to be drawn, each leg in its own colour.',
  levels: [
    'three legs: right, up, left, down',
    'five legs',
    'five legs, told as turns to the left and right',
    'six legs by turns, and a straight way home',
    'eight legs by turns, and a straight way home',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const { legs: count, ways, isHome } = SIZES[level];
  const colours = chooseSome(random, BRIGHT_COLOURS, count + (isHome ? 1 : 0));
  const legs = legsOf(random, {
    colours: colours.slice(0, count),
    homeColour: isHome ? colours[count] : undefined,
  });
  if (legs === null) return null;
  const asked = { subjects: subjectsOf(legs, isHome), checks: checksOf(legs, isHome) };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    styles: FIGURE_STYLES,
    things: thingsOf(legs, isHome),
    faults: faultsOf(legs, isHome),
  });
  if (drawings === null) return null;
  return {
    title: `A path of ${numberWord(legs.length)} legs`,
    prompt: promptOf(legs, { ways, isHome }),
    tags: ['generated', 'path'],
    level,
    ...asked,
    drawings,
  };
}

/** The dot is black, and so is the square: no leg is. */
function subjectsOf(legs: readonly Leg[], isHome: boolean): Record<string, SubjectSpec> {
  const lines = legs.map(({ colour }) => [nameOf(colour), { shape: 'line', colour }] as const);
  const start = ['start', { shape: 'circle', colour: 'black' }] as const;
  const end = ['end', { shape: 'square', colour: 'black' }] as const;
  return Object.fromEntries<SubjectSpec>(isHome ? [...lines, start] : [...lines, start, end]);
}

function nameOf(colour: ColourWord): string {
  return `${colour}-leg`;
}

function checksOf(legs: readonly Leg[], isHome: boolean): WrittenCheck[] {
  const walk = isHome ? legs.slice(0, -1) : legs;
  const names = ['start', ...legs.map(({ colour }) => nameOf(colour)), isHome ? 'start' : 'end'];
  return [
    ...legs.map(({ colour }, index) => joinCheck(colour, [names[index] ?? '', names[index + 2] ?? ''])),
    ...walk.flatMap((leg, index) => legChecks(leg, walk[index - 1])),
    ...walk.slice(1).map((leg, index) => {
      const isCovered = index === 0 || (!isHome && index === walk.length - 2);
      return lengthCheck({ before: walk[index] ?? leg, leg, within: isCovered ? 0.25 : 0.12 });
    }),
    ...(isHome ? homeChecks(legs) : []),
  ];
}

function joinCheck(colour: ColourWord, ends: readonly string[]): WrittenCheck {
  const of = [nameOf(colour), ...ends];
  return { id: `${colour}-joins`, skill: 'connection', check: 'connects', of, gap: 0.03 };
}

const CHECKS = { right: 'right-of', left: 'left-of', up: 'above', down: 'below' } as const;

/** The middle of a leg lies that way from the leg before it, or from the start. */
function legChecks(leg: Leg, before: Leg | undefined): WrittenCheck[] {
  const of = [nameOf(leg.colour), before === undefined ? 'start' : nameOf(before.colour)];
  const level = wayOf(leg) === 'right' || wayOf(leg) === 'left';
  return [
    { id: `${leg.colour}-leads-${wayOf(leg)}`, skill: 'path', check: CHECKS[wayOf(leg)], of, weight: 2 },
    {
      id: `${leg.colour}-${level ? 'level' : 'upright'}`,
      skill: 'orientation',
      check: 'rotated',
      of: nameOf(leg.colour),
      to: level ? 0 : 90,
    },
  ];
}

interface Pair {
  readonly before: Leg;
  readonly leg: Leg;
  readonly within: number;
}

/** Only what is seen of a leg is measured: the dots at the ends of the path hide a part of the first and the last one. */
function lengthCheck({ before, leg, within }: Pair): WrittenCheck {
  const is = Math.round((1000 * stepsOf(leg)) / stepsOf(before)) / 1000;
  const of = [nameOf(leg.colour), nameOf(before.colour)];
  return {
    id: `${leg.colour}-as-long-as-told`,
    skill: 'size',
    check: 'ratio',
    of,
    measure: 'diagonal',
    is,
    within,
  };
}

/** The way home leads from the end of the last leg, so its angle says where that is. */
function homeChecks(legs: readonly Leg[]): WrittenCheck[] {
  const home = legs.at(-1);
  if (home === undefined) return [];
  const degrees = (Math.atan2(home.to.y - home.from.y, home.to.x - home.from.x) * 180) / Math.PI;
  const to = Math.round(((degrees + 180) % 180) * 10) / 10;
  return [
    {
      id: `${home.colour}-leads-home`,
      skill: 'path',
      check: 'rotated',
      of: nameOf(home.colour),
      to,
      within: 6,
      weight: 2,
    },
  ];
}

function promptOf(
  legs: readonly Leg[],
  { ways, isHome }: { readonly ways: Ways; readonly isHome: boolean },
): string {
  const walk = isHome ? legs.slice(0, -1) : legs;
  const home = isHome ? legs.at(-1) : undefined;
  const end = isHome
    ? ''
    : ' The path ends there; put a filled black square on its end, as wide as the circle.';
  const back =
    home === undefined
      ? ''
      : ` From there one straight ${home.colour} line leads back to the start and ends at its dot.`;
  return [
    `Draw a path of straight legs, each of them one line in its own colour, about a tenth of a step thick: ${listed(legs.map(({ colour }) => colour))}.`,
    'All steps have the same length, and each leg begins where the one before it ends. At the start is a filled black circle, about half a step wide.',
    `${walk.map((leg, index) => tellLeg({ leg, before: walk[index - 1], ways })).join(' ')}${end}${back}`,
    'Draw no arrows and nothing else.',
  ].join(' ');
}

const WAYS = { right: 'to the right', left: 'to the left', up: 'up', down: 'down' } as const;

function tellLeg({
  leg,
  before,
  ways,
}: {
  readonly leg: Leg;
  readonly before: Leg | undefined;
  readonly ways: Ways;
}): string {
  const count = stepsOf(leg);
  const steps = `${numberWord(count)} ${count === 1 ? 'step' : 'steps'}`;
  if (before === undefined) return `The ${leg.colour} leg leads ${steps} ${WAYS[wayOf(leg)]}.`;
  if (ways === 'compass') return `Then the ${leg.colour} leg leads ${steps} ${WAYS[wayOf(leg)]}.`;
  return `Turn by a quarter turn to your ${turnOf(before, leg)}, as you walk; the ${leg.colour} leg leads ${steps} ahead.`;
}
