import type { Outcome } from '../domain/outcome.ts';
import type { ModelReply } from '../domain/ports.ts';

/**
 * What happens in a sweep, as it happens; what an event tells of is committed already (`asked`: is about to be).
 * `finished` comes for every cell; `isNew` is false for one that needed nothing.
 */
export type SweepEvent =
  | { readonly kind: 'planned'; readonly cells: number }
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'replied'; readonly id: string; readonly outcome: ModelReply['outcome'] }
  | { readonly kind: 'rendered'; readonly id: string; readonly outcome: Outcome; readonly why: string }
  | { readonly kind: 'graded'; readonly id: string; readonly spatial: number | null; readonly why: string }
  | { readonly kind: 'finished'; readonly id: string; readonly outcome: Outcome; readonly isNew: boolean };
