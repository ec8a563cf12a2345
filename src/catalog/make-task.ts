import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CheckDefinition } from '../domain/check.ts';
import type { Rubric } from '../domain/rubric.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import { type CheckSpec, type KnownDrawing, type Reading, type Task, TRACKS } from '../domain/task.ts';
import { sha256 } from '../util/sha256.ts';
import { parametersOf } from './check-rules.ts';
import { impliedChecks } from './implied-checks.ts';
import { hashTask } from './task-hash.ts';
import type { TaskFile } from './task-schema.ts';
import { turnFiles } from './turn-files.ts';
import { framesOf } from './turn-rules.ts';

interface Surroundings {
  readonly file: string;
  readonly folder: string;
  readonly definitions: ReadonlyMap<string, CheckDefinition>;
  /** Null: nothing is judged. */
  readonly rubric: Rubric | null;
}

/** The task that a valid file describes: defaults filled in, implied checks first. */
export function makeTask(file: TaskFile, { file: path, folder, definitions, rubric }: Surroundings): Task {
  const suite = file.suite ?? basename(dirname(folder));
  const subjects = file.subjects as Readonly<Record<string, SubjectSpec>>;
  const turns = turnsOf(file);
  const stated = turns.flatMap((turn, index) =>
    (turn.checks ?? []).map((entry) => checkOf(entry, definitions, turns.length > 1 ? index + 1 : null)),
  );
  const readings = readingsOf(file, definitions);
  const hasGiven = file.given !== undefined;
  const checks = [
    ...impliedChecks({ subjects, stated, definitions, turns: turns.length, hasGiven }),
    ...stated,
  ];
  const [prompt = '', ...laterPrompts] = turns.map((turn) => turn.prompt.trim());
  const given = file.given === undefined ? undefined : readGiven(join(folder, 'drawings', file.given));
  return {
    id: `${suite}/${basename(folder)}`,
    suite,
    title: file.title,
    prompt,
    ...(laterPrompts.length > 0 && { laterPrompts }),
    ...(given !== undefined && { given }),
    ...(file.reference !== undefined && { reference: readReference(join(folder, file.reference)) }),
    ...(file.frames !== undefined && { frames: file.frames }),
    tracks: file.tracks ?? TRACKS,
    tags: file.tags ?? [],
    ...(file.level === undefined ? {} : { level: file.level }),
    subjects,
    checks,
    ...(readings.length > 0 && { readings }),
    ...(rubric !== null && { rubric }),
    drawings: drawingsOf(file, { folder, turns: turns.length }),
    path,
    hash: hashTask({
      prompt,
      subjects,
      checks,
      ...(file.frames !== undefined && { frames: file.frames }),
      ...(laterPrompts.length > 0 && { laterPrompts }),
      ...(given !== undefined && { givenTex: given.tex }),
      ...(readings.length > 0 && { readings }),
    }),
  };
}

function readGiven(path: string): NonNullable<Task['given']> {
  return { path, tex: readFileSync(path, 'utf8') };
}

function readReference(path: string): NonNullable<Task['reference']> {
  return { path, hash: sha256(readFileSync(path)) };
}

/** A plain task is one of one turn. */
function turnsOf({ turns, prompt = '', checks }: TaskFile): NonNullable<TaskFile['turns']> {
  return turns ?? [{ prompt, checks }];
}

type Entry = NonNullable<TaskFile['checks']>[number];

function checkOf(entry: Entry, definitions: Surroundings['definitions'], turn: number | null): CheckSpec {
  const definition = definitions.get(entry.check);
  const frames = framesOf(entry);
  return {
    id: entry.id,
    skill: entry.skill,
    check: entry.check,
    of: [...listOf(entry.of), ...listOf(definition?.subjectKey && (entry[definition.subjectKey] as string))],
    needs: listOf(entry.needs),
    weight: entry.weight ?? 1,
    ...(turn !== null && { turn }),
    ...(frames.length > 0 && { frames }),
    parameters: definition === undefined ? {} : parametersOf(entry, definition),
  };
}

/** Their checks as any other, which earn nothing. */
function readingsOf({ readings = {} }: TaskFile, definitions: Surroundings['definitions']): Reading[] {
  return Object.entries(readings).map(([name, entries]) => ({
    name,
    checks: entries.map((entry, index) => {
      const spec = { ...entry, id: `${name}-${index + 1}`, skill: 'reading' } as Entry;
      return { ...checkOf(spec, definitions, null), weight: 0 };
    }),
  }));
}

function drawingsOf(
  file: TaskFile,
  { folder, turns }: { readonly folder: string; readonly turns: number },
): KnownDrawing[] {
  return Object.entries(file.drawings).map(([name, drawing]) => {
    const [path = '', ...laterPaths] = turnFiles(name, turns).map((one) => join(folder, 'drawings', one));
    const fails = listOf(drawing?.fails);
    const unlike = listOf(drawing?.unlike);
    const reading = drawing?.reading;
    return {
      file: name,
      path,
      ...(laterPaths.length > 0 && { laterPaths }),
      fails,
      ...(reading !== undefined && { reading }),
      ...(unlike.length > 0 && { unlike }),
    };
  });
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
