import { setImmediate } from 'node:timers/promises';
import { type SampleSummary, sampleId } from '../domain/run.ts';
import { duplicates, samePicture } from '../grade/pixels/duplicates.ts';
import { readPng, whereReadable } from '../grade/pixels/png.ts';
import { drawingOf } from '../store/judgements.ts';
import type { RunStore } from '../store/run-store.ts';

/**
 * Tells which samples of a cell show the same as an earlier one: a model that repeats itself has fewer samples than it seems.
 * Where a drawing is given to be changed, right answers look alike and nothing is told. Each cell is looked at once for the
 * pictures that it has. Throws the signal's reason when stopped on the way.
 */
export async function findRepeats(
  store: Pick<RunStore, 'tasks' | 'listSummaries' | 'readBlob' | 'recordRepeats'>,
  signal?: AbortSignal,
): Promise<void> {
  const edited = new Set(store.tasks().flatMap(({ id, given }) => (given === undefined ? [] : [id])));
  const drawn = [...store.listSummaries()].filter(
    ({ taskId, pngHash }) => pngHash !== null && !edited.has(taskId),
  );
  const cells = Map.groupBy(drawn, (sample) => sampleId({ ...sample, number: 0 }));
  for (const samples of cells.values()) {
    if (samples.length < 2 || samples.every(({ repeats }) => repeats !== undefined)) continue;
    // A cell takes a tenth of a second or more: others get their turn.
    await setImmediate();
    signal?.throwIfAborted();
    store.recordRepeats(repeatsAmong(samples, store));
  }
}

type Blobs = Pick<RunStore, 'readBlob'>;

function repeatsAmong(samples: readonly SampleSummary[], store: Blobs) {
  // What can't be read is taken for a drawing of its own.
  const readable = samples.filter(
    (sample) => whereReadable(() => readPng(pictureOf(sample, store))) !== null,
  );
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  const groups = duplicates(readable.map((sample) => ({ id: sample.id, png: pictureOf(sample, store) })));
  const firstOf = new Map(
    groups.flatMap(([first = '', ...others]) =>
      others
        .filter((id) => movesAlike(byId.get(first), byId.get(id), store))
        .map((id) => [id, first] as const),
    ),
  );
  return samples.map((sample) => ({
    sampleId: sample.id,
    drawing: drawingOf(sample),
    ofId: firstOf.get(sample.id) ?? null,
  }));
}

function pictureOf({ pngHash }: SampleSummary, store: Blobs): Uint8Array {
  return store.readBlob(pngHash ?? '');
}

/** Of moving scenes whose first frames show the same: whether all others do, too. */
function movesAlike(one: SampleSummary | undefined, other: SampleSummary | undefined, store: Blobs): boolean {
  const frames = (sample: SampleSummary | undefined) => sample?.laterPngHashes ?? [];
  const [first, second] = [frames(one), frames(other)];
  if (first.length !== second.length) return false;
  return first.every((hash, at) => {
    const twin = second[at] ?? '';
    const isSame = () => samePicture(store.readBlob(hash), store.readBlob(twin));
    return hash === twin || whereReadable(isSame) === true;
  });
}
