import { gzipSync } from 'node:zlib';
import type { PairVerdict } from '../domain/pair.ts';
import type { RunInfo, RunModel, SampleRecord } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import type { Contender, Picture, ReportData, SampleDetails, SampleRow } from './data.ts';
import { disputedItems } from './disputed-items.ts';
import { embedJson } from './embed-json.ts';
import { pairsBySample } from './pair-details.ts';
import { sampleDetails } from './sample-details.ts';

/** Samples whose details are packed and opened together: their logs are alike, so they shrink well together. */
const DETAILS_PER_BLOCK = 16;

/** About 10 MB of the page, packed. */
const ALL_REASONING_CHARACTERS = 30_000_000;

/** A report's data: what the page reads at once, and the packed blocks of details that it opens one by one. */
export interface BuiltReport {
  readonly data: ReportData;
  /** Each one gzip of a JSON array of SampleDetails, in base64. */
  readonly detailBlocks: readonly string[];
}

/** What is needed to build a report's data. `pictureOf` says which picture a sample has, by its hash. */
export interface ReportInput {
  readonly run: RunInfo;
  readonly samples: Iterable<SampleRecord>;
  readonly summary: Summary;
  /** What judges say of pairs of the samples. Missing: none were compared. */
  readonly pairs?: readonly PairVerdict[];
  readonly pictureOf: (hash: string) => Picture;
}

/**
 * Builds the data of a report, one sample at a time: only rows and packed details stay in memory. Samples whose task,
 * model or judge isn't in the run are a bug and throw. Columns without any sample are left out.
 */
export function buildReport(input: ReportInput): BuiltReport {
  const { run, summary } = input;
  const contenders = new Map<string, { place: number; contender: Contender }>();
  const taskPlaces = placesOf(run.tasks);
  const judgePlaces = placesOf(run.judges ?? []);
  const samples: SampleRow[] = [];
  const packer = createPacker();
  const pairsOf = pairsBySample(input.pairs ?? []);
  const options = { pictureOf: input.pictureOf, reasoningCharacters: reasoningRoom(run) };
  for (const sample of input.samples) {
    const task = taskPlaces.get(sample.taskId);
    if (task === undefined) throw new Error(`sample ${sample.id} has a task that the run does not have`);
    samples.push({
      ...rowOf(sample, input.pictureOf),
      ...likenessOf(sample, judgePlaces),
      task,
      contender: placeOf(contenders, sample),
    });
    packer.add({ ...sampleDetails(sample, options), ...pairsOf(sample.id) });
  }
  const ordered = orderContenders(run, [...contenders.values()]);
  const data: ReportData = {
    version: 1,
    run: {
      ...run,
      models: run.models.map(withoutHeaderValues),
      ...(run.judges && { judges: run.judges.map(withoutHeaderValues) }),
    },
    summary,
    contenders: ordered.map((entry) => entry.contender),
    samples: renumber(
      samples,
      ordered.map((entry) => entry.place),
    ),
    givenPictures: Object.fromEntries(
      run.tasks.flatMap(({ id, givenPngHash }) =>
        givenPngHash ? [[id, input.pictureOf(givenPngHash)]] : [],
      ),
    ),
    detailsPerBlock: DETAILS_PER_BLOCK,
  };
  return { data, detailBlocks: packer.finish() };
}

/** Models think at length, and no two alike: the more samples, the less of each, so that the page still opens. */
function reasoningRoom({ tasks, models, tracks, samplesPerCell }: RunInfo): number {
  const cells = Math.max(1, tasks.length * models.length * tracks.length * samplesPerCell);
  return Math.max(2_000, Math.min(50_000, Math.floor(ALL_REASONING_CHARACTERS / cells)));
}

/** A header may hold what opens a server: only its name goes into a page that people share. */
function withoutHeaderValues<Asked extends Pick<RunModel, 'settings'>>(model: Asked): Asked {
  const { headers, ...settings } = model.settings ?? {};
  if (!headers) return model;
  const names = Object.keys(headers).map((name) => [name, '']);
  return { ...model, settings: { ...settings, headers: Object.fromEntries(names) } };
}

function rowOf(
  sample: SampleRecord,
  pictureOf: ReportInput['pictureOf'],
): Omit<SampleRow, 'task' | 'contender'> {
  return {
    id: sample.id,
    number: sample.number,
    outcome: sample.outcome,
    clean: sample.clean,
    spatial: sample.grade.spatial,
    full: sample.grade.full,
    picture: sample.pngHash === null ? null : pictureOf(sample.pngHash),
    ...(sample.rounds.length > 1 && { rounds: sample.rounds.length }),
    ...(sample.repeats && { repeats: sample.repeats }),
  };
}

function placesOf(all: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(all.map(({ id }, place) => [id, place]));
}

function likenessOf(
  { id, judgements = [] }: SampleRecord,
  judgePlaces: ReadonlyMap<string, number>,
): Pick<SampleRow, 'likeness' | 'disputed'> {
  const judged = judgements.filter(({ verdicts }) => verdicts.length > 0);
  if (judged.length === 0) return {};
  const likeness = judged.map(({ judgeId, likeness, bounds }) => {
    const judge = judgePlaces.get(judgeId);
    if (judge === undefined) throw new Error(`sample ${id} has a judge that the run does not have`);
    return { judge, likeness, bounds };
  });
  const disputed = disputedItems(judged).size;
  return { likeness, ...(disputed > 0 && { disputed }) };
}

function placeOf(
  contenders: Map<string, { place: number; contender: Contender }>,
  sample: SampleRecord,
): number {
  const key = `${sample.modelId}|${sample.track}`;
  const known = contenders.get(key);
  if (known) return known.place;
  const place = contenders.size;
  contenders.set(key, { place, contender: { modelId: sample.modelId, track: sample.track } });
  return place;
}

function orderContenders(
  run: RunInfo,
  entries: readonly { readonly place: number; readonly contender: Contender }[],
): typeof entries {
  const models = new Map(run.models.map((model, place) => [model.id, place]));
  const rank = (contender: Contender): number =>
    (models.get(contender.modelId) ?? models.size) * run.tracks.length + run.tracks.indexOf(contender.track);
  return [...entries].sort((a, b) => rank(a.contender) - rank(b.contender));
}

function renumber(samples: readonly SampleRow[], order: readonly number[]): SampleRow[] {
  const newPlaces = new Map(order.map((oldPlace, newPlace) => [oldPlace, newPlace]));
  return samples.map((sample) => ({
    ...sample,
    contender: newPlaces.get(sample.contender) ?? sample.contender,
  }));
}

function createPacker(): { add(details: SampleDetails): void; finish(): readonly string[] } {
  const blocks: string[] = [];
  let waiting: SampleDetails[] = [];
  const pack = (): void => {
    if (waiting.length === 0) return;
    blocks.push(gzipSync(embedJson(waiting)).toString('base64'));
    waiting = [];
  };
  return {
    add: (details) => {
      waiting.push(details);
      if (waiting.length === DETAILS_PER_BLOCK) pack();
    },
    finish: () => {
      pack();
      return blocks;
    },
  };
}
