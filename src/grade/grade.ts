import type { CheckDefinition, Finding, ParameterValue } from '../domain/check.ts';
import { isTrouble, type Outcome } from '../domain/outcome.ts';
import type { Scene } from '../domain/scene.ts';
import type { GroundedSubject, Grounding } from '../domain/subject.ts';
import type { CheckSpec, Task } from '../domain/task.ts';
import type { Grade, Verdict, VerdictOutcome } from '../domain/verdict.ts';
import { CHECKS } from './checks/table.ts';
import { plain } from './finding.ts';
import { gradeOf } from './score.ts';

/** What there is to grade: a validated task and one drawing of it. */
export interface Gradable {
  readonly task: Task;
  readonly scene: Scene;
  readonly grounding: Grounding;
}

const DEFINITIONS: ReadonlyMap<string, CheckDefinition> = new Map(
  CHECKS.map((definition) => [definition.name, definition]),
);

/**
 * A verdict on every criterion of the task, in its order. Unmet without looking further: a criterion whose needs are
 * unmet (that its subjects are there is needed by all that compare them), or that wants one thing of a subject
 * where none or several were found. @throws Error for what the catalogue lets through by mistake (a bug).
 */
export function gradeDrawing(gradable: Gradable): Grade {
  const byId = new Map(gradable.task.checks.map((spec) => [spec.id, spec]));
  const found = new Map<string, Finding>();
  const findingOf = (id: string, path: readonly string[]): Finding => {
    if (path.includes(id))
      throw new Error(`Criteria need each other in a circle: ${[...path, id].join(' → ')}`);
    const known = found.get(id);
    if (known !== undefined) return known;
    const spec = byId.get(id);
    if (spec === undefined) throw new Error(`No criterion has the id "${id}".`);
    const isMet = (need: string) => findingOf(need, [...path, id]).met;
    const finding = judge(spec, gradable, isMet);
    found.set(id, finding);
    return finding;
  };
  return gradeOf(
    gradable.task.checks.map((spec) => {
      const { met, ...rest } = findingOf(spec.id, []);
      return verdict(spec, met ? 'met' : 'unmet', rest);
    }),
  );
}

/** The grade where nothing was drawn: all unmet and 0 when it is the model's doing, all ungraded and null when it is ours. */
export function gradeFailure(task: Task, outcome: Exclude<Outcome, 'drawn'>, reason: string): Grade {
  const verdictOutcome = isTrouble(outcome) ? 'ungraded' : 'unmet';
  const rest = { margin: null, reason: `${outcome}: ${reason}`, evidence: [] };
  const verdicts = task.checks.map((spec) => verdict(spec, verdictOutcome, rest));
  const grade = gradeOf(verdicts);
  return isTrouble(outcome) ? { ...grade, spatial: null, full: null } : { ...grade, spatial: 0, full: false };
}

function judge(spec: CheckSpec, gradable: Gradable, isMet: (id: string) => boolean): Finding {
  const definition = DEFINITIONS.get(spec.check);
  if (definition === undefined) throw new Error(`No check is called "${spec.check}".`);
  const unmet = spec.needs.find((need) => !isMet(need));
  if (unmet !== undefined) return plain(false, `needs ${unmet}, which is unmet`, []);
  const subjects = spec.of.map((name) => subjectOf(name, gradable.grounding));
  const obstacle = findObstacle({ definition, spec, subjects }, gradable, isMet);
  if (obstacle !== null) return plain(false, obstacle, []);
  const parameters = withDefaults(definition, spec.parameters);
  return definition.evaluate({ ...gradable, subjects, parameters });
}

interface Question {
  readonly definition: CheckDefinition;
  readonly spec: CheckSpec;
  readonly subjects: readonly GroundedSubject[];
}

/** Why a criterion can't be met, whatever its check would say; null when it may go on. */
function findObstacle(
  { definition, spec, subjects }: Question,
  { task, scene }: Gradable,
  isMet: (id: string) => boolean,
): string | null {
  const isAboutText = definition.name === 'text';
  const letters = subjects.find((subject) => !isAboutText && isLettersOnly(subject, task, scene));
  if (letters !== undefined) return `${letters.name} is only written, not drawn (found ${letters.how})`;
  if (definition.wants === 'things') return null;
  const absent = subjects.find(({ chosen }) => chosen === null);
  if (absent !== undefined) return `${absent.name}: ${absent.how}`;
  const there = isAboutText ? undefined : impliedNeeds(spec, task).find((need) => !isMet(need));
  return there === undefined ? null : `needs ${there}, which is unmet`;
}

/** Whether a subject that is to be drawn is nothing but letters. A subject that the task seeks by its text may be. */
function isLettersOnly({ name, things, by }: GroundedSubject, task: Task, scene: Scene): boolean {
  if (things.length === 0 || by === 'text' || task.subjects[name]?.text !== undefined) return false;
  const own = new Set(things.flatMap(({ marks }) => marks));
  return scene.marks.filter(({ index }) => own.has(index)).every(({ kind }) => kind === 'text');
}

function impliedNeeds(spec: CheckSpec, task: Task): string[] {
  const implied = new Set(spec.of.map((name) => `${name}-there`));
  return task.checks
    .filter(({ id, check }) => check === 'there' && id !== spec.id && implied.has(id))
    .map(({ id }) => id);
}

function subjectOf(name: string, grounding: Grounding): GroundedSubject {
  const subject = grounding.subjects[name];
  if (subject === undefined) throw new Error(`The drawing was not searched for the subject "${name}".`);
  return subject;
}

function withDefaults(
  { parameters }: CheckDefinition,
  given: Readonly<Record<string, ParameterValue>>,
): Record<string, ParameterValue> {
  const defaults = Object.entries(parameters).flatMap(([key, spec]) =>
    'default' in spec && spec.default !== undefined ? [[key, spec.default] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function verdict(spec: CheckSpec, outcome: VerdictOutcome, rest: Omit<Finding, 'met'>): Verdict {
  const { id, check, skill, weight } = spec;
  return { id, check, skill, weight, outcome, ...rest };
}
