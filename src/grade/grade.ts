import type { CheckDefinition, Finding, ParameterValue } from '../domain/check.ts';
import { isTrouble, type Outcome } from '../domain/outcome.ts';
import { picturesOf, type SeenPicture } from '../domain/rendered.ts';
import type { Scene } from '../domain/scene.ts';
import type { GroundedSubject } from '../domain/subject.ts';
import type { CheckSpec, Reading, Task } from '../domain/task.ts';
import type { Grade, Verdict, VerdictOutcome } from '../domain/verdict.ts';
import { CHECKS } from './checks/table.ts';
import { plain } from './finding.ts';
import { inAllFrames, inFrame } from './frames.ts';
import { pictureBefore, subjectIn, type View, viewsFor } from './pictures.ts';
import { gradeOf } from './score.ts';

/** What there is to grade: a validated task and one drawing of it. */
export interface Gradable extends SeenPicture, Reached {
  readonly task: Task;
  /** Frames after the first. */
  readonly laterFrames?: readonly SeenPicture[];
}

/** How far an edit task has come. */
export interface Reached {
  /** Which of its turns the drawing answers; the first when left out. */
  readonly turn?: number;
  /** The pictures of the turn before, or of the drawing that was given. */
  readonly before?: readonly SeenPicture[];
  /** The verdicts of the turns before: what they earned stays. */
  readonly earlier?: readonly Verdict[];
}

const DEFINITIONS: ReadonlyMap<string, CheckDefinition> = new Map(
  CHECKS.map((definition) => [definition.name, definition]),
);

/**
 * A verdict on every criterion up to the drawing's turn, in the task's order. Unmet without looking further: a criterion
 * whose needs are unmet (that its subjects are there is needed by all that compare them), or that wants one thing of a
 * subject where none or several were found. A criterion of a moving task is met when it is in each of its frames.
 * @throws Error for what the catalogue lets through by mistake (a bug).
 */
export function gradeDrawing(gradable: Gradable): Grade {
  const { task, turn = 1, earlier = [] } = gradable;
  const before = new Map(earlier.map((one) => [one.id, one]));
  const specs = task.checks.filter((spec) => (spec.turn ?? 1) <= turn);
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const found = new Map<string, Finding>();
  const findingOf = (id: string, path: readonly string[]): Finding => {
    if (path.includes(id))
      throw new Error(`Criteria need each other in a circle: ${[...path, id].join(' → ')}`);
    const known = found.get(id);
    if (known !== undefined) return known;
    const spec = byId.get(id);
    if (spec === undefined) throw new Error(`No criterion has the id "${id}".`);
    const isMet = (need: string) => findingOf(need, [...path, id]).met;
    const finding = findingBefore(spec, turn, before) ?? judge(spec, gradable, isMet);
    found.set(id, finding);
    return finding;
  };
  const grade = gradeOf(
    specs.map((spec) => {
      const { met, ...rest } = findingOf(spec.id, []);
      return verdict(spec, met ? 'met' : 'unmet', rest);
    }),
  );
  return task.readings === undefined ? grade : { ...grade, reading: readingOf(task.readings, gradable) };
}

/** The first reading all of whose checks are met. */
function readingOf(readings: readonly Reading[], gradable: Gradable): string | null {
  const isMet = (spec: CheckSpec) => judge(spec, gradable, () => true).met;
  return readings.find(({ checks }) => checks.every(isMet))?.name ?? null;
}

/** What an earlier turn's grade says of its own criteria; null for those of this turn. */
function findingBefore(spec: CheckSpec, turn: number, earlier: ReadonlyMap<string, Verdict>): Finding | null {
  if ((spec.turn ?? 1) === turn) return null;
  const known = earlier.get(spec.id);
  if (known === undefined) throw new Error(`The grade of turn ${spec.turn ?? 1} lacks "${spec.id}".`);
  const { outcome, margin, reason, evidence } = known;
  return { met: outcome === 'met', margin, reason, evidence };
}

/** The grade where nothing was drawn: all unmet and 0 when it is the model's doing, all ungraded and null when it is ours. */
export function gradeFailure(
  task: Task,
  { outcome, reason }: { readonly outcome: Exclude<Outcome, 'drawn'>; readonly reason: string },
  { earlier = [] }: Reached = {},
): Grade {
  const isOurs = isTrouble(outcome);
  const rest = { margin: null, reason: `${outcome}: ${reason}`, evidence: [] };
  const known = new Map(earlier.map((one) => [one.id, one]));
  const verdicts = task.checks.map(
    (spec) => known.get(spec.id) ?? verdict(spec, isOurs ? 'ungraded' : 'unmet', rest),
  );
  const grade = gradeOf(verdicts);
  if (isOurs) return { ...grade, spatial: null, full: null };
  return { ...grade, spatial: grade.spatial ?? 0, full: false };
}

