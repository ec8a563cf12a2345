import type { WrittenCheck } from '../../domain/family.ts';
import { withArticle } from '../parts/text.ts';
import { type Circle, type Figure, type Item, type Place, RADIUS, type Tangent } from './figure.ts';

const CHECKS = { left: 'left-of', right: 'right-of', above: 'above', below: 'below' } as const;
/** A tangent's middle lies a radius away from the circle's at a slant; half of the usual band is plainly beside it. */
const BAND = 0.1;

/** What is checked of one thing of the figure. */
export function checksFor(item: Item, figure: Figure): readonly WrittenCheck[] {
  if (item.kind === 'large') return [];
  return item.form === 'circle' ? circleChecks(item, figure) : lineChecks(item, figure);
}

function circleChecks({ name, kind, place, radius }: Circle, figure: Figure): readonly WrittenCheck[] {
  const large = nameOf(figure, 'large');
  const of = [name, large];
  return [
    { id: `${name}-touches-${large}`, skill: 'contact', check: 'tangent', of },
    { id: `${name}-${kind === 'inner' ? 'inside' : 'outside'}`, skill: 'containment', ...within(kind, of) },
    {
      id: `${name}-${CHECKS[place]}-middle`,
      skill: 'order',
      check: CHECKS[place],
      of,
      dominant: true,
      band: BAND,
    },
    {
      id: `${large}-and-${name}-widths`,
      skill: 'size',
      check: 'ratio',
      of: [large, name],
      measure: 'width',
      is: Math.round(RADIUS / radius),
    },
  ];
}

/** Rings that touch from outside have a gap of nothing, and share no area to speak of. */
function within(
  kind: Circle['kind'],
  of: readonly string[],
): { readonly check: string; readonly of: readonly string[] } {
  return { check: kind === 'inner' ? 'inside' : 'touching', of };
}

function lineChecks({ name, kind, place, angleDeg }: Tangent, figure: Figure): readonly WrittenCheck[] {
  const large = nameOf(figure, 'large');
  const outer = nameOf(figure, 'outer');
  const touched = kind === 'common' ? [large, outer] : [large];
  const of = [name, large];
  return [
    ...touched.map(
      (circle): WrittenCheck => ({
        id: `${name}-touches-${circle}`,
        skill: 'contact',
        check: 'tangent',
        of: [name, circle],
        weight: 2,
      }),
    ),
    { id: `${name}-${CHECKS[place]}-middle`, skill: 'order', check: CHECKS[place], of, band: BAND },
    ...angleChecks({ name, kind, angleDeg }, figure),
  ];
}

function angleChecks(
  { name, kind, angleDeg }: Pick<Tangent, 'name' | 'kind' | 'angleDeg'>,
  figure: Figure,
): readonly WrittenCheck[] {
  const skill = 'orientation';
  const other = nameOf(figure, 'tangent') || nameOf(figure, 'common');
  if (kind === 'common') return [];
  if (kind === 'parallel' || kind === 'perpendicular') {
    return [{ id: `${name}-${kind}`, skill, check: kind, of: [name, other], weight: 2 }];
  }
  return [{ id: `${name}-angle`, skill, check: 'rotated', of: name, to: angleDeg }];
}

function nameOf(figure: Figure, kind: Item['kind']): string {
  return figure.find((item) => item.kind === kind)?.name ?? '';
}

/** One thing of the figure in a sentence or two. */
export function tell(item: Item, figure: Figure): string {
  if (item.kind === 'large') return `There is ${withArticle(words(item))}.`;
  return item.form === 'circle' ? tellCircle(item, figure) : tellLine(item, figure);
}

/** `blue circle` for `blue-circle`. */
function words({ name }: Item): string {
  return name.replaceAll('-', ' ');
}

const SHARES: Readonly<Record<number, string>> = { 2: 'twice', 3: 'three times', 4: 'four times' };

function tellCircle(item: Circle, figure: Figure): string {
  const large = nameOf(figure, 'large').replaceAll('-', ' ');
  const share = SHARES[Math.round(RADIUS / item.radius)] ?? '';
  const where = {
    left: 'with their middles at one height, on its left side',
    right: 'with their middles at one height, on its right side',
    above: 'with their middles one above the other, at its top',
    below: 'with their middles one above the other, at its bottom',
  }[item.place];
  const how = item.kind === 'inner' ? 'lies inside of the' : 'lies outside of the';
  return `${capitalArticle(words(item))} ${how} ${large} and touches it in one point, ${where}; the ${large} is ${share} as wide.`;
}

function tellLine(item: Tangent, figure: Figure): string {
  const large = nameOf(figure, 'large').replaceAll('-', ' ');
  const outer = nameOf(figure, 'outer').replaceAll('-', ' ');
  const other = (nameOf(figure, 'tangent') || nameOf(figure, 'common')).replaceAll('-', ' ');
  const from = FROM[item.place];
  const line = `straight ${words(item)}`;
  switch (item.kind) {
    case 'common':
      return `${capitalArticle(line)} is a common tangent of the ${large} and the ${outer}: it touches both of them ${from} and passes between no two circles.`;
    case 'parallel':
    case 'perpendicular':
      return `${capitalArticle(line)} is ${item.kind} to the ${other} and touches the ${large} ${from}.`;
    default:
      return `${capitalArticle(line)} ${slope(item.angleDeg)} and touches the ${large} ${from}, as a tangent.`;
  }
}

const FROM: Readonly<Record<Place, string>> = {
  left: 'from the left',
  right: 'from the right',
  above: 'from above',
  below: 'from below',
};

function slope(angleDeg: number): string {
  if (angleDeg === 0) return 'lies level';
  if (angleDeg === 90) return 'stands upright';
  return `${angleDeg > 0 ? 'rises' : 'falls'} to the right at an angle of ${Math.abs(angleDeg)} degrees to the horizontal`;
}

function capitalArticle(what: string): string {
  const said = withArticle(what);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
