import type { Family, Level, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseSome } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { faultsOf } from './tangents/faults.ts';
import { type Figure, figureOf, type Kind, thingOf } from './tangents/figure.ts';
import { checksFor, tell } from './tangents/words.ts';

/** What each level draws, beside one large circle. */
const KINDS: Readonly<Record<Level, readonly Kind[]>> = {
  1: ['level-tangent'],
  2: ['outer', 'tangent'],
  3: ['inner', 'tangent', 'perpendicular'],
  4: ['outer', 'inner', 'tangent', 'parallel'],
  5: ['outer', 'inner', 'common', 'perpendicular'],
};

/** Circles that touch, and lines that touch circles at told angles. */
export const tangents: Family = {
  name: 'tangents',
  summary: 'Circles and lines that touch each other, at angles that are told.',
  levels: [
    'a circle and a level or upright tangent',
    'two circles that touch, and a slanting tangent',
    'a circle in a circle, and two tangents at right angles',
    'three circles that touch, and two parallel tangents',
    'three circles, a common tangent of two, and one at right angles',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const kinds = KINDS[level];
  const colours = chooseSome(random, BRIGHT_COLOURS, kinds.length + 1);
  const figure = figureOf(random, { kinds, colours });
  const asked = {
    subjects: subjectsOf(figure),
    checks: figure.flatMap((item) => checksFor(item, figure)),
  };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    things: figure.map(thingOf),
    faults: faultsOf(figure),
    styles: [{ by: 'paths' }, { by: 'nodes', scale: 1.2 }],
  });
  if (drawings === null) return null;
  return {
    title: TITLES[level],
    prompt: promptOf(figure),
    tags: ['generated', 'tangents'],
    level,
    ...asked,
    drawings,
  };
}

const TITLES: Readonly<Record<Level, string>> = {
  1: 'A circle and a tangent',
  2: 'Two circles and a tangent',
  3: 'Tangents at right angles',
  4: 'Parallel tangents',
  5: 'A common tangent',
};

/** Each has a colour of its own. */
function subjectsOf(figure: Figure): Record<string, SubjectSpec> {
  return Object.fromEntries(
    figure.map(({ name, colour, form }) => [name, { shape: form === 'circle' ? 'circle' : 'line', colour }]),
  );
}

function promptOf(figure: Figure): string {
  return [
    'Draw this figure with thin strokes, circles as outlines without a fill.',
    ...figure.map((item) => tell(item, figure)),
    'Lines that touch a circle go on beyond the point of contact at both sides, about as far as the large circle is wide in all. Draw nothing else.',
  ].join(' ');
}
