import type { CheckSpec, Task } from '../../../src/domain/task.ts';
import { gradeDrawing } from '../../../src/grade/grade.ts';
import { taskOf } from '../../helpers/ink.ts';
import { makePicture } from '../../helpers/make-pdf.ts';
import { readDrawn } from '../../scene/read-drawn.ts';

/** What is asked of TikZ pictures in which `\part` labels the subjects. */
export interface Asked extends Partial<CheckSpec> {
  readonly check: string;
  readonly of: readonly string[];
  /** Subjects that only tell where everything else is. */
  readonly beside?: readonly string[];
}

const LIBRARIES = String.raw`\usetikzlibrary{arrows.meta,backgrounds,calc,decorations.pathmorphing,decorations.markings,
decorations.pathreplacing,patterns.meta,shadows,fit,shapes.misc}`;

/** True when the check is met, as a task has it (its subjects must be there); else the reason. */
export async function realVerdict(
  body: string,
  { beside = [], ...check }: Asked,
  before?: string,
): Promise<true | string> {
  const names = [...check.of, ...beside];
  const subjects = Object.fromEntries(names.map((label) => [label, { label }]));
  const there = names.map((name) => ({ id: `${name}-there`, check: 'there', of: [name] }));
  const task: Task = taskOf([...there, { id: 'it', ...check }], { subjects });
  const grade = gradeDrawing({
    task,
    ...(await seen(body, subjects)),
    ...(before !== undefined && { before: [await seen(before, subjects)] }),
  });
  const verdict = grade.verdicts.find(({ id }) => id === 'it');
  return verdict?.outcome === 'met' || (verdict?.reason ?? 'no verdict');
}

async function seen(body: string, subjects: Task['subjects']) {
  const { scene, grounding } = await readDrawn(await makePicture(body, { preamble: LIBRARIES }), subjects);
  return { scene, grounding };
}
