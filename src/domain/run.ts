import type { Judgement } from './judgement.ts';
import type { ModelFacts, ModelSettings } from './model.ts';
import type { Outcome, Stage } from './outcome.ts';
import type { Usage } from './reply.ts';
import type { AskedItem, NamedItem } from './rubric.ts';
import type { Scene } from './scene.ts';
import type { Track } from './task.ts';
import type { Grade } from './verdict.ts';

/** One square of the sweep: what is to be drawn, by whom, under which rules, which of the samples. */
export interface Cell {
  readonly taskId: string;
  readonly modelId: string;
  readonly track: Track;
  readonly number: number;
}

/** Stable id of a sample: `task × model × track × number`, e.g. `otters/sea-otter|bundled/good|blind|1`. */
export function sampleId(cell: Cell): string {
  return [cell.taskId, cell.modelId, cell.track, cell.number].join('|');
}

/** What one request of a sample took: tokens, money, time. Null is "not known". */
export interface Spend {
  /** Requests that were sent, those that failed included. */
  readonly requests: number;
  readonly usage: Usage;
  /** US dollars. Null where a price or a count of tokens is not known: unknown is never 0. */
  readonly costUsd: number | null;
  /** Time that the provider took for the answers; null where all came from the cache or a file. */
  readonly latencyMs: number | null;
  /** All answers came from the response cache. */
  readonly isCached: boolean;
}

/** What became of one reply: the drawing of one round, and its grade. What does not apply (no reply, no PDF) is null. */
export interface RoundResult {
  readonly outcome: Outcome;
  readonly clean: boolean | null;
  readonly stage: Stage;
  readonly reason: string;
  /** SHA-256 of the blobs in the run file. */
  readonly pdfHash: string | null;
  readonly pngHash: string | null;
  /** Of a moving scene: the pictures of its frames after the first. */
  readonly laterPngHashes?: readonly string[];
  readonly grade: Grade;
  /** Rendering and asking. */
  readonly durationMs: number;
}

/** The bulk of a round. */
export interface RoundTexts {
  readonly reply: string | null;
  readonly reasoning: string | null;
  /** The TikZ that was compiled, as the model wrote it. */
  readonly source: string | null;
  readonly log: string | null;
  readonly notes: readonly string[];
  /** What the model was sent for this reply: the task, or what came back after the round before. Missing: not kept. */
  readonly prompt?: string | null;
}

/** One round of a sample's conversation, graded for itself. */
export interface RoundSummary extends RoundResult {
  /** 1, 2, 3… */
  readonly round: number;
  /** Which turn of an edit task it answers; left out: the first. */
  readonly turn?: number;
}
export interface RoundRecord extends RoundSummary, RoundTexts {
  /** Missing: not kept, but for the last round it is the sample's. */
  readonly scene?: Scene | null;
}

/** All that is kept of one sample. The results are those of its last round. */
export interface SampleRecord extends Cell, RoundResult, RoundTexts {
  readonly id: string;
  readonly scene: Scene | null;
  readonly spend: Spend;
  /** All rounds in their order, the last included; one on the track blind. */
  readonly rounds: readonly RoundRecord[];
  /** Why its conversation went no further, where its last round does not tell: `kept as it was`. Missing: nothing to say. */
  readonly ending?: string;
  /** One a judge, in the order in which the run came to name them. Missing: not judged. */
  readonly judgements?: readonly Judgement[];
  /** Id of the earlier sample of its cell that shows the same; null: it shows something of its own. Missing: not looked for. */
  readonly repeats?: string | null;
}

/** A sample without its bulk: enough for statistics and tables over thousands of them. */
export interface SampleSummary extends Cell, RoundResult {
  readonly id: string;
  readonly spend: Spend;
  readonly rounds: readonly RoundSummary[];
  /** See SampleRecord. */
  readonly judgements?: readonly Judgement[];
  /** See SampleRecord. */
  readonly repeats?: string | null;
}

/** What it takes to repeat a run, and to say what was run. */
export interface RunInfo {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly sandbox: { readonly name: string; readonly isSafe: boolean };
  /** Versions by name: otterbench, node, tex, pgf, pdfjs… */
  readonly versions: Readonly<Record<string, string>>;
  readonly tracks: readonly Track[];
  readonly models: readonly RunModel[];
  /** Missing: nobody judged. */
  readonly judges?: readonly RunJudge[];
  readonly tasks: readonly RunTask[];
  readonly samplesPerCell: number;
  /** Samples that were planned; more than there are while the run is not finished. Missing: not known. */
  readonly planned?: number;
  /** The hard limit that ended it before all was asked; null or missing: none. */
  readonly limit?: RunLimit | null;
}

/** A judge as it was asked last. */
export interface RunJudge {
  /** Of the judging model. */
  readonly id: string;
  readonly settings?: ModelSettings;
  readonly facts?: ModelFacts | null;
  /** How often each question is asked. */
  readonly votes: number;
  /** Whether it was first asked what is drawn, without a hint. */
  readonly blindNaming: boolean;
  /** Drawings of models of its own maker were left out. */
  readonly skipsOwnFamily: boolean;
  /** What it took so far; missing: not asked yet. `costUsd` is of the requests whose cost is known. */
  readonly spend?: {
    readonly requests: number;
    readonly costUsd: number;
    /** Requests whose cost is not known. */
    readonly unknownCosts: number;
    readonly inputTokens: number | null;
    readonly outputTokens: number | null;
  };
  /** What it was told, by the name of the prompt. */
  readonly prompts: Readonly<Record<string, { readonly version: string; readonly text: string }>>;
}

/** A hard limit of a run: US dollars, requests or minutes. */
export interface RunLimit {
  readonly kind: 'max-cost' | 'max-requests' | 'max-minutes';
  readonly value: number;
}

/** A model as it was asked. */
export interface RunModel {
  readonly id: string;
  readonly disclosure: string | null;
  readonly settings?: ModelSettings;
  readonly facts?: ModelFacts | null;
}

/** A task as it was when it was run. */
export interface RunTask {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly prompt: string;
  readonly tags: readonly string[];
  readonly hash: string;
  /** The picture of the drawing that it gives; left out where there is none, or it was not drawn yet. */
  readonly givenPngHash?: string;
  /** What judges are asked of its drawings; left out where it has no rubric. */
  readonly rubric?: readonly RunItem[];
}

/** An item of a rubric in short: its question, or the names of which one has to be among those given blindly. */
export type RunItem = Pick<AskedItem, 'id' | 'question'> | Pick<NamedItem, 'id' | 'names'>;
