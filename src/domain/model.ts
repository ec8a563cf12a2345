import type { BatchPort } from './batch.ts';
import type { ModelReply, ModelRequest, ReplyOptions } from './reply.ts';
import type { Task } from './task.ts';

/** US dollars per million tokens. */
export interface ModelPrice {
  readonly inputUsd: number;
  readonly outputUsd: number;
  /** Null: cached input costs as much as other input, as far as is known. */
  readonly cachedInputUsd: number | null;
  /** Where the figures come from, with the day they were read: `models.dev, read 2026-07-02`. */
  readonly basis: string;
}

/** What is known of a model, whoever serves it. Null is "not known". */
export interface ModelFacts {
  /** `provider/name` */
  readonly id: string;
  readonly name: string;
  readonly family: string | null;
  readonly maker: string | null;
  /** ISO 8601 day. */
  readonly releasedOn: string | null;
  readonly hasOpenWeights: boolean | null;
  readonly contextTokens: number | null;
  readonly maxOutputTokens: number | null;
  readonly seesPictures: boolean | null;
  readonly reasons: boolean | null;
  readonly takesTemperature: boolean | null;
  readonly price: ModelPrice | null;
}

/** What a model is asked with; what is left out is the provider's own default. */
export interface ModelSettings {
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly maxOutputTokens?: number;
  /** Reasoning effort in the provider's words: `none`, `minimal`, `low`, `medium`, `high`… */
  readonly effort?: string;
  /** How many tokens it may think for; excludes `effort`. */
  readonly thinkingTokens?: number;
  /** Ollama's `num_ctx`. */
  readonly contextTokens?: number;
  /** Comes after the harness's own system prompt. */
  readonly systemPrompt?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests that share a provider and a key, and so its limits. */
export interface Lane {
  /** Shown while it waits: `openai`, `ollama`, `compatible/lab`. Never holds a key. */
  readonly id: string;
  /** The most requests at the same time, whatever the user allows; Infinity: no limit of its own. */
  readonly mostRequests: number;
  /** Models of this lane are asked one after the other, each with all its cells (a server that loads models). */
  readonly oneModelAtATime: boolean;
}

/** A model behind its provider. */
export interface Model {
  /** `provider/name`, or `provider/name@label` where settings tell several of one model apart. */
  readonly id: string;
  /** Plain words that the report shows with it, e.g. that it is not a model at all; else null. */
  readonly disclosure: string | null;
  /** Missing: nothing is asked over a network, and nothing limits it. */
  readonly lane?: Lane;
  /** Missing: it costs nothing. Null: not known. */
  readonly price?: ModelPrice | null;
  readonly facts?: ModelFacts | null;
  readonly settings?: ModelSettings;
  /** The most tokens that one answer may have; null where it is not known. */
  readonly maxOutputTokens?: number | null;
  /** The most requests in one conversation; missing: no limit. 1 for what is on file. */
  readonly mostRounds?: number;
  /** How many samples of this task it can give: Infinity for a real model, what is on file for recorded and bundled ones. */
  samplesFor(task: Task): number;
  /**
   * What a reply depends on besides the request: settings, server, the file that it is read from. Part of the key of the
   * reply: when it changes, the model is asked again. Left out: nothing but the request counts. Never holds a key.
   */
  fingerprint?(request: ModelRequest): string;
  /** What its replies on file are for that is none of these tasks: ids or prompts. */
  unmatched?(tasks: readonly Task[]): readonly string[];
  /** Makes one request, and never tries again by itself. Throws the signal's reason when it is aborted; all else is data. */
  reply(request: ModelRequest, options?: ReplyOptions): Promise<ModelReply>;
  /** Where the provider takes many requests at once for less money. */
  readonly batches?: BatchPort;
}

/** A model as a sweep names it. */
export interface ModelSpec {
  /** `provider/name` or `provider/name@label`; the label is ours and is not sent. */
  readonly id: string;
  readonly settings: ModelSettings;
}

/** A server of the user's own that speaks OpenAI's chat protocol, for `compatible/NAME`. */
export interface ServerConfig {
  readonly name: string;
  readonly baseUrl: string;
  /** The environment variable that holds its key; null: it wants none. */
  readonly keyVariable: string | null;
  /** Null: no limit but the sweep's own. */
  readonly mostRequests: number | null;
  readonly headers: Readonly<Record<string, string>>;
}
