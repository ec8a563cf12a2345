import type { SceneReader, SceneReading } from '../../domain/ports.ts';
import { picturesOf, type SeenPicture } from '../../domain/rendered.ts';
import type { CheckSpec, Task } from '../../domain/task.ts';
import { gradeDrawing } from '../../grade/grade.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { chooseAll, chooseFew } from './choose-mutants.ts';
import type { Mutant } from './make-mutants.ts';
import { mayFlipBy } from './may-flip.ts';
import { askedOf, type GoodDrawing, mutantsOf, requestOf } from './mutants-of.ts';

/** What the mutants of one good drawing show. */
export interface MutantProof {
  readonly file: string;
  /** How many were read. */
  readonly mutants: number;
  /** How many could have been. */
  readonly possible: number;
  /** How many were read of each kind: `remove`, `swap`. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Why there are no mutants, or null. */
  readonly unmade: string | null;
  /** Each criterion whose own check some mutant breaks, with the mutants: `remove otter`, `swap otter moon`. */
  readonly kills: Readonly<Record<string, readonly string[]>>;
  /** Criteria that must fail and do not. */
  readonly survivors: readonly { readonly id: string; readonly mutant: string }[];
  /** Criteria that fail though nothing that they speak of was changed, nor its ink. */
  readonly falseFlips: readonly FalseFlip[];
  /** How many verdicts there were on criteria that no mutant should fail: what false flips are counted out of. */
  readonly untouched: number;
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
  /** Reads every mutant, not only as many as a proof takes. */
  readonly readAll?: boolean;
  /** Criteria that are shown to be able to fail by other drawings; fewer mutants are aimed at them. */
  readonly killed?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** What became of one mutant: what failed and may fail, what failed and may not, what should have failed. */
type Fate = { readonly [Key in 'killed' | 'survived']: readonly string[] } & {
  readonly falseFlips: readonly { readonly id: string; readonly reason: string }[];
  readonly untouched: number;
  readonly unread: string | null;
};

interface Ended extends Fate {
  readonly mutant: Mutant;
}

/** Grades mutants of a good drawing. @throws Error when the sandbox fails, since then nothing is proven */
export async function proveMutants(
  whole: Task,
  good: GoodDrawing,
  { reader, readAll = false, killed = new Set(), signal }: MutantOptions,
): Promise<MutantProof> {
  const task = askedOf(whole, good);
  const { mutants, unmade } = mutantsOf(task, good.rendered);
  const choice = readAll
    ? chooseAll(mutants)
    : chooseFew(task, mutants, { seed: `${task.id} ${good.file}`, killed });
  const ended: Ended[] = [];
  const limits = { concurrency: 2, ...(signal && { signal }) };
  for (let batch = choice.next(new Map()); batch.length > 0; batch = choice.next(countKills(ended))) {
    const from = ended.length;
    await forEachConcurrently([...batch.entries()], limits, async ([at, mutant]) => {
      const reading = await reader.read(requestOf(mutant, task), signal ? { signal } : {});
      ended[from + at] = { mutant, ...fateOf(mutant, reading, { task, good }) };
    });
    signal?.throwIfAborted();
  }
  return { file: good.file, possible: mutants.length, unmade, ...summarise(ended) };
}

function countKills(ended: readonly Ended[]): ReadonlyMap<string, number> {
  return new Map(Object.entries(killersOf(ended)).map(([id, names]) => [id, names.length]));
}

function killersOf(ended: readonly Ended[]): Record<string, readonly string[]> {
  const kills = new Map<string, string[]>();
  for (const { mutant, killed } of ended)
    for (const id of killed) kills.set(id, [...(kills.get(id) ?? []), mutant.name]);
  return Object.fromEntries(kills);
}

function summarise(ended: readonly Ended[]): Omit<MutantProof, 'file' | 'possible' | 'unmade'> {
  const kinds = new Map<string, number>();
  for (const { mutant } of ended) kinds.set(mutant.kind, (kinds.get(mutant.kind) ?? 0) + 1);
  return {
    mutants: ended.length,
    kinds: Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1))),
    kills: killersOf(ended),
    survivors: ended.flatMap(({ mutant, survived }) => survived.map((id) => ({ id, mutant: mutant.name }))),
    falseFlips: ended.flatMap(({ mutant, falseFlips }) =>
      falseFlips.map((flip) => ({ ...flip, mutant: mutant.name })),
    ),
    untouched: ended.reduce((sum, { untouched }) => sum + untouched, 0),
    unread: ended.flatMap(({ mutant, unread }) =>
      unread === null ? [] : [{ mutant: mutant.name, reason: unread }],
    ),
  };
}

