import { stringify } from 'yaml';
import type { TaskDraft } from './new-task.ts';

/** A drawing that is still to be drawn: its file and the criteria that it is to fail. */
export interface PlannedDrawing {
  readonly file: string;
  readonly fails: readonly string[];
}

/** One good drawing, and a bad one for each criterion: it breaks that one and all that need it. */
export function planDrawings({ checks }: TaskDraft): PlannedDrawing[] {
  const bad = checks.map(({ id }) => ({ file: `bad-${id}.tex`, fails: [id, ...followers(id, checks)] }));
  return [{ file: 'good-1.tex', fails: [] }, ...bad];
}

function followers(id: string, checks: TaskDraft['checks']): string[] {
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const check of checks) {
      const needs = (check.needs ?? []) as readonly string[];
      if (needs.some((one) => found.has(one))) found.add(check.id);
    }
  }
  return [...found].slice(1);
}

/** The `task.yaml` of a draft, one subject, check or drawing a line. */
export function taskYaml(draft: TaskDraft, schemaPath: string): string {
  const { title, prompt, tags, level, subjects, checks } = draft;
  const drawings = planDrawings(draft).map(({ file, fails }) => [file, drawingEntry(fails)] as const);
  return [
    `# yaml-language-server: $schema=${schemaPath}`,
    entry('title', title),
    entry('prompt', prompt),
    ...(tags.length > 0 ? [`tags: ${onOneLine(tags)}`] : []),
    ...(level === undefined ? [] : [`level: ${level}`]),
    'subjects:',
    ...Object.entries(subjects).map(([name, spec]) => `  ${onOneLine(name)}: ${onOneLine(spec)}`),
    'checks:',
    ...checks.map((check) => `  - ${onOneLine(check)}`),
    'drawings:',
    ...drawings.map(([file, value]) => `  ${file}: ${onOneLine(value)}`),
    '',
  ].join('\n');
}

function drawingEntry(fails: readonly string[]): object {
  if (fails.length === 0) return {};
  return { fails: fails.length === 1 ? fails[0] : fails };
}

function entry(key: string, value: string): string {
  return stringify({ [key]: value }, { lineWidth: 110 }).trimEnd();
}

function onOneLine(value: unknown): string {
  const options = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify(value, options).trimEnd();
}
