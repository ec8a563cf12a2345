import type { CheckDefinition } from '../domain/check.ts';
import type { Level, WrittenCheck } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import { UsageError } from '../domain/usage-error.ts';
import { checkMistakes } from './check-rules.ts';
import { checkShape, quote } from './describe-issues.ts';
import type { DataMistake } from './mistakes.ts';
import { type CheckWords, readCheck, readSubject } from './new-task-words.ts';
import { NAME_PATTERN } from './schema-parts.ts';
import { outlineOf } from './task-outline.ts';
import { subjectMistakes } from './task-rules.ts';
import { taskFileSchema } from './task-schema.ts';
import { turnMistakes } from './turn-rules.ts';

/** A task as a person begins it: subjects and checks as they were typed. */
export interface TaskIdea {
  readonly title: string;
  readonly prompt: string;
  readonly tags: readonly string[];
  readonly level?: Level;
  /** `cup: colour=blue, pick=largest` */
  readonly subjects: readonly string[];
  /** `cup-on-table: rests-on cup table` */
  readonly checks: readonly string[];
}

/** A valid task without its drawings. */
export interface TaskDraft extends Omit<TaskIdea, 'subjects' | 'checks'> {
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly WrittenCheck[];
}

/** Reads and validates an idea. Throws one UsageError that says what is wrong, each line beginning with what it speaks of. */
export function draftTask(idea: TaskIdea, words: CheckWords): TaskDraft {
  const { subjects: typedSubjects, checks: typedChecks, ...rest } = idea;
  const subjects = typedSubjects.map(readSubject);
  const names = subjects.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice !== undefined) throw new UsageError(`subject ${quote(twice)}: named twice; expected it once`);
  const checks = typedChecks.map((text) => readCheck(text, words));
  const data = {
    ...rest,
    subjects: Object.fromEntries(subjects.map(({ name, spec }) => [name, spec])),
    checks,
  };
  const mistakes = mistakesIn(data, words.definitions);
  if (mistakes.length > 0) throw new UsageError([...new Set(mistakes)].join('\n'));
  return data as TaskDraft;
}

function mistakesIn(data: object, definitions: ReadonlyMap<string, CheckDefinition>): string[] {
  const outline = outlineOf(data);
  const file = { ...data, drawings: { 'good-1.tex': {} } };
  const mistakes = [
    ...checkShape(taskFileSchema([...definitions.values()]), file).mistakes,
    ...subjectMistakes(data),
    ...checkMistakes(outline, definitions),
    ...turnMistakes(data, outline, definitions),
  ];
  return mistakes.map((mistake) => `${placeOf(mistake, outline)}${mistake.message}`);
}

/** What a mistake is about, in the words of the command line. */
function placeOf({ path }: DataMistake, { checks }: ReturnType<typeof outlineOf>): string {
  const [first, second] = path;
  if (first === 'subjects' && second !== undefined) return `subject ${quote(second)}: `;
  if (first === 'checks' && typeof second === 'number')
    return `check ${quote(checks[second]?.id ?? second)}: `;
  return '';
}

/** Suite and name of a new task. Throws UsageError for what can't be an id, with one that could. */
export function readTaskId(text: string): { readonly suite: string; readonly name: string } {
  const [suite = '', name = '', ...others] = text.split('/');
  const isName = (word: string): boolean => NAME_PATTERN.test(word) && word.length <= 80;
  if (others.length === 0 && isName(suite) && isName(name)) return { suite, name };
  const likely = text.split('/').map(asName).filter(Boolean);
  const hint =
    likely.length === 2 ? `; did you mean "${likely.join('/')}"?` : ', such as kitchen/cup-on-table';
  throw new UsageError(
    `${quote(text)} is no id of a task; expected SUITE/NAME, words joined by hyphens${hint}`,
  );
}

function asName(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
