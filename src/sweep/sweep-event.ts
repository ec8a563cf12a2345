import type { Outcome } from '../domain/outcome.ts';
import type { ModelReply, TroubleKind } from '../domain/reply.ts';

/**
 * What happens in a sweep, as it happens; what an event tells of is committed already (`asked`: is about to be).
 * `finished` comes for every cell that got to its end; `isNew` is false for one that needed nothing. Cells that a limit of
 * the sweep keeps from being asked are `left-out`, each once, and do not finish.
 */
export type SweepEvent =
  | { readonly kind: 'planned'; readonly cells: number; readonly byModel: Readonly<Record<string, number>> }
  | {
      readonly kind: 'asked';
      readonly id: string;
      readonly round: number;
      readonly attempt: number;
      /** A judge is asked about the sample. */
      readonly judgeId?: string;
    }
  | {
      readonly kind: 'replied';
      readonly id: string;
      readonly round: number;
      readonly judgeId?: string;
      readonly outcome: ModelReply['outcome'];
      readonly trouble: TroubleKind | null;
      readonly isCached: boolean;
      /** US dollars; null: not known. */
      readonly costUsd: number | null;
    }
  /** A lane does not send for now. `untilMs`: milliseconds since 1970. */
  | {
      readonly kind: 'waiting';
      readonly lane: string;
      readonly why: 'rate-limit' | 'down' | 'batch';
      readonly untilMs: number;
      readonly reason: string;
    }
  /** Nothing more is asked of a model: all its requests were refused. */
  | { readonly kind: 'gave-up'; readonly modelId: string; readonly reason: string }
  | {
      readonly kind: 'rendered';
      readonly id: string;
      readonly round: number;
      readonly outcome: Outcome;
      readonly why: string;
    }
  | {
      readonly kind: 'graded';
      readonly id: string;
      readonly round: number;
      readonly spatial: number | null;
      readonly why: string;
    }
  | {
      readonly kind: 'left-out';
      readonly id: string;
      readonly limit: 'max-cost' | 'max-requests' | 'max-minutes';
    }
  | {
      readonly kind: 'finished';
      readonly id: string;
      readonly outcome: Outcome;
      readonly isNew: boolean;
      readonly spatial: number | null;
    }
  /** All is drawn that will be; what there is goes to the judges. */
  | {
      readonly kind: 'judging';
      readonly drawings: number;
      readonly byJudge: Readonly<Record<string, number>>;
    }
  /** `ungraded`: items without a verdict; `limit`: what kept some from being asked. */
  | {
      readonly kind: 'judged';
      readonly id: string;
      readonly judgeId: string;
      readonly likeness: number | null;
      readonly ungraded: number;
      readonly limit: 'max-cost' | 'max-requests' | 'max-minutes' | null;
      readonly isNew: boolean;
    };
