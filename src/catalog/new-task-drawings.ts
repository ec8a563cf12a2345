import type { CheckDefinition } from '../domain/check.ts';
import type { TaskDraft } from './new-task.ts';
import { placeholder } from './new-task-placeholder.ts';
import { type PlannedDrawing, planDrawings } from './new-task-yaml.ts';

/** The files of `drawings/` as a new task has them: each says in TODO comments what is to be drawn. */
export function firstDrawings(
  draft: TaskDraft,
  definitions: ReadonlyMap<string, CheckDefinition>,
): { readonly file: string; readonly source: string }[] {
  return planDrawings(draft).map((planned) => ({
    file: planned.file,
    source: planned.fails.length === 0 ? goodDrawing(draft) : badDrawing(planned, draft, definitions),
  }));
}

function goodDrawing({ prompt, subjects }: TaskDraft): string {
  const parts = Object.entries(subjects).flatMap(([name, spec], place) => {
    const words = name.replaceAll(/[-_]/g, ' ');
    const lines = [`% TODO: draw the ${words} in place of this shape`, placeholder(spec, place)];
    if (spec.label === undefined) return [`  % the ${words}`, ...lines.map((line) => `  ${line}`)];
    return [`  \\begin{scope}[part=${spec.label}]`, ...lines.map((line) => `    ${line}`), '  \\end{scope}'];
  });
  return picture([
    '% TODO: draw what the prompt asks for, and delete each line with TODO when it is done',
    ...prompt.trim().split('\n').map(comment),
    '\\begin{tikzpicture}',
    ...parts,
  ]);
}

function badDrawing(
  { fails: [id = '', ...followers] }: PlannedDrawing,
  { checks }: TaskDraft,
  definitions: ReadonlyMap<string, CheckDefinition>,
): string {
  const check = checks.find((one) => one.id === id);
  const definition = definitions.get(check?.check ?? '');
  const said = Object.keys(definition?.parameters ?? {}).filter((key) => check && key in check);
  const settings = said.map((key) => `${key}=${check?.[key]}`);
  const told = [check?.check, check?.of, settings].flat(2).filter(Boolean).join(' ');
  const after = followers.length === 0 ? '' : `, and with it ${followers.join(', ')}`;
  return picture([
    `% TODO: copy good-1.tex and change one thing, so that ${id} fails${after}; nothing else may fail`,
    comment(`${id} (${told}) is met when: ${definition?.summary ?? ''}`),
    '\\begin{tikzpicture}',
  ]);
}

function picture(lines: readonly string[]): string {
  return [...lines, '\\end{tikzpicture}', ''].join('\n');
}

function comment(line: string): string {
  return `%   ${line}`.trimEnd();
}
