import { loadRubrics } from '../../src/catalog/load-rubrics.ts';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import type { Rubric } from '../../src/domain/rubric.ts';
import { CHECKS } from './definitions.ts';
import { mistakesOf, VALID, workspace } from './workspace.ts';

/** Rubric files by name, without the ending. */
export type RubricTexts = Readonly<Record<string, string>>;

/** Files of these rubrics, and of a task whose file ends with `task`. Its subjects are red and blue. */
export function rubricWorkspace(rubrics: RubricTexts, task = '') {
  return workspace({
    ...Object.fromEntries(Object.entries(rubrics).map(([name, text]) => [`rubrics/${name}.yaml`, text])),
    'basics/pair/task.yaml': `${VALID}${task}`,
    'basics/pair/drawings/good-1.tex': '',
    'basics/pair/drawings/bad-swapped.tex': '',
  });
}

/** The rubric of a task that says `rubric: …` with these rubrics. */
export function rubricOf(rubrics: RubricTexts, stated: string): Rubric | undefined {
  using files = rubricWorkspace(rubrics, `rubric: ${stated}\n`);
  const library = loadRubrics({ directories: [files.path('rubrics')] });
  return loadTask(files.path('basics/pair'), { checks: CHECKS, rubrics: library }).rubric;
}

/** The mistakes of rubric files, each as `name.yaml:line:column: message`. */
export function rubricMistakesIn(rubrics: RubricTexts): string[] {
  using files = rubricWorkspace(rubrics);
  const directories = [files.path('rubrics')];
  return mistakesOf(files.path('rubrics'), () => loadRubrics({ directories }));
}

/** The mistakes of the line `rubric: …` of a task with right rubrics, each as `column: message`. */
export function useMistakesIn(rubrics: RubricTexts, stated: string): string[] {
  using files = rubricWorkspace(rubrics, `rubric: ${stated}\n`);
  const library = loadRubrics({ directories: [files.path('rubrics')] });
  const load = () => loadTask(files.path('basics/pair'), { checks: CHECKS, rubrics: library });
  return mistakesOf(files.root, load).map((line) => line.replace('basics/pair/task.yaml:17:', ''));
}

/** The lines of one item that asks whether something is well drawn. */
export function asked(id: string, more = ''): string {
  return `  - {id: ${id}, skill: craft, question: Is it well drawn?, yes: It is., no: It is not.${more}}\n`;
}
