// Generates tasks over all families and levels, and proves each by its own drawings with the real graders:
//   node scripts/prove-families.ts --count 1000 [--family relations] [--seed 1] [--good] [--keep DIR]
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadTask } from '../src/catalog/load-tasks.ts';
import { writeTask } from '../src/catalog/write-task.ts';
import { LEVELS } from '../src/domain/family.ts';
import { makeTask, nameOfTask, type TaskNumber } from '../src/families/make-task.ts';
import { FAMILIES } from '../src/families/table.ts';
import { CHECKS } from '../src/grade/checks/table.ts';
import { type DrawingProof, proveTask } from '../src/sweep/prove-task.ts';
import { openTestWorkshop } from '../test/helpers/workshop.ts';
import { formatTally, newTally, type Tally } from './families/tally.ts';

const WORKERS = 2;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    family: { type: 'string', multiple: true },
    level: { type: 'string' },
    good: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const families = FAMILIES.filter(({ name }) => values.family === undefined || values.family.includes(name));
const levels = LEVELS.filter((level) => values.level === undefined || String(level) === values.level);
const cells = families.flatMap((family) => levels.map((level) => ({ family, level })));
const queue = Array.from({ length: Number(values.count) }, (_, index) => ({
  ...cells[index % cells.length]!,
  number: Math.floor(index / cells.length) + 1,
}));

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'otterbench-families-'));
const tallies = new Map(cells.map(({ family, level }) => [`${family.name} ${level}`, newTally()]));
await using workshop = await openTestWorkshop(WORKERS);

async function proveNext(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { family, level, number } = next;
    await prove(
      family,
      { level, seed: Number(values.seed), number },
      tallies.get(`${family.name} ${level}`)!,
    );
  }
}

async function prove(family: (typeof FAMILIES)[number], number: TaskNumber, tally: Tally): Promise<void> {
  const name = nameOfTask(family, number);
  const path = join(folder, 'space', name);
  await writeTask(makeTask(family, number), path);
  const task = loadTask(path, { checks: CHECKS });
  const drawings = task.drawings.filter(({ file }) => !values.good || file.startsWith('good-'));
  const proof = await proveTask(
    { ...task, drawings },
    { ...workshop, readDrawing: (file) => readFile(file, 'utf8') },
  );
  tally.tasks += 1;
  for (const drawing of proof.drawings) {
    const kind = drawing.file.startsWith('good-') ? tally.good : tally.bad;
    kind.all += 1;
    if (drawing.isProven) kind.proven += 1;
    else console.error(`${name}/${describe(drawing)}`);
  }
}

function describe({ file, outcome, reason, survived, unexpected, clean }: DrawingProof): string {
  if (outcome !== 'drawn' || !clean) return `${file}: ${outcome}: ${reason}`;
  const passed = survived.map((id) => `${id} should fail`);
  const failed = unexpected.map(({ id, reason: why }) => `${id} fails: ${why}`);
  return `${file}: ${[...passed, ...failed].join('; ')}`;
}

await Promise.all(Array.from({ length: WORKERS }, proveNext));
if (values.keep === undefined) rmSync(folder, { recursive: true });
console.log(formatTally(tallies));
const isProven = [...tallies.values()].every(
  ({ good, bad }) => good.proven === good.all && bad.proven === bad.all,
);
if (!isProven) process.exitCode = 1;
