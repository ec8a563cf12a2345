import type { CheckDefinition } from '../domain/check.ts';
import type { WrittenDrawing } from '../domain/family.ts';
import type { TaskDraft } from './new-task.ts';
import { placeholder } from './new-task-placeholder.ts';

/**
 * The files of `drawings/` as a new task has them, one good and one bad for each criterion: it breaks that one and all
 * that need it. Each says in TODO comments what is to be drawn.
 */
export function firstDrawings(
  draft: TaskDraft,
  definitions: ReadonlyMap<string, CheckDefinition>,
): WrittenDrawing[] {
  const bad = draft.checks.map(({ id }) => {
    const fails = [id, ...followers(id, draft.checks)];
    return { file: `bad-${id}.tex`, fails, source: badDrawing(fails, draft, definitions) };
  });
  return [{ file: 'good-1.tex', fails: [], source: goodDrawing(draft) }, ...bad];
}

function followers(id: string, checks: TaskDraft['checks']): string[] {
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const check of checks) {
      if ([check.needs ?? []].flat().some((one) => found.has(one))) found.add(check.id);
    }
  }
  return [...found].slice(1);
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
  [id = '', ...others]: readonly string[],
  { checks }: TaskDraft,
  definitions: ReadonlyMap<string, CheckDefinition>,
): string {
  const check = checks.find((one) => one.id === id);
  const definition = definitions.get(check?.check ?? '');
  const said = Object.keys(definition?.parameters ?? {}).filter((key) => check && key in check);
  const settings = said.map((key) => `${key}=${check?.[key]}`);
  const told = [check?.check, check?.of, settings].flat(2).filter(Boolean).join(' ');
  const after = others.length === 0 ? '' : `, and with it ${others.join(', ')}`;
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
