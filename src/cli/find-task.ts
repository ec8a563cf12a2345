import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadTask } from '../catalog/load-tasks.ts';
import { selectTasks } from '../catalog/select-tasks.ts';
import type { Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import { CHECKS } from '../grade/checks/table.ts';
import { loadCatalogue, loadRubricLibrary } from './catalogue.ts';
import type { Environment } from './environment.ts';

/** One task by the path of its file or folder, else by its id. */
export function findTask(name: string, environment: Environment): Task {
  const path = resolve(environment.workingDirectory, name);
  if (existsSync(path)) return loadTask(path, { checks: CHECKS, rubrics: loadRubricLibrary(environment) });
  const [task, another] = selectTasks(loadCatalogue(environment), [name]);
  if (task !== undefined && another === undefined) return task;
  throw new UsageError(`${name}: expected one task, got several`, {
    remedy: 'Name one by its id or its file.',
  });
}
