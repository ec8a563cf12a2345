import { hyphened } from '../parts/text.ts';
import type { Cast } from './casting.ts';
import type { Placed } from './scene.ts';

/** A picture with one fault and the ids of what it fails. */
export interface CreatureFault {
  readonly name: string;
  readonly scene: readonly Placed[];
  readonly fails: readonly string[];
}

/** Narrower than every animal, and still large enough to be seen. */
const TINY_CM = 1.8;
const DROP_CM = 5;

/** Each criterion broken alone, by moving one thing. */
export function faultsOf(scene: readonly Placed[], cast: Cast): CreatureFault[] {
  return [...mountFaults(scene, cast), ...propFaults(scene, cast), ...aroundFaults(scene, cast)];
}

/** The check of direction for a side. */
export function wayOf(side: number): 'left-of' | 'right-of' {
  return side < 0 ? 'left-of' : 'right-of';
}

function moved(scene: readonly Placed[], name: string, change: Partial<Placed>): Placed[] {
  return scene.map((one) => (one.part.name === name ? { ...one, ...change } : one));
}

function mountFaults(scene: readonly Placed[], { animal, vehicle }: Cast): CreatureFault[] {
  const [rider, mount] = [hyphened(animal.name), hyphened(vehicle.name)];
  const { seat, widthCm } = vehicle;
  const raised = moved(scene, vehicle.name, { y: seat.y + 1.5 });
  // Behind all others, so that it covers nothing that is asked for.
  const behind = [
    ...raised.filter(({ part }) => part === vehicle),
    ...raised.filter(({ part }) => part !== vehicle),
  ];
  const scale = TINY_CM / widthCm;
  const tiny = { scale, x: seat.x * (1 - scale), y: seat.y * (1 - scale) };
  return [
    {
      name: `${rider} in the air`,
      scene: moved(scene, vehicle.name, { y: -DROP_CM }),
      fails: [`${rider}-on-${mount}`],
    },
    { name: `${mount} above ${rider}`, scene: behind, fails: [`${rider}-above-${mount}`] },
    {
      name: `tiny ${mount}`,
      scene: moved(scene, vehicle.name, tiny),
      fails: [`${mount}-wider-than-${rider}`],
    },
  ];
}

function propFaults(scene: readonly Placed[], { animal, vehicle, doing }: Cast): CreatureFault[] {
  const [rider, prop] = [hyphened(animal.name), hyphened(doing.name)];
  const lost = moved(scene, doing.name, { x: vehicle.seat.x + 5 });
  const turned = moved(scene, doing.name, { turnedAbout: doing.paw });
  return [
    { name: `${prop} lost`, scene: lost, fails: [`${prop}-at-${rider}`] },
    ...(doing.isOverhead
      ? [{ name: `${prop} upside down`, scene: turned, fails: [`${prop}-above-${rider}`] }]
      : []),
  ];
}

function aroundFaults(scene: readonly Placed[], cast: Cast): CreatureFault[] {
  const { animal, vehicle, sky, landmark, hasChick, hasMouse, side } = cast;
  const [rider, mount] = [hyphened(animal.name), hyphened(vehicle.name)];
  const { seat } = vehicle;
  const fault = (name: string, change: readonly [string, Partial<Placed>], id: string): CreatureFault => ({
    name,
    scene: moved(scene, ...change),
    fails: [id],
  });
  const inSky = (name: string) => [
    fault(`${name} at the other side`, [name, { x: -side * 4.9 }], `${name}-${wayOf(side)}-${rider}`),
    fault(`${name} fallen`, [name, { y: 0.9, x: side * 4.9 }], `${name}-above-${rider}`),
  ];
  const onGround = (name: string) => [
    fault(`${name} at the other side`, [name, { x: side * 7 }], `${name}-${wayOf(-side)}-${rider}`),
    fault(`small ${name}`, [name, { scale: 0.4 }], `${name}-taller-than-${rider}`),
  ];
  const chick = [
    fault('chick in the air', ['chick', { x: seat.x - 3, y: seat.y + 4.2 }], `chick-on-${rider}`),
    fault('chick at the feet', ['chick', { x: seat.x - 0.5, y: seat.y }], `chick-above-${rider}`),
  ];
  const mouse = [
    fault('mouse at the other side', ['mouse', { x: -side * 4.2 }], `mouse-${wayOf(side)}-${mount}`),
    fault('giant mouse', ['mouse', { scale: 4.5, x: side * 7 }], `${rider}-larger-than-mouse`),
  ];
  return [
    ...(sky ? inSky(sky.name) : []),
    ...(landmark ? onGround(landmark.name) : []),
    ...(hasChick ? chick : []),
    ...(hasMouse ? mouse : []),
  ];
}
