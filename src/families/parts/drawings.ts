import type { WrittenDrawing, WrittenTask } from '../../domain/family.ts';
import type { Box } from '../../domain/geometry.ts';
import { gapBetween } from './distances.ts';
import { drawThings, type Style } from './draw-things.ts';
import { foresee, type Question } from './foresee.ts';
import { boxOfThing, type Thing } from './things.ts';

/** A drawing that is to be wrong, before it is known what it fails. */
export interface Fault {
  /** What is wrong, in a few words joined by hyphens. */
  readonly name: string;
  readonly things: readonly Thing[];
}

/** More than this many drawings of a task take longer to prove than they tell. */
const MOST_FAULTS = 14;
const LEAST_FAULTS = 3;

/**
 * The known drawings of a layout: it drawn right in two styles, and as many of the faults as it takes to break each
 * criterion that can be broken, at least three. Null when the layout comes near to a threshold, or when the faults
 * leave a criterion whole: another layout is to be tried then.
 */
export function drawingsOf(
  question: Question,
  layout: {
    readonly things: readonly Thing[];
    readonly faults: readonly Fault[];
    readonly styles?: readonly Style[];
  },
): readonly WrittenDrawing[] | null {
  const right = foresee(question, layout.things);
  if (right.fails.length > 0 || right.unsure.length > 0) return null;
  const known = layout.faults.flatMap((fault) => knownFault(question, fault));
  const kept = cover(
    known,
    question.checks.map(({ id }) => id),
  );
  if (kept === null) return null;
  const styles = layout.styles ?? [{ by: 'paths' }, { by: 'nodes', scale: 1.3 }];
  const goods = styles.map((style, index) => ({
    file: `good-${index + 1}.tex`,
    source: drawThings(layout.things, style),
    fails: [],
  }));
  return [...goods, ...kept];
}

function knownFault(question: Question, { name, things }: Fault): readonly WrittenDrawing[] {
  const { fails, unsure } = foresee(question, things);
  if (fails.length === 0 || unsure.length > 0 || hidesSomething(things)) return [];
  return [{ file: `bad-${name}.tex`, source: drawThings(things, { by: 'paths' }), fails }];
}

/** Whether shapes lie on one another, so that part of one isn't seen; a small one on a large one is meant. */
function hidesSomething(things: readonly Thing[]): boolean {
  const shapes = things.filter(({ kind }) => kind === 'square' || kind === 'circle' || kind === 'triangle');
  return shapes.some((one, index) =>
    shapes.slice(index + 1).some((other) => 'size' in one && 'size' in other && covers(one, other)),
  );
}

function covers(one: Thing & { readonly size: number }, other: Thing & { readonly size: number }): boolean {
  if (Math.min(one.size, other.size) < 0.4 * Math.max(one.size, other.size)) return false;
  if (!boxesMeet(boxOfThing(one), boxOfThing(other))) return false;
  const shrunk = (thing: typeof one) => ({ ...thing, size: thing.size * 0.98 });
  return gapBetween([shrunk(one)], [shrunk(other)]) === 0;
}

function boxesMeet(one: Box, other: Box): boolean {
  const isApart =
    one.xMax < other.xMin || other.xMax < one.xMin || one.yMax < other.yMin || other.yMax < one.yMin;
  return !isApart;
}

/**
 * Takes, again and again, the fault that breaks most of what is still whole; then others, until there are enough. What
 * something missing breaks counts for little: a check that compares is better broken by what it compares.
 */
function cover(known: readonly WrittenDrawing[], ids: readonly string[]): readonly WrittenDrawing[] | null {
  const whole = new Set(ids);
  const kept = new Set<WrittenDrawing>();
  const news = ({ fails }: WrittenDrawing) =>
    fails.filter((id) => whole.has(id)).length * (fails.some((id) => id.endsWith('-there')) ? 0.01 : 1);
  while (whole.size > 0) {
    const best = known.reduce<WrittenDrawing | undefined>(
      (most, next) => (most === undefined || news(next) > news(most) ? next : most),
      undefined,
    );
    if (best === undefined || news(best) === 0 || kept.size >= MOST_FAULTS) return null;
    kept.add(best);
    for (const id of best.fails) whole.delete(id);
  }
  for (const other of known) if (kept.size < LEAST_FAULTS) kept.add(other);
  return kept.size < LEAST_FAULTS ? null : known.filter((drawing) => kept.has(drawing));
}

/** How many layouts are tried before a family gives up: a fault of the family, no bad luck. */
const MOST_TRIES = 200;

/** The first task that a maker of layouts brings about. @throws Error when it never does. */
export function firstOf(make: () => WrittenTask | null): WrittenTask {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const task = make();
    if (task !== null) return task;
  }
  throw new Error(`no layout came about in ${MOST_TRIES} tries`);
}
