import type { Level } from '../../domain/family.ts';
import type { Random } from '../../util/random.ts';
import { chance, choose } from '../parts/pick.ts';
import { ANIMALS, DOINGS, VEHICLES } from './grid.ts';
import type { Animal, Doing, Part, Vehicle } from './part.ts';
import type { Placed } from './scene.ts';
import { LANDMARKS, SKY } from './scenery.ts';

/** Who and what is in a picture, and at which side things stand: -1 for the left, 1 for the right. */
export interface Cast {
  readonly animal: Animal;
  readonly vehicle: Vehicle;
  readonly doing: Doing;
  readonly side: -1 | 1;
  readonly sky: Part | null;
  readonly landmark: Part | null;
  readonly hasChick: boolean;
  readonly hasMouse: boolean;
}

/** A cell of the grid, with more around it the higher the level. */
export function chooseCast(random: Random, level: Level): Cast {
  return {
    animal: choose(random, ANIMALS),
    vehicle: choose(random, VEHICLES),
    doing: choose(random, DOINGS),
    side: chance(random) ? 1 : -1,
    sky: level < 2 ? null : choose(random, SKY),
    landmark: level < 3 ? null : choose(random, LANDMARKS),
    hasChick: level > 3,
    hasMouse: level > 4,
  };
}

const SKY_PLACE = { x: 4.9, aboveSeat: 4.9 };
const LANDMARK_X = 5.9;
const MOUSE_X = 5.4;
/** Between the ears. */
const HEAD_TOP = 2.82;

/** The parts of a right picture by their names, in paint order: the sky at one side, the landmark at the other. */
export function place(
  { animal, vehicle, doing, side, sky, landmark, hasChick, hasMouse }: Cast,
  more: {
    readonly chick: Part;
    readonly mouse: Part;
  },
): Placed[] {
  const seat = vehicle.seat;
  const rider: Placed[] = [
    { part: animal, ...seat },
    { part: doing, ...seat },
    { part: { name: animal.name, lines: [armOf(animal, doing)] }, ...seat },
    ...(hasChick ? [{ part: more.chick, x: seat.x, y: seat.y + HEAD_TOP }] : []),
  ];
  const mount: Placed = { part: vehicle, x: 0, y: 0 };
  return [
    ...(sky ? [{ part: sky, x: side * SKY_PLACE.x, y: seat.y + SKY_PLACE.aboveSeat }] : []),
    ...(landmark ? [{ part: landmark, x: -side * LANDMARK_X, y: 0 }] : []),
    ...(vehicle.hidesRider ? [...rider, mount] : [mount, ...rider]),
    ...(hasMouse ? [{ part: more.mouse, x: side * MOUSE_X, y: 0 }] : []),
  ];
}

/** The arm lies over what it holds. */
function armOf({ fur }: Animal, { paw }: Doing): string {
  return `\\draw[${fur}, line width=8pt, line cap=round] (.25,1.42) -- (${paw.x},${paw.y});`;
}
