import type { Task, Track } from './task.ts';

/** A picture that is shown to a model. */
export interface Picture {
  readonly mediaType: 'image/png';
  readonly bytes: Uint8Array;
}

/** One message of a conversation. Pictures come before the text; an assistant has none. */
export interface Message {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** One request to a model: the whole conversation so far, which ends with a message of the user. */
export interface ModelRequest {
  readonly task: Task;
  readonly track: Track;
  /** 1, 2, 3…: which of the independent samples it is. */
  readonly sample: number;
  /** 1, 2, 3…: which request of the sample's conversation it is. */
  readonly round: number;
  /** 1, 2, 3…: which turn of the task it asks for; the first when left out. */
  readonly turn?: number;
  readonly systemPrompt: string;
  readonly messages: readonly Message[];
  /** The answer is to be JSON of this form, asked for by the provider's own structured output; left out: text. */
  readonly answerForm?: AnswerForm;
}

/** The form of an answer: all fields required, no others allowed, and no keywords but those that every provider knows. */
export interface AnswerForm {
  /** Letters and underscores. */
  readonly name: string;
  /** JSON Schema of an object. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Tokens as the provider counts them; null where it does not say. */
export interface Usage {
  /** All input, cached input included. */
  readonly inputTokens: number | null;
  /** All output, reasoning included. */
  readonly outputTokens: number | null;
  /** The part of the output that is reasoning. */
  readonly reasoningTokens: number | null;
  /** The part of the input that was read from the provider's cache. */
  readonly cachedInputTokens: number | null;
}

/** What is known of an answer besides its text. */
export interface ReplyFacts {
  /** What the model thought, as far as the provider shows it. */
  readonly reasoning: string | null;
  /** In the provider's own words: `end_turn`, `length`, `max_output_tokens`… */
  readonly stopReason: string | null;
  readonly usage: Usage | null;
  /** From sending to the last byte; null where no request was made. */
  readonly latencyMs: number | null;
  /** From sending to the first byte of the answer, reasoning included. */
  readonly firstTokenMs: number | null;
  readonly requestId: string | null;
  /** The exact model that the provider says answered; an Ollama model's digest. */
  readonly servedBy: string | null;
  /** US dollars, where the provider itself says what it cost. */
  readonly costUsd: number | null;
  /** The whole answer as JSON, as it came (a stream: as the SDK put it together). */
  readonly raw: string | null;
}

/**
 * What kind of trouble, which decides whether to try again: `rate-limit` 429; `server` 5xx, 529; `network` no connection,
 * or cut on the way; `timeout` ours; `malformed` no answer of this protocol; `key` 401, 403; `quota` no money left;
 * `not-found` 404; `bad-request` all else of 4xx.
 */
export const TROUBLE_KINDS = [
  'rate-limit',
  'server',
  'network',
  'timeout',
  'malformed',
  'key',
  'quota',
  'not-found',
  'bad-request',
] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

/** Why a provider gave no answer. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly status: number | null;
  /** How long the provider asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
}

/** What a model answered. Trouble is data too: the sweep records it and goes on. `facts` is missing where no provider was asked. */
export type ModelReply =
  | {
      readonly outcome: 'replied';
      readonly text: string;
      readonly note: string;
      readonly facts?: ReplyFacts;
    }
  | {
      readonly outcome: 'refused' | 'empty' | 'truncated';
      readonly text: string;
      readonly reason: string;
      readonly facts?: ReplyFacts;
    }
  | {
      readonly outcome: 'provider-trouble';
      readonly reason: string;
      readonly trouble?: Trouble;
      readonly facts?: ReplyFacts;
    };

/** Limits of one request. */
export interface RequestTimeouts {
  readonly connectMs: number;
  /** Until the first byte of the answer: a model that thinks in silence needs long. */
  readonly firstTokenMs: number;
  readonly totalMs: number;
}

export interface ReplyOptions {
  readonly signal?: AbortSignal;
  readonly timeouts?: RequestTimeouts;
}

/** Trouble of a provider where no reply can carry it. */
export class ModelTroubleError extends Error {
  override name = 'ModelTroubleError';
  readonly trouble: Trouble;
  constructor(message: string, trouble: Trouble) {
    super(message);
    this.trouble = trouble;
  }
}
