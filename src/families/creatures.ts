import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { type Cast, chooseCast, place } from './creatures/casting.ts';
import { faultsOf, wayOf } from './creatures/faults.ts';
import { drawScene } from './creatures/scene.ts';
import { chick, mouse } from './creatures/scenery.ts';
import { hyphened, withArticle } from './parts/text.ts';

/** A drawn hand and what it holds need not meet to the hair: two per cent of a picture of 10 cm are 2 mm. */
const NEAR = 0.02;

/** Animals on vehicles doing something: a grid of animal, vehicle and doing, with more around them at higher levels. */
export const creatures: Family = {
  name: 'creatures',
  summary: 'An animal on a vehicle doing something: a fox on a bicycle playing the trumpet.',
  levels: [
    'animal, vehicle and doing',
    'and something in the sky at one side',
    'and a tall landmark at the other side',
    "and a chick on the animal's head",
    'and a small mouse that watches',
  ],
  generate,
};

function generate(random: Random, level: Level): WrittenTask {
  const cast = chooseCast(random, level);
  const scene = place(cast, { chick, mouse });
  const names = [...new Set(scene.map(({ part }) => hyphened(part.name)))];
  const bad = faultsOf(scene, cast).map(({ name, scene: wrong, fails }) => ({
    file: `bad-${hyphened(name)}.tex`,
    source: drawScene(wrong, 'meadow'),
    fails,
  }));
  return {
    title: titleOf(cast),
    prompt: promptOf(cast),
    tags: ['generated', 'creatures', 'animal', 'vehicle'],
    level,
    subjects: Object.fromEntries(names.map((name) => [name, { label: name }])),
    checks: checksOf(cast),
    drawings: [
      { file: 'good-1.tex', source: drawScene(scene, 'meadow'), fails: [] },
      { file: 'good-2.tex', source: drawScene(scene, 'bare'), fails: [] },
      ...bad,
    ],
  };
}

function titleOf({ animal, vehicle, doing }: Cast): string {
  const start = withArticle(animal.name);
  return `${start.charAt(0).toUpperCase()}${start.slice(1)} ${vehicle.hidesRider ? 'in' : 'on'} ${withArticle(vehicle.name)} ${doing.words}`;
}

function promptOf({ animal, vehicle, doing, side, sky, landmark, hasChick, hasMouse }: Cast): string {
  const [the, ride] = [`the ${animal.name}`, `the ${vehicle.name}`];
  const [here, there] = side < 0 ? ['left', 'right'] : ['right', 'left'];
  const seat = vehicle.hidesRider ? `sits in ${ride} and rises well above it` : `sits on top of ${ride}`;
  return [
    `Draw ${withArticle(animal.name)} ${vehicle.hidesRider ? 'in' : 'on'} ${withArticle(vehicle.name)} ${doing.words}.`,
    `The ${animal.name} ${seat}, and ${ride} is wider than ${the}.`,
    `The ${doing.name} touches ${the}.`,
    ...(sky
      ? [`In the sky there is ${withArticle(sky.name)}, higher than ${the} and to its ${here} as we see it.`]
      : []),
    ...(landmark
      ? [`To the ${there} of ${the} stands ${withArticle(landmark.name)} that is clearly taller than ${the}.`]
      : []),
    ...(hasChick ? [`A chick sits on top of ${the}'s head.`] : []),
    ...(hasMouse
      ? [`A mouse, much smaller than ${the}, watches from the ground to the ${here} of ${ride}.`]
      : []),
  ].join(' ');
}

function checksOf({ animal, vehicle, doing, side, sky, landmark, hasChick, hasMouse }: Cast): WrittenCheck[] {
  const [rider, mount, prop] = [hyphened(animal.name), hyphened(vehicle.name), hyphened(doing.name)];
  const touching = (one: string, word: string, other: string): WrittenCheck => ({
    id: `${one}-${word}-${other}`,
    skill: 'contact',
    check: 'touching',
    of: [one, other],
    gap: NEAR,
    overlap: 1,
  });
  const order = (one: string, check: string, other: string): WrittenCheck => ({
    id: `${one}-${check}-${other}`,
    skill: 'order',
    check,
    of: [one, other],
  });
  const larger = (one: string, word: string, other: string, measure: string): WrittenCheck => ({
    id: `${one}-${word}-${other}`,
    skill: 'size',
    check: 'larger-than',
    of: [one, other],
    measure,
  });
  return [
    { ...touching(rider, 'on', mount), weight: 2 },
    order(rider, 'above', mount),
    larger(mount, 'wider-than', rider, 'width'),
    touching(prop, 'at', rider),
    ...(doing.isOverhead ? [order(prop, 'above', rider)] : []),
    ...(sky ? [order(sky.name, wayOf(side), rider), order(sky.name, 'above', rider)] : []),
    ...(landmark
      ? [order(landmark.name, wayOf(-side), rider), larger(landmark.name, 'taller-than', rider, 'height')]
      : []),
    ...(hasChick ? [touching('chick', 'on', rider), order('chick', 'above', rider)] : []),
    ...(hasMouse ? [order('mouse', wayOf(side), mount), larger(rider, 'larger-than', 'mouse', 'area')] : []),
  ];
}