function fateOf(
  mutant: Mutant,
  reading: SceneReading,
  { task, good }: { readonly task: Task; readonly good: GoodDrawing },
): Fate {
  const { outcome } = reading;
  const nothing: Fate = { killed: [], survived: [], falseFlips: [], untouched: 0, unread: null };
  if (outcome === 'sandbox-trouble') throw new Error(`Mutant ${mutant.name}: ${outcome}: ${reading.reason}`);
  if (outcome === 'blank' && !mutant.isHarmless)
    return { ...nothing, killed: presenceOf(task, mutant.subjects) };
  if (outcome !== 'drawn') return { ...nothing, unread: `${outcome}: ${reading.reason}` };
  const { scene, grounding, laterFrames = [] } = reading;
  const pictures = picturesOf(reading);
  const mayFlip = mayFlipBy(mutant, pictures, { task, good });
  const { verdicts } = gradeDrawing({ task, scene, grounding, laterFrames, ...good.reached, earlier: [] });
  const unmet = verdicts.filter((verdict) => verdict.outcome === 'unmet');
  const failed = new Set(unmet.map(({ id }) => id));
  const gone = goneFrom(pictures[mutant.frame - 1]);
  return {
    ...nothing,
    killed: [...failed].filter((id) => mayFlip.has(id) && failsByItself(id, { task, failed, gone })),
    survived: mutant.mustFlip.filter((id) => !failed.has(id)),
    falseFlips: unmet.filter(({ id }) => !mayFlip.has(id)).map(({ id, reason }) => ({ id, reason })),
    untouched: verdicts.filter(({ id }) => !mayFlip.has(id)).length,
  };
}

/** What a blank page shows: that the subjects are gone. */
function presenceOf({ checks }: Task, subjects: ReadonlySet<string>): readonly string[] {
  const isOwn = ({ check, of }: CheckSpec) => check === 'there' && of.every((name) => subjects.has(name));
  return checks.filter(isOwn).map(({ id }) => id);
}

function goneFrom(picture: SeenPicture | undefined): ReadonlySet<string> {
  const subjects = Object.values(picture?.grounding.subjects ?? {});
  return new Set(subjects.filter(({ things }) => things.length === 0).map(({ name }) => name));
}

interface Failing {
  readonly task: Task;
  readonly failed: ReadonlySet<string>;
  /** Subjects that are not in the broken picture, even if another turn's criterion says that they were there. */
  readonly gone: ReadonlySet<string>;
}

/** Whether its own check was asked: what fails with a subject that is not there shows nothing about its check. */
function failsByItself(id: string, { task, failed, gone }: Failing): boolean {
  const spec = task.checks.find((each) => each.id === id);
  const of = spec?.of ?? [];
  if (!ABOUT_BEING.has(spec?.check ?? '') && of.some((name) => gone.has(name))) return false;
  const needs = [...(spec?.needs ?? []), ...of.map((name) => `${name}-there`)];
  return needs.every((need) => need === id || !failed.has(need));
}

/** Checks whose business it is how many of something there are. */
const ABOUT_BEING: ReadonlySet<string> = new Set(['there', 'count']);
