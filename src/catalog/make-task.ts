import { basename, dirname, join } from 'node:path';
import type { CheckDefinition } from '../domain/check.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import { type CheckSpec, type KnownDrawing, type Task, TRACKS } from '../domain/task.ts';
import { parametersOf } from './check-rules.ts';
import { hashTask } from './task-hash.ts';
import { thereId } from './task-outline.ts';
import type { TaskFile } from './task-schema.ts';

interface Surroundings {
  readonly file: string;
  readonly folder: string;
  readonly definitions: ReadonlyMap<string, CheckDefinition>;
}

/** The task that a valid file describes: defaults filled in, implied checks first. */
export function makeTask(file: TaskFile, { file: path, folder, definitions }: Surroundings): Task {
  const suite = file.suite ?? basename(dirname(folder));
  const subjects = file.subjects as Readonly<Record<string, SubjectSpec>>;
  const checks = [
    ...impliedChecks(subjects, definitions),
    ...(file.checks ?? []).map((c) => checkOf(c, definitions)),
  ];
  return {
    id: `${suite}/${basename(folder)}`,
    suite,
    title: file.title,
    prompt: file.prompt.trim(),
    tracks: file.tracks ?? TRACKS,
    tags: file.tags ?? [],
    ...(file.level === undefined ? {} : { level: file.level }),
    subjects,
    checks,
    ...(file.rubric === undefined ? {} : { rubric: file.rubric }),
    drawings: drawingsOf(file, folder),
    path,
    hash: hashTask({ prompt: file.prompt.trim(), subjects, checks }),
  };
}

function impliedChecks(
  subjects: Readonly<Record<string, SubjectSpec>>,
  definitions: Surroundings['definitions'],
): CheckSpec[] {
  const there = definitions.get('there');
  return Object.entries(subjects).map(([name, { weight }]) => ({
    id: thereId(name),
    skill: 'presence',
    check: 'there',
    of: [name],
    needs: [],
    weight: weight ?? 1,
    parameters: there === undefined ? {} : parametersOf({}, there),
  }));
}

function checkOf(
  entry: NonNullable<TaskFile['checks']>[number],
  definitions: Surroundings['definitions'],
): CheckSpec {
  const definition = definitions.get(entry.check);
  return {
    id: entry.id,
    skill: entry.skill,
    check: entry.check,
    of: [...listOf(entry.of), ...listOf(definition?.subjectKey && (entry[definition.subjectKey] as string))],
    needs: listOf(entry.needs),
    weight: entry.weight ?? 1,
    parameters: definition === undefined ? {} : parametersOf(entry, definition),
  };
}

function drawingsOf(file: TaskFile, folder: string): KnownDrawing[] {
  return Object.entries(file.drawings).map(([name, drawing]) => ({
    file: name,
    path: join(folder, 'drawings', name),
    fails: listOf(drawing?.fails),
  }));
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
