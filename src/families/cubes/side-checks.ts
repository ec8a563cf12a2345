import type { WrittenCheck } from '../../domain/family.ts';
import type { SubjectSpec } from '../../domain/subject.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { View } from './views.ts';

/** Each column has a colour of its own. */
export function sideSubjects(views: readonly View[]): Record<string, SubjectSpec> {
  const colours = views.flatMap((view) => view.colours);
  return Object.fromEntries(colours.map((colour) => [colour, { shape: 'square', colour, pick: 'all' }]));
}

/** What is asked of views from the sides, one beside the other. */
export function sideChecks(views: readonly View[]): WrittenCheck[] {
  return [...views.flatMap(viewChecks), ...betweenViews(views)];
}

function viewChecks({ from, heights, colours }: View): WrittenCheck[] {
  const stacked = heights.map((height, index) => ({ height, colour: colours[index] ?? 'grey' }));
  return [
    ...stacked.flatMap(({ height, colour }) => columnChecks(colour, height)),
    {
      id: `${from}-on-one-ground`,
      skill: 'alignment',
      check: 'aligned',
      of: colours,
      on: 'bottom',
      within: 0.03,
    },
    ...stacked.slice(1).flatMap(({ colour }, index) => sideBySide(colours[index] ?? 'grey', colour)),
  ];
}

function columnChecks(colour: ColourWord, height: number): WrittenCheck[] {
  const count = {
    id: `${colour}-squares`,
    skill: 'counting',
    check: 'count',
    of: colour,
    is: height,
    weight: 2,
  };
  if (height === 1) return [count];
  const tower = {
    skill: 'order',
    check: 'ratio',
    of: colour,
    is: Math.round(1000 / height) / 1000,
    within: 0.15,
  };
  return [count, { id: `${colour}-stacked`, ...tower, needs: count.id }];
}

function sideBySide(left: ColourWord, right: ColourWord): WrittenCheck[] {
  const of = [left, right];
  return [
    { id: `${left}-left-of-${right}`, skill: 'order', check: 'left-of', of },
    { id: `${left}-beside-${right}`, skill: 'contact', check: 'touching', of },
    {
      id: `${left}-as-wide-as-${right}`,
      skill: 'size',
      check: 'ratio',
      of,
      measure: 'width',
      is: 1,
      within: 0.15,
    },
  ];
}

function betweenViews([first, second]: readonly View[]): WrittenCheck[] {
  const [left, right] = [first?.colours.at(-1), second?.colours[0]];
  if (left === undefined || right === undefined) return [];
  return [
    { id: 'second-view-on-the-right', skill: 'order', check: 'left-of', of: [left, right] },
    { id: 'views-apart', skill: 'contact', check: 'apart', of: [left, right] },
  ];
}
