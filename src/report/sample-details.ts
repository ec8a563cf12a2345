import type { Box } from '../domain/geometry.ts';
import type { RoundRecord, SampleRecord } from '../domain/run.ts';
import type { Mark, Scene } from '../domain/scene.ts';
import type { Picture, RoundDetails, SampleDetails } from './data.ts';
import { judgementDetails } from './judgement-details.ts';

// A report of 10,000 samples must stay a file that a browser opens; the run file keeps everything whole.
const MAX_LOG_CHARACTERS = 20_000;
const MAX_SOURCE_CHARACTERS = 200_000;
const MAX_VERDICTS = 200;
const MAX_PARTS = 200;

/** What details need besides the sample. */
export interface DetailsOptions {
  /** Which picture has this hash. */
  readonly pictureOf: (hash: string) => Picture;
  /** How much of a round's reasoning is shown. */
  readonly reasoningCharacters: number;
}

/** What is shown of a sample besides its row. */
export function sampleDetails(sample: SampleRecord, options: DetailsOptions): SampleDetails {
  const recorded = sample.rounds.at(-1);
  const last = {
    ...sample,
    ...(recorded?.turn && { turn: recorded.turn }),
    round: recorded?.round ?? 1,
    prompt: recorded?.prompt ?? sample.prompt ?? null,
  };
  return {
    rounds: [...sample.rounds.slice(0, -1), last].map((round) => roundDetails(round, options)),
    spend: sample.spend,
    ending: sample.ending || null,
    ...(sample.judgements && { judgements: sample.judgements.map(judgementDetails) }),
  };
}

/** One round, cut to what a page can carry; each cut leaves a sentence in `cuts`. */
function roundDetails(round: RoundRecord, options: DetailsOptions): RoundDetails {
  const { texts, cuts } = cutTexts(round, options);
  const scene = round.scene ?? null;
  return {
    round: round.round,
    turn: round.turn ?? 1,
    outcome: round.outcome,
    clean: round.clean,
    stage: round.stage,
    spatial: round.grade.spatial,
    full: round.grade.full,
    ...(round.grade.reading !== undefined && { reading: round.grade.reading }),
    ...(round.grade.pixels && { pixels: round.grade.pixels }),
    picture: round.pngHash === null ? null : options.pictureOf(round.pngHash),
    laterPictures: (round.laterPngHashes ?? []).map(options.pictureOf),
    verdicts: round.grade.verdicts.slice(0, MAX_VERDICTS),
    ...texts,
    notes: [...round.notes, ...(scene?.notes ?? [])],
    cuts,
    page: scene?.page ?? null,
    parts: scene === null ? [] : partBoxes(scene),
    pdfHash: round.pdfHash,
    durationMs: round.durationMs,
  };
}

type Texts = Pick<RoundDetails, 'reason' | 'prompt' | 'reply' | 'reasoning' | 'source' | 'log'>;

function cutTexts(
  round: RoundRecord,
  { reasoningCharacters }: DetailsOptions,
): { readonly texts: Texts; readonly cuts: readonly string[] } {
  const cuts: string[] = [];
  const cut = (what: string, text: string | null, max: number): string | null => {
    if (text === null || text.length <= max) return text;
    cuts.push(`${what}: the first ${max} of ${text.length} characters are shown; the run file has all.`);
    return text.slice(0, max);
  };
  const texts = {
    reason: cut('Reason', round.reason, MAX_LOG_CHARACTERS) ?? '',
    source: cut('Source', round.source, MAX_SOURCE_CHARACTERS),
    log: cut('TeX log', round.log, MAX_LOG_CHARACTERS),
    reply: cut('Reply', round.reply, MAX_SOURCE_CHARACTERS),
    reasoning: cut('Reasoning', round.reasoning, reasoningCharacters),
    prompt: cut('What was sent', round.prompt ?? null, MAX_LOG_CHARACTERS),
  };
  return { texts, cuts };
}

function partBoxes(scene: Scene): RoundDetails['parts'] {
  const byIndex = new Map(scene.marks.map((mark) => [mark.index, mark]));
  return scene.parts.slice(0, MAX_PARTS).flatMap((part) => {
    const marks = part.marks.map((index) => byIndex.get(index)).filter((mark) => mark !== undefined);
    const box = boxAround(marks);
    return box === null ? [] : [{ label: part.label, box }];
  });
}

function boxAround(marks: readonly Mark[]): Box | null {
  if (marks.length === 0) return null;
  const edge = (pick: (box: Box) => number, extreme: (a: number, b: number) => number): number =>
    marks.map((mark) => pick(mark.box)).reduce((a, b) => extreme(a, b));
  return {
    xMin: edge((box) => box.xMin, Math.min),
    yMin: edge((box) => box.yMin, Math.min),
    xMax: edge((box) => box.xMax, Math.max),
    yMax: edge((box) => box.yMax, Math.max),
  };
}
