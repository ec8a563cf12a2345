import { findFacts } from '../domain/find-facts.ts';
import type { Model, ModelSpec } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import { printableLine } from '../util/printable.ts';
import { anthropicProvider } from './anthropic.ts';
import { bundledProvider } from './bundled.ts';
import { compatibleProvider } from './compatible.ts';
import { ollamaProvider } from './ollama.ts';
import { openaiProvider } from './openai.ts';
import { presetProviders } from './preset-providers.ts';
import type { ModelSources, Provider, ProviderInfo } from './provider.ts';
import { recordedProvider } from './recorded-provider.ts';
import { unknownName } from './unknown-name.ts';

export type { ModelSources, ProviderInfo } from './provider.ts';

const TABLE: readonly Provider[] = [
  bundledProvider,
  recordedProvider,
  openaiProvider,
  anthropicProvider,
  ollamaProvider,
  ...presetProviders,
  compatibleProvider,
];

/** The providers that are built in. */
export const PROVIDERS: readonly ProviderInfo[] = TABLE.map(({ open, ...info }) => info);

/**
 * The models of these specs, in this order, each once. All mistakes are listed in one UsageError: unknown providers and models
 * with the nearest name, missing keys, settings that a model refuses, one id with two kinds of settings.
 */
export async function openModels(
  specs: readonly ModelSpec[],
  sources: ModelSources,
): Promise<readonly Model[]> {
  // A list of its own: files are read once for all models of this call, and again for the next.
  const own = { ...sources, recordedFiles: [...sources.recordedFiles] };
  const wanted = eachOnce(specs);
  const results = await Promise.allSettled(wanted.specs.map((spec) => openModel(spec, own)));
  const mistakes = [...wanted.mistakes, ...results.flatMap(mistakeOf)];
  if (mistakes.length > 0) throw joined(mistakes);
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

/** Opens one model of `provider/name` or `provider/name@label`. */
async function openModel(spec: ModelSpec, sources: ModelSources): Promise<Model> {
  const [, providerId = '', rest = ''] = /^([^/]*)\/?(.*)$/s.exec(spec.id) ?? [];
  if (!spec.id.includes('/')) throw misspelt(spec.id);
  const provider = TABLE.find(({ id }) => id === providerId);
  if (provider === undefined)
    throw unknownName(
      'provider',
      providerId,
      TABLE.map(({ id }) => id),
    );
  const { name, isWellFormed } = splitLabel(rest);
  // What stands in a file of recordings is named as it is.
  if (!isWellFormed && provider !== recordedProvider) throw misspelt(spec.id);
  const facts = findFacts(sources.facts, `${providerId}/${name}`);
  const model = await provider.open({ ...spec, name, facts }, sources);
  return Object.keys(spec.settings).length === 0 ? model : { ...model, settings: spec.settings };
}

/** The label is ours. A model whose own name holds an @ can't be asked: no provider here has one. */
function splitLabel(text: string): { readonly name: string; readonly isWellFormed: boolean } {
  const [name = '', ...labels] = text.split('@');
  return { name, isWellFormed: name !== '' && !/\s/.test(text) && labels.length <= 1 && labels[0] !== '' };
}

function misspelt(id: string): UsageError {
  return new UsageError(
    `${JSON.stringify(printableLine(id))} names no model; expected provider/name or provider/name@label`,
  );
}

function eachOnce(specs: readonly ModelSpec[]) {
  const settingsOf = new Map<string, string>();
  const mistakes: UsageError[] = [];
  const once = specs.filter(({ id, settings }) => {
    const known = settingsOf.get(id);
    const now = canonical(settings);
    settingsOf.set(id, known ?? now);
    if (known !== undefined && known !== now) mistakes.push(sameIdTwice(id));
    return known === undefined;
  });
  return { specs: once, mistakes };
}

/** The same settings in another order are the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function sameIdTwice(id: string): UsageError {
  return new UsageError(`${id} stands here twice, with different settings`, {
    remedy: `Give one a label: ${id.split('@')[0]}@low`,
  });
}

/** What is no mistake of the user is a bug, and flies. */
function mistakeOf(result: PromiseSettledResult<Model>): readonly UsageError[] {
  if (result.status === 'fulfilled') return [];
  if (result.reason instanceof UsageError) return [result.reason];
  throw result.reason;
}

function joined(mistakes: readonly UsageError[]): UsageError {
  const messages = [...new Set(mistakes.map(({ message }) => message))];
  const remedies = [...new Set(mistakes.flatMap(({ remedy }) => remedy ?? []))];
  return new UsageError(messages.join('\n'), {
    ...(remedies.length === 0 ? {} : { remedy: remedies.join('\n') }),
    cause: mistakes[0],
  });
}
