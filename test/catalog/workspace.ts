import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from '../../src/domain/usage-error.ts';

/** A temporary folder with these files, by path; goes away when it is disposed of. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = mkdtempSync(join(tmpdir(), 'otterbench-catalog-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return {
    root,
    path: (...parts: string[]) => join(root, ...parts),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A task folder `basics/pair` with this task.yaml and two known drawings. */
export function taskWorkspace(yaml: string) {
  return workspace({
    'basics/pair/task.yaml': yaml,
    'basics/pair/drawings/good-1.tex': '\\begin{tikzpicture}\\end{tikzpicture}',
    'basics/pair/drawings/bad-swapped.tex': '\\begin{tikzpicture}\\end{tikzpicture}',
  });
}

/** The lines of the UsageError that `action` throws, with `root` left out; fails when it throws none. */
export function mistakesOf(root: string, action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replaceAll(`${root}/`, '').split('\n');
  }
  throw new Error('expected a UsageError, and there was none');
}

/** A valid task that tests change. */
export const VALID = `title: A pair
prompt: Draw a red disc left of a blue one.
tags: [order]
subjects:
  red: {shape: circle, colour: red, pick: largest}
  blue: {label: blue, weight: 2}
checks:
  - {id: red-left, skill: order, check: left-of, of: [red, blue], needs: [red-there], dominant: true, weight: 3}
  - id: one-red
    skill: counting
    check: count
    of: red
    is: 1
drawings:
  good-1.tex: {}
  bad-swapped.tex: {fails: red-left}
`;