function judge(spec: CheckSpec, gradable: Gradable, isMet: (id: string) => boolean): Finding {
  const definition = DEFINITIONS.get(spec.check);
  if (definition === undefined) throw new Error(`No check is called "${spec.check}".`);
  const unmet = spec.needs.find((need) => !isMet(need));
  if (unmet !== undefined) return plain(false, `needs ${unmet}, which is unmet`, []);
  const { task, before = null } = gradable;
  const pictures = { frames: picturesOf(gradable), wanted: task.frames ?? null, before };
  const views = viewsFor(spec, pictures, definition.compares !== undefined);
  return inAllFrames(views.map((view) => judgeView({ definition, spec, task }, view)));
}

interface Question {
  readonly definition: CheckDefinition;
  readonly spec: CheckSpec;
  readonly task: Task;
}

function judgeView(question: Question, view: View | number): Finding {
  const { definition, spec } = question;
  if (typeof view === 'number') return plain(false, `frame ${view} was not drawn`, []);
  const { picture } = view;
  const before = definition.compares === undefined ? null : pictureBefore(view, spec.of);
  if (definition.compares !== undefined && before === null)
    return inFrame(plain(false, 'there is no picture before to compare with', []), view.frame);
  const obstacle = findObstacle(question, picture) ?? (before && obstacleBefore(question, view));
  if (obstacle !== null) return inFrame(plain(false, obstacle, []), view.frame);
  const finding = definition.evaluate({
    ...picture,
    subjects: spec.of.map((name) => subjectIn(picture, name)),
    parameters: withDefaults(definition, spec.parameters),
    ...(before && { before }),
  });
  return inFrame(finding, view.frame);
}

function obstacleBefore(question: Question, { before }: View): string | null {
  const obstacle = before && findObstacle(question, before.picture);
  return obstacle === null ? null : `in the picture before, ${obstacle}`;
}

/** Why a criterion can't be met in a picture, whatever its check would say; null when it may go on. */
function findObstacle({ definition, spec, task }: Question, picture: SeenPicture): string | null {
  const subjects = spec.of.map((name) => subjectIn(picture, name));
  const isAboutText = definition.name === 'text';
  const letters = subjects.find((subject) => !isAboutText && isLettersOnly(subject, task, picture.scene));
  if (letters !== undefined) return `${letters.name} is only written, not drawn (found ${letters.how})`;
  if (definition.wants === 'things') return null;
  const absent = subjects.find(({ chosen }) => chosen === null);
  if (absent !== undefined) return `${absent.name}: ${absent.how}`;
  const there = isAboutText ? undefined : impliedNeeds(spec, task).find((need) => !isThere(need, picture));
  return there === undefined ? null : `needs ${there.id}, which is unmet`;
}

/** Whether a subject is there in this very picture, whichever turn or frame its own criterion speaks of. */
function isThere({ of, parameters }: CheckSpec, picture: SeenPicture): boolean {
  const definition = DEFINITIONS.get('there');
  if (definition === undefined) return true;
  const subjects = of.map((name) => subjectIn(picture, name));
  return definition.evaluate({ ...picture, subjects, parameters: withDefaults(definition, parameters) }).met;
}

/** Whether a subject that is to be drawn is nothing but letters. A subject that the task seeks by its text may be. */
function isLettersOnly({ name, things, by }: GroundedSubject, task: Task, scene: Scene): boolean {
  if (things.length === 0 || by === 'text' || task.subjects[name]?.text !== undefined) return false;
  const own = new Set(things.flatMap(({ marks }) => marks));
  return scene.marks.filter(({ index }) => own.has(index)).every(({ kind }) => kind === 'text');
}

function impliedNeeds(spec: CheckSpec, task: Task): CheckSpec[] {
  const implied = new Set(spec.of.map((name) => `${name}-there`));
  return task.checks.filter(({ id, check }) => check === 'there' && id !== spec.id && implied.has(id));
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
  const { id, check, skill, weight, turn } = spec;
  return { id, check, skill, weight, ...(turn !== undefined && { turn }), outcome, ...rest };
}
