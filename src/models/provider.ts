import type { Model, ModelFacts, ModelSpec, ServerConfig } from '../domain/model.ts';

/** A provider as `models list` and `doctor` show it. */
export interface ProviderInfo {
  readonly id: string;
  /** Names that always exist, where there are such. */
  readonly models: readonly string[];
  readonly summary: string;
  /** The environment variable that holds its key; null: it wants none. */
  readonly keyVariable: string | null;
  /** The variable that names another server of its protocol; null: there is none. */
  readonly baseUrlVariable: string | null;
  /** Where it is asked when no variable says otherwise; null for what asks no server. */
  readonly baseUrl: string | null;
  /** Runs on the user's own machines, so that a request costs no money. */
  readonly isLocal: boolean;
}

/** All that models are made from. The environment and files are read by the caller. */
export interface ModelSources {
  /** JSONL files with replies of `recorded/NAME`. */
  readonly recordedFiles: readonly string[];
  /** Environment variables, those of a key file included. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The table of known models, the user's own entries first. */
  readonly facts: readonly ModelFacts[];
  /** Nothing will be asked: a key or a server that is missing is no mistake yet. */
  readonly isDryRun?: boolean;
  /** Values that no text of ours may hold, those of other providers' keys included; masked before anything is cut. */
  readonly secrets?: readonly string[];
  /** Servers of the user's own, for `compatible/NAME`. */
  readonly servers: readonly ServerConfig[];
}

/** A model that is to be opened. */
export interface OpenRequest extends ModelSpec {
  /** The id without provider and label: what the provider is asked for. */
  readonly name: string;
  /** What the table knows of it; null: it is not in the table, which is no mistake. */
  readonly facts: ModelFacts | null;
}

/** A row of the table of providers. */
export interface Provider extends ProviderInfo {
  /**
   * The model, ready to be asked; nothing is sent. A missing key, an unknown name and a setting that the model is known to
   * refuse are a UsageError.
   */
  open(request: OpenRequest, sources: ModelSources): Promise<Model>;
}
