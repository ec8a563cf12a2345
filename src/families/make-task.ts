import type { Family, Level, WrittenTask } from '../domain/family.ts';
import { seededRandom } from '../util/random.ts';
import { sha256 } from '../util/sha256.ts';

/** Which of a family's tasks is meant. The same one is the same task on every machine. */
export interface TaskNumber {
  readonly level: Level;
  readonly seed: number;
  /** 1 and up: the tasks of one seed. */
  readonly number: number;
}

/** The name of its folder: `relations-l3-s7-1`. */
export function nameOfTask({ name }: Family, { level, seed, number }: TaskNumber): string {
  return `${name}-l${level}-s${seed}-${number}`;
}

/** Makes one task of a family. Its chance hangs on its whole name, so that tasks of one seed have nothing in common. */
export function makeTask(family: Family, task: TaskNumber): WrittenTask {
  const seed = Number.parseInt(sha256(nameOfTask(family, task)).slice(0, 8), 16);
  return family.generate(seededRandom(seed), task.level);
}
