import type { SceneReader, SceneReading } from '../../domain/ports.ts';
import type { RenderedDrawing } from '../../domain/rendered.ts';
import type { CheckSpec, Task } from '../../domain/task.ts';
import { gradeDrawing } from '../../grade/grade.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { changedSubjects } from './changed-subjects.ts';
import { type Mutant, makeMutants } from './make-mutants.ts';

/** What the mutants of one good drawing show. */
export interface MutantProof {
  readonly file: string;
  readonly mutants: number;
  /** Why there are no mutants, or null. */
  readonly unmade: string | null;
  /** Each criterion whose own check some mutant breaks, with the mutants: `remove otter`, `swap otter moon`. */
  readonly kills: Readonly<Record<string, readonly string[]>>;
  /** Criteria that must fail and do not. */
  readonly survivors: readonly { readonly id: string; readonly mutant: string }[];
  /** Criteria that fail though nothing that they speak of was changed, nor its ink. */
  readonly falseFlips: readonly FalseFlip[];
  /** Mutants that could not be read, and prove nothing. */
  readonly unread: readonly { readonly mutant: string; readonly reason: string }[];
}

interface FalseFlip {
  readonly id: string;
  readonly mutant: string;
  readonly reason: string;
}

export interface MutantOptions {
  readonly reader: SceneReader;
  readonly signal?: AbortSignal;
}

/** A drawing that is known to meet every criterion. */
export interface GoodDrawing {
  readonly file: string;
  readonly rendered: RenderedDrawing;
}

/** What became of one mutant: what failed and may fail, what failed and may not, what should have failed. */
type Fate = { readonly [Key in 'killed' | 'survived']: readonly string[] } & {
  readonly falseFlips: readonly { readonly id: string; readonly reason: string }[];
  readonly unread: string | null;
};

/** Grades every mutant of a good drawing. @throws Error when the sandbox fails, since then nothing is proven */
export async function proveMutants(
  task: Task,
  good: GoodDrawing,
  { reader, signal }: MutantOptions,
): Promise<MutantProof> {
  const { mutants, unmade } = makeMutants(task, good.rendered);
  const ended: (Fate & { readonly name: string })[] = [];
  const limits = { concurrency: 2, ...(signal && { signal }) };
  await forEachConcurrently([...mutants.entries()], limits, async ([at, mutant]) => {
    const request = { pdf: mutant.pdf, subjects: task.subjects };
    const reading = await reader.read(request, signal ? { signal } : {});
    ended[at] = { name: mutant.name, ...fateOf(mutant, reading, { task, good }) };
  });
  signal?.throwIfAborted();
  const kills = new Map<string, string[]>();
  for (const { name, killed } of ended)
    for (const id of killed) kills.set(id, [...(kills.get(id) ?? []), name]);
  return {
    file: good.file,
    mutants: mutants.length,
    unmade,
    kills: Object.fromEntries(kills),
    survivors: ended.flatMap(({ name, survived }) => survived.map((id) => ({ id, mutant: name }))),
    falseFlips: ended.flatMap(({ name, falseFlips }) =>
      falseFlips.map((flip) => ({ ...flip, mutant: name })),
    ),
    unread: ended.flatMap(({ name, unread }) => (unread === null ? [] : [{ mutant: name, reason: unread }])),
  };
}

function fateOf(
  mutant: Mutant,
  reading: SceneReading,
  { task, good }: { readonly task: Task; readonly good: GoodDrawing },
): Fate {
  const { outcome } = reading;
  const nothing: Fate = { killed: [], survived: [], falseFlips: [], unread: null };
  if (outcome === 'sandbox-trouble') throw new Error(`Mutant ${mutant.name}: ${outcome}: ${reading.reason}`);
  if (outcome === 'blank') return { ...nothing, killed: presenceOf(task, mutant.subjects) };
  if (outcome !== 'drawn') return { ...nothing, unread: `${outcome}: ${reading.reason}` };
  const { scene, grounding } = reading;
  const changed = changedSubjects(good.rendered.grounding, grounding, mutant.origin);
  const mayFlip = dependents(task, new Set([...mutant.subjects, ...changed]));
  const { verdicts } = gradeDrawing({ task, scene, grounding });
  const unmet = verdicts.filter((verdict) => verdict.outcome === 'unmet');
  const failed = new Set(unmet.map(({ id }) => id));
  return {
    ...nothing,
    killed: [...failed].filter((id) => mayFlip.has(id) && failsByItself(id, task, failed)),
    survived: mutant.mustFlip.filter((id) => !failed.has(id)),
    falseFlips: unmet.filter(({ id }) => !mayFlip.has(id)).map(({ id, reason }) => ({ id, reason })),
  };
}

/** What a blank page shows: that the subjects are gone. */
function presenceOf({ checks }: Task, subjects: ReadonlySet<string>): readonly string[] {
  const isOwn = ({ check, of }: CheckSpec) => check === 'there' && of.every((name) => subjects.has(name));
  return checks.filter(isOwn).map(({ id }) => id);
}

/** Whether its own check was asked: what fails with a subject that is not there shows nothing about its check. */
function failsByItself(id: string, { checks }: Task, failed: ReadonlySet<string>): boolean {
  const spec = checks.find((each) => each.id === id);
  const needs = [...(spec?.needs ?? []), ...(spec?.of ?? []).map((name) => `${name}-there`)];
  return needs.every((need) => need === id || !failed.has(need));
}

/** Criteria that speak of one of the subjects, or of the whole drawing, and all that need them. */
function dependents({ checks }: Task, subjects: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { id, of, needs } of checks)
      if (of.length === 0 || of.some((name) => subjects.has(name)) || needs.some((need) => found.has(need)))
        found.add(id);
  }
  return found;
}
