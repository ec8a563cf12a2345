import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { surveyTasks } from '../catalog/find-tasks.ts';
import { loadRubrics, type RubricLibrary } from '../catalog/load-rubrics.ts';
import { loadTasks } from '../catalog/load-tasks.ts';
import type { Task } from '../domain/task.ts';
import { CHECKS } from '../grade/checks/table.ts';
import type { Environment } from './environment.ts';

/** All tasks: the user's own `tasks/` in the working folder first, then those of the package. */
export function loadCatalogue(environment: Environment): readonly Task[] {
  const { directories, notes } = surveyTasks([
    join(environment.workingDirectory, 'tasks'),
    join(environment.packageDirectory, 'tasks'),
  ]);
  for (const note of notes) environment.say(`note: ${note}`);
  return loadTasks({ directories, checks: CHECKS, rubrics: loadRubricLibrary(environment) });
}

/** All rubrics: the user's own `rubrics/` where it lies beside `tasks/` in the working folder, and those of the package. */
export function loadRubricLibrary({ workingDirectory, packageDirectory }: Environment): RubricLibrary {
  const own = existsSync(join(workingDirectory, 'tasks')) ? [join(workingDirectory, 'rubrics')] : [];
  return loadRubrics({ directories: [...own, join(packageDirectory, 'rubrics')] });
}
