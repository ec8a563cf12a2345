import type { Box } from '../domain/geometry.ts';
import type { Judgement, JudgeTrouble } from '../domain/judgement.ts';
import type { Outcome, Stage } from '../domain/outcome.ts';
import type { RunInfo, Spend } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import type { Track } from '../domain/task.ts';
import type { PixelMeasures, Verdict } from '../domain/verdict.ts';

/** All that the page needs at once. Plain JSON; what only one sample's view needs lies in the details. */
export interface ReportData {
  readonly version: 1;
  readonly run: RunInfo;
  readonly summary: Summary;
  /** Who drew: model and track, in the order of the wall's columns. */
  readonly contenders: readonly Contender[];
  readonly samples: readonly SampleRow[];
  /** What edit tasks begin with, by the id of the task. */
  readonly givenPictures: Readonly<Record<string, Picture>>;
  /** How many samples share one block of details; sample `n` lies in block `floor(n / detailsPerBlock)`. */
  readonly detailsPerBlock: number;
}

export interface Contender {
  readonly modelId: string;
  readonly track: Track;
}

/** A picture beside the page, with its size in pixels so that nothing jumps when it loads. */
export interface Picture {
  readonly hash: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One sample on the wall. `task` and `contender` are places in `run.tasks` and `contenders`. */
export interface SampleRow {
  readonly id: string;
  readonly task: number;
  readonly contender: number;
  readonly number: number;
  readonly outcome: Outcome;
  readonly clean: boolean | null;
  readonly spatial: number | null;
  readonly full: boolean | null;
  readonly picture: Picture | null;
  /** How many rounds its conversation had; missing: one. */
  readonly rounds?: number;
  /** What judges say of it, those alone that had an item to judge; missing: not judged. */
  readonly likeness?: readonly RowLikeness[];
  /** Id of the earlier sample that it shows the same as; missing: it shows something of its own, or nobody looked. */
  readonly repeats?: string;
  /** On how many items its judges disagree; missing: on none. */
  readonly disputed?: number;
}

/** The likeness of one sample by one judge. `judge` is a place in `run.judges`. */
export interface RowLikeness extends Pick<Judgement, 'likeness' | 'bounds'> {
  readonly judge: number;
}

/** What one sample's view shows beside its row. */
export interface SampleDetails {
  /** In their order, the last being the sample's result; at least one. */
  readonly rounds: readonly RoundDetails[];
  readonly spend: Spend;
  /** Why the conversation went no further, where its last round does not tell. */
  readonly ending: string | null;
  /** Of its last round, one a judge; missing: not judged. */
  readonly judgements?: readonly JudgementDetails[];
  /** Its last drawing beside those of others, a judge after the other; missing: nobody compared it. */
  readonly pairs?: readonly PairDetails[];
  /** Where `pairs` is cut; missing: nowhere. */
  readonly pairCuts?: readonly string[];
}

/** What one judge says of a sample's drawing beside another of the same task. */
export interface PairDetails {
  readonly judgeId: string;
  readonly otherId: string;
  /** Of this sample. `tie` also where the two orders disagree. */
  readonly outcome: 'better' | 'worse' | 'tie' | 'ungraded';
  /** See PairVerdict. */
  readonly isFlip: boolean;
  /** With this sample shown first, then second. */
  readonly votes: readonly [PairVoteDetails, PairVoteDetails];
}

/** What a judge said when it was shown a sample and another. Exactly one of `better` and `trouble` is null. */
export interface PairVoteDetails {
  readonly better: 'this' | 'other' | 'equal' | null;
  readonly trouble: JudgeTrouble | null;
  readonly evidence: string;
}

/** A judgement with its texts cut; `cuts` says where. */
export interface JudgementDetails extends Judgement {
  readonly cuts: readonly string[];
}

/** One round of a sample. Texts are cut; `cuts` says where. */
export interface RoundDetails {
  readonly round: number;
  /** Which turn of an edit task it answers, from 1. */
  readonly turn: number;
  readonly outcome: Outcome;
  readonly clean: boolean | null;
  readonly stage: Stage;
  readonly reason: string;
  readonly spatial: number | null;
  readonly full: boolean | null;
  /** See Grade.reading. */
  readonly reading?: string | null;
  /** See Grade.pixels. */
  readonly pixels?: PixelMeasures;
  readonly picture: Picture | null;
  /** Of a moving scene: its frames after the first. */
  readonly laterPictures: readonly Picture[];
  readonly verdicts: readonly Verdict[];
  /** What the model was sent for this reply. */
  readonly prompt: string | null;
  readonly reply: string | null;
  readonly reasoning: string | null;
  readonly source: string | null;
  readonly log: string | null;
  readonly notes: readonly string[];
  readonly cuts: readonly string[];
  /** Size of the page that the picture shows whole; null where no scene was read. */
  readonly page: { readonly widthPt: number; readonly heightPt: number } | null;
  /** Where the labelled parts lie: the box around their marks. */
  readonly parts: readonly { readonly label: string; readonly box: Box }[];
  readonly pdfHash: string | null;
  readonly durationMs: number;
}
