import type { ModelReply, ModelRequest } from './reply.ts';

export interface BatchItem {
  /** At most 64 characters of `a-zA-Z0-9_-`. */
  readonly customId: string;
  readonly request: ModelRequest;
}

/** `ended` gives each item's answer once; an item that is missing was not done and may be asked again. */
export type BatchState =
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | {
      readonly state: 'ended';
      readonly replies: readonly { readonly customId: string; readonly reply: ModelReply }[];
    }
  | { readonly state: 'lost'; readonly reason: string };

/** Many requests at once, answered within a day. Methods throw ModelTroubleError when the provider is in trouble. */
export interface BatchPort {
  /** What a request costs compared with a plain one: 0.5. */
  readonly priceFactor: number;
  /** Batches of at most so many items. */
  readonly mostItems: number;
  /** `marker` is kept with the batch at the provider, so that `find` knows it again. Returns the provider's id of the batch. */
  submit(items: readonly BatchItem[], options: BatchOptions & { readonly marker: string }): Promise<string>;
  /** The id of a batch that was submitted with this marker, for when the process died before it was told; null: there is none. */
  find(marker: string, options: BatchOptions & { readonly firstCustomId: string }): Promise<string | null>;
  look(batchId: string, options: BatchOptions): Promise<BatchState>;
}

export interface BatchOptions {
  readonly signal?: AbortSignal;
}
