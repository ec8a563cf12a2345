import type { Model } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import { nearest } from '../util/nearest.ts';
import { BUNDLED_NAMES, bundledModel } from './bundled.ts';
import { openRecordedFiles } from './recorded-files.ts';

/** A provider as `models list` shows it. `models` are the names that always exist. */
export interface ProviderInfo {
  readonly id: string;
  readonly models: readonly string[];
  readonly summary: string;
}

export interface ModelSources {
  /** JSONL files with replies of `recorded/NAME`. */
  readonly recordedFiles: readonly string[];
}

interface Provider extends ProviderInfo {
  /** All its models that can be asked now, by id. */
  open(sources: ModelSources): Promise<ReadonlyMap<string, Model>>;
  /** What to do when it has no model at all. */
  readonly whenNone: string;
}

const BUNDLED_IDS = BUNDLED_NAMES.map((name) => `bundled/${name}`);

const TABLE: readonly Provider[] = [
  {
    id: 'bundled',
    models: BUNDLED_IDS,
    summary: 'the drawings that ship with the tasks; no model, no key, for demos and tests',
    open: async () => new Map(BUNDLED_NAMES.map((name) => [`bundled/${name}`, bundledModel(name)])),
    whenNone: '',
  },
  {
    id: 'recorded',
    models: [],
    summary: 'replies that were gathered elsewhere, from JSONL files',
    open: ({ recordedFiles }) => openRecordedFiles(recordedFiles),
    whenNone: 'recorded models need a file of replies, and none was given',
  },
];

/** The providers that are built in. */
export const PROVIDERS: readonly ProviderInfo[] = TABLE.map(({ id, models, summary }) => ({
  id,
  models,
  summary,
}));

/**
 * The models with these ids, in this order, each once. An unknown provider or model is a UsageError that names what is known,
 * and the nearest; all unknown ids are listed at once.
 */
export async function openModels(ids: readonly string[], sources: ModelSources): Promise<readonly Model[]> {
  const wanted = new Set(ids.map((id) => id.split('/')[0] ?? ''));
  const used = TABLE.filter(({ id }) => wanted.has(id));
  const opened = await Promise.all(
    used.map(async (provider) => [provider.id, await provider.open(sources)] as const),
  );
  const byProvider = new Map(opened);
  const mistakes: string[] = [];
  const models = [...new Set(ids)].flatMap((id) => {
    const model = byProvider.get(id.split('/')[0] ?? '')?.get(id);
    if (model === undefined) mistakes.push(explainUnknown(id, byProvider));
    return model ?? [];
  });
  if (mistakes.length > 0)
    throw new UsageError(mistakes.join('\n'), { remedy: 'See: otterbench models list' });
  return models;
}

function explainUnknown(id: string, opened: ReadonlyMap<string, ReadonlyMap<string, Model>>): string {
  const provider = TABLE.find((entry) => entry.id === id.split('/')[0]);
  if (provider === undefined) {
    return unknown(
      'provider',
      id.split('/')[0] ?? '',
      TABLE.map((entry) => entry.id),
    );
  }
  const known = [...(opened.get(provider.id)?.keys() ?? [])];
  return known.length === 0 ? `unknown model "${id}": ${provider.whenNone}` : unknown('model', id, known);
}

function unknown(what: string, got: string, known: readonly string[]): string {
  const near = nearest(got, known);
  const hint = near === null ? '' : `; did you mean "${near}"?`;
  return `unknown ${what} "${got}"; expected one of ${known.map((name) => `"${name}"`).join(', ')}${hint}`;
}
