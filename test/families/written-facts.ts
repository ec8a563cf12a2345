import { expect } from 'vitest';
import { type Family, LEVELS, type Level, type WrittenTask } from '../../src/domain/family.ts';
import { seededRandom } from '../../src/util/random.ts';

const SEEDS = [1, 2, 3, 4, 5];

/** One task of a family. */
export function taskOf(family: Family, seed: number, level: Level): WrittenTask {
  return family.generate(seededRandom(seed), level);
}

/** What holds of every family, without compiling a drawing. */
export function expectSoundTasks(family: Family): void {
  for (const level of LEVELS) {
    const tasks = SEEDS.map((seed) => taskOf(family, seed, level));
    expect(SEEDS.map((seed) => taskOf(family, seed, level))).toEqual(tasks);
    // The first level of some families knows some hundred tasks only: two of five may be one.
    expect(new Set(tasks.map(({ prompt }) => prompt)).size).toBeGreaterThanOrEqual(SEEDS.length - 1);
    for (const task of tasks) expect(unbroken(task)).toEqual([]);
  }
  const tasks = LEVELS.map((level) => taskOf(family, 1, level));
  const counts = tasks.map(({ checks }) => checks.length);
  expect(counts).toEqual([...counts].sort((one, other) => one - other));
  expect(tasks.at(-1)?.prompt.length).toBeGreaterThan(1.15 * (tasks[0]?.prompt.length ?? 0));
}

/** Criteria that no bad drawing fails. */
function unbroken({ checks, drawings }: WrittenTask): string[] {
  const failed = new Set(drawings.flatMap(({ fails }) => fails));
  return checks.map(({ id }) => id).filter((id) => !failed.has(id));
}
