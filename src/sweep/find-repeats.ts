import { setImmediate } from 'node:timers/promises';
import { type SampleSummary, sampleId } from '../domain/run.ts';
import { duplicates } from '../grade/pixels/duplicates.ts';
import { whereReadable } from '../grade/pixels/png.ts';
import { drawingOf } from '../store/judgements.ts';
import type { RunStore } from '../store/run-store.ts';

/**
 * Tells which samples of a cell show the same as an earlier one: a model that repeats itself has fewer samples than it seems.
 * Each cell is looked at once for the pictures that it has. Throws the signal's reason when stopped on the way.
 */
export async function findRepeats(
  store: Pick<RunStore, 'listSummaries' | 'readBlob' | 'recordRepeats'>,
  signal?: AbortSignal,
): Promise<void> {
  const drawn = [...store.listSummaries()].filter(({ pngHash }) => pngHash !== null);
  const cells = Map.groupBy(drawn, (sample) => sampleId({ ...sample, number: 0 }));
  for (const samples of cells.values()) {
    if (samples.length < 2 || samples.every(({ repeats }) => repeats !== undefined)) continue;
    // A cell takes a tenth of a second or more: others get their turn.
    await setImmediate();
    signal?.throwIfAborted();
    store.recordRepeats(repeatsAmong(samples, store));
  }
}

function repeatsAmong(samples: readonly SampleSummary[], store: Pick<RunStore, 'readBlob'>) {
  const pictures = samples.map(({ id, pngHash }) => ({ id, png: store.readBlob(pngHash ?? '') }));
  // What can't be read is taken for a drawing of its own.
  const groups = whereReadable(() => duplicates(pictures)) ?? [];
  const firstOf = new Map(
    groups.flatMap(([first = '', ...others]) => others.map((id) => [id, first] as const)),
  );
  return samples.map((sample) => ({
    sampleId: sample.id,
    drawing: drawingOf(sample),
    ofId: firstOf.get(sample.id) ?? null,
  }));
}
