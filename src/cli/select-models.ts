import type { ModelFacts } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import type { ModelSources, ProviderInfo } from '../models/registry.ts';
import { nearest } from '../util/nearest.ts';

/** Which models of the table are wanted; all that is said must hold. */
export interface ModelFilter {
  /** Ids or globs, `anthropic/*`; none: all. */
  readonly patterns: readonly string[];
  readonly providers: readonly string[];
  /** Null: open and closed ones. */
  readonly hasOpenWeights: boolean | null;
  readonly seesPictures: boolean;
  readonly hasKey: boolean;
}

/** A model of the table, with whether it can be asked here. */
export interface ListedModel extends ModelFacts {
  readonly provider: string;
  /** Null: it wants no key. */
  readonly hasKey: boolean | null;
}

/** Whether the key of a provider or a server is here; null: it wants none, or can do without. */
export function hasKey(
  { keyVariable, isLocal = false }: { readonly keyVariable: string | null; readonly isLocal?: boolean },
  { variables }: Pick<ModelSources, 'variables'>,
): boolean | null {
  if (keyVariable === null || isLocal) return null;
  return (variables[keyVariable] ?? '').trim() !== '';
}

/**
 * The models of the table that pass, by provider, the newest first. A pattern that no model of the table fits and a
 * provider that does not exist are a UsageError.
 */
export function selectModels(
  filter: ModelFilter,
  sources: ModelSources,
  providers: readonly ProviderInfo[],
): readonly ListedModel[] {
  const byId = new Map(providers.map((provider, place) => [provider.id, { provider, place }]));
  const all = sources.facts.map((facts): ListedModel => {
    const id = providerOf(facts.id);
    const known = byId.get(id);
    return { ...facts, provider: id, hasKey: known ? hasKey(known.provider, sources) : null };
  });
  requireKnown(filter, { ids: all.map(({ id }) => id), providers: [...byId.keys()] });
  const fits = filter.patterns.map(matcherOf);
  return all
    .filter((one) => fits.length === 0 || fits.some((matches) => matches(one.id)))
    .filter((one) => passes(one, filter))
    .sort((a, b) => placeOf(a) - placeOf(b) || compare(b.releasedOn, a.releasedOn) || compare(a.id, b.id));

  function placeOf({ provider }: ListedModel): number {
    return byId.get(provider)?.place ?? byId.size;
  }
}

function passes(model: ListedModel, filter: ModelFilter): boolean {
  return (
    (filter.providers.length === 0 || filter.providers.includes(model.provider)) &&
    (filter.hasOpenWeights === null || model.hasOpenWeights === filter.hasOpenWeights) &&
    (!filter.seesPictures || model.seesPictures === true) &&
    (!filter.hasKey || model.hasKey === true)
  );
}

interface Known {
  readonly ids: readonly string[];
  readonly providers: readonly string[];
}

function requireKnown(filter: ModelFilter, known: Known): void {
  const mistakes = [
    ...filter.patterns
      .filter((pattern) => !known.ids.some(matcherOf(pattern)))
      .map((pattern) => `no known model fits ${JSON.stringify(pattern)}${didYouMean(pattern, known.ids)}`),
    ...filter.providers
      .filter((name) => !known.providers.includes(name))
      .map((name) => `unknown provider ${JSON.stringify(name)}${didYouMean(name, known.providers)}`),
  ];
  if (mistakes.length === 0) return;
  throw new UsageError(mistakes.join('\n'), {
    remedy:
      'A model need not be known to be asked: any name that its provider knows will do. See: docs/models.md',
  });
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? '' : `; did you mean ${JSON.stringify(near)}?`;
}

/** `*` stands for any letters, slashes included. */
function matcherOf(pattern: string): (id: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return (id) => id === pattern;
  return (id) => {
    if (!id.startsWith(start) || !id.endsWith(end) || id.length < start.length + end.length) return false;
    const middle = id.slice(start.length, id.length - end.length);
    let from = 0;
    return rest.every((piece) => {
      const at = middle.indexOf(piece, from);
      from = at + piece.length;
      return at >= 0;
    });
  };
}

function providerOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** Null comes first. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
