import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { writeTask } from '../../src/catalog/write-task.ts';
import { type Family, LEVELS, type Level, type WrittenTask } from '../../src/domain/family.ts';
import { makeTask, nameOfTask } from '../../src/families/make-task.ts';
import { FAMILIES } from '../../src/families/table.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { proveTask } from '../../src/sweep/prove-task.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { openTestWorkshop, type TestWorkshop } from '../helpers/workshop.ts';

/** The names that reports group criteria by. */
const SKILLS = [
  ...['order', 'containment', 'contact', 'occlusion', 'counting', 'size', 'alignment', 'shape', 'symmetry'],
  ...['orientation', 'connection', 'path', 'text', 'colour', 'identity'],
];

interface Made {
  readonly family: Family;
  readonly level: Level;
  readonly seed: number;
}

const cells: Made[] = FAMILIES.flatMap((family) => LEVELS.map((level) => ({ family, level, seed: 1 })));
const cases = cells
  .flatMap((cell) => [cell, { ...cell, seed: 2 }])
  .map((made) => ({ ...made, name: made.family.name }));

const make = ({ family, level, seed }: Made): WrittenTask => makeTask(family, { level, seed, number: 1 });

async function load(made: Made) {
  const folder = join(temporaryFolder(), 'space', nameOfTask(made.family, { ...made, number: 1 }));
  await writeTask(make(made), folder);
  return loadTask(folder, { checks: CHECKS });
}

/** What is wrong with a written task, in words; nothing when it is as a family must make it. */
function faultsIn(task: WrittenTask, level: Level): string[] {
  const good = task.drawings.filter(({ fails }) => fails.length === 0);
  const bad = task.drawings.filter(({ fails }) => fails.length > 0);
  const files = task.drawings.map(({ file }) => file);
  const failed = new Set(bad.flatMap(({ fails }) => fails));
  const numbers = task.drawings.flatMap(({ source }) => source.match(/-?\d*\.\d{3,}/g) ?? []);
  const words = Object.values(task.subjects).flatMap(({ label }) => label ?? []);
  return [
    ...(task.level === level ? [] : [`its level is ${task.level}`]),
    ...(good.length >= 2 ? [] : ['it has fewer than two good drawings']),
    ...(bad.length >= 3 ? [] : ['it has fewer than three bad drawings']),
    ...(new Set(files).size === files.length ? [] : ['two drawings have one name']),
    ...good.filter(({ file }) => !file.startsWith('good-')).map(({ file }) => `${file} fails nothing`),
    ...bad.filter(({ file }) => !file.startsWith('bad-')).map(({ file }) => `${file} fails something`),
    ...task.checks.filter(({ id }) => !failed.has(id)).map(({ id }) => `nothing fails ${id}`),
    ...task.checks
      .filter(({ skill }) => !SKILLS.includes(skill))
      .map(({ skill }) => `no skill is called ${skill}`),
    ...numbers.map((number) => `${number} is no round number`),
    ...task.drawings
      .filter(({ source }) => /(?<![\w.])-0(?![\d.])/.test(source))
      .map(({ file }) => `${file} holds -0`),
    ...words
      .filter((label) => !hasWord(task.prompt, label))
      .map((label) => `the prompt doesn't say ${label}`),
    ...(/undefined|NaN|\bnull\b|Infinity| {2}/.test(task.prompt) ? ['its prompt is broken'] : []),
    ...(/[.?!]$/.test(task.prompt) ? [] : ['its prompt ends without a full stop']),
  ];
}

/** `ice-cream` is said as `ice cream`, an edge `a-b` by its two ends. */
function hasWord(prompt: string, label: string): boolean {
  const said = prompt.toLowerCase().split(/[^a-z0-9]+/);
  return label
    .toLowerCase()
    .split(/[-_ ]/)
    .every((part) => said.includes(part));
}

describe('families', () => {
  it('have names of their own, and say what each level adds', () => {
    const names = FAMILIES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, summary, levels } of FAMILIES) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(summary).toMatch(/^[A-Z][^\n]*\.$/);
      expect(new Set(levels).size).toBe(LEVELS.length);
    }
  });

  it.each(cases)('$name, level $level, seed $seed: the same task each time, and as it must be', (made) => {
    const task = make(made);
    expect(make(made)).toEqual(task);
    expect(faultsIn(task, made.level)).toEqual([]);
  });

  it.each(cases)('$name, level $level, seed $seed: loads from disk as it was made', async (made) => {
    const task = await load(made);
    const { title, prompt, tags, level, subjects, drawings } = make(made);
    expect({ ...task, drawings: task.drawings.map(({ file, fails }) => ({ file, fails })) }).toMatchObject({
      title,
      prompt,
      tags,
      level,
      subjects,
      drawings: drawings.map(({ file, fails }) => ({ file, fails })),
    });
  });

  it.each(cells.filter(({ level }) => level === 1).map(({ family }) => ({ name: family.name, family })))(
    '$name: other seeds make other tasks, levels other prompts',
    ({ family }) => {
      const prompts = [1, 2, 3, 4].map((seed) => make({ family, level: 3, seed }).prompt);
      expect(new Set(prompts).size).toBeGreaterThan(1);
      expect(new Set(LEVELS.map((level) => make({ family, level, seed: 1 }).prompt)).size).toBe(
        LEVELS.length,
      );
    },
  );
});

describe('the graders', () => {
  let workshop: TestWorkshop;
  beforeAll(async () => {
    workshop = await openTestWorkshop(2);
  });
  afterAll(() => workshop[Symbol.asyncDispose]());

  // A good one and two bad ones stand for all: scripts/prove-families.ts proves every drawing of many tasks.
  it.each(FAMILIES.map((family) => ({ name: family.name, family })))(
    '$name: pass a good drawing of each level, and fail bad ones as they say',
    async ({ family }) => {
      const proofs = LEVELS.map(async (level) => {
        const task = await load({ family, level, seed: 1 });
        const good = task.drawings.filter(({ fails }) => fails.length === 0);
        const bad = task.drawings.filter(({ fails }) => fails.length > 0);
        const drawings = [good[level % good.length]!, bad[0]!, bad.at(-1)!];
        return proveTask(
          { ...task, drawings },
          { ...workshop, readDrawing: (path) => readFile(path, 'utf8') },
        );
      });
      const unproven = (await Promise.all(proofs)).flatMap(({ taskId, drawings }) =>
        drawings.filter(({ isProven }) => !isProven).map((drawing) => ({ taskId, ...drawing })),
      );
      expect(unproven).toEqual([]);
    },
    400_000,
  );
});
