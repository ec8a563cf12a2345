import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTaskDirectories } from '../../src/catalog/find-tasks.ts';
import { loadTasks } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { proveMutants } from '../../src/sweep/mutants/prove-mutants.ts';
import { proveTask } from '../../src/sweep/prove-task.ts';
import { openTestWorkshop, ROOT, type TestWorkshop } from '../helpers/workshop.ts';

const tasks = loadTasks({ directories: findTaskDirectories([join(ROOT, 'tasks')]), checks: CHECKS });

const isFull = process.env.OTTERBENCH_FULL_PROOF === '1';
/** Few, for mutants take time. All with OTTERBENCH_FULL_PROOF=1. */
const MUTATED = ['basics/circle-left-of-square', 'basics/house', 'basics/traffic-light'];
const readDrawing = (path: string) => readFile(path, 'utf8');

describe('the tasks that ship', () => {
  let workshop: TestWorkshop;
  beforeAll(async () => {
    workshop = await openTestWorkshop(2);
  });
  afterAll(() => workshop[Symbol.asyncDispose]());

  it('are at least 12 in 2 suites', () => {
    expect(new Set(tasks.map(({ suite }) => suite)).size).toBeGreaterThanOrEqual(2);
    expect(tasks.length).toBeGreaterThanOrEqual(12);
  });

  it.each(tasks.map((task) => ({ id: task.id, task })))(
    '$id: good drawings pass everything, bad ones fail exactly what they say, every written criterion can fail',
    async ({ task }) => {
      const { drawings, criteria } = await proveTask(task, { ...workshop, readDrawing });
      const written = criteria.filter(({ id }) => !id.endsWith('-there'));
      expect({
        unproven: drawings.filter(({ isProven }) => !isProven),
        unkilled: written.filter(({ killedBy }) => killedBy.length === 0).map(({ id }) => id),
      }).toEqual({ unproven: [], unkilled: [] });
    },
  );

  const mutated = tasks.filter(({ id }) => isFull || MUTATED.includes(id));
  it.each(mutated.map((task) => ({ id: task.id, task })))(
    '$id: mutants break every criterion, and none that they leave alone',
    async ({ task }) => {
      const { isProven, mutants } = await proveTask(task, { ...workshop, readDrawing, proveMutants });
      expect({
        isProven,
        trouble: mutants!.flatMap(({ unmade, survivors, falseFlips, unread }) => [
          ...(unmade === null ? [] : [unmade]),
          ...survivors,
          ...falseFlips,
          ...unread,
        ]),
      }).toEqual({ isProven: true, trouble: [] });
    },
    300_000,
  );
});
