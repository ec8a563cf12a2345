import { quote } from './describe-issues.ts';
import { isRecord } from './load-sweep-schema.ts';
import type { DataMistake, DataPath } from './mistakes.ts';

/** What the schema can't say of a sweep, over data whose models and tracks are written out. Looks only at what has the right type. */
export function sweepMistakes(data: unknown): DataMistake[] {
  if (!isRecord(data)) return [];
  const models = entriesOf(data, 'models');
  const judges = entriesOf(data, 'judges');
  return [
    ...models.flatMap(({ entry, path }) => [...labelMistakes(entry, path), ...settingsMistakes(entry, path)]),
    ...(isRecord(data.defaults) ? settingsMistakes(data.defaults, ['defaults']) : []),
    ...twice(models, { nameOf: sweepModelId, hint: 'give one a label' }),
    ...entriesOf(data, 'tracks').flatMap(({ entry, path }) => roundMistakes(entry, path)),
    ...twice(entriesOf(data, 'tracks'), { nameOf: trackOf, hint: 'name it once' }),
    ...judges.flatMap(({ entry, path }) => [
      ...labelMistakes(entry, path),
      ...settingsMistakes(entry, path),
      ...judgeMistakes(entry, path),
    ]),
    ...twice(judges, { nameOf: sweepModelId, hint: 'give one a label' }),
  ];
}

/** The id of a model's entry, its label included; null where it has none. */
export function sweepModelId(entry: Readonly<Record<string, unknown>>): string | null {
  const { model, label } = entry;
  if (typeof model !== 'string') return null;
  return typeof label === 'string' ? `${model}@${label}` : model;
}

interface Entry {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly path: DataPath;
}

function entriesOf(data: Readonly<Record<string, unknown>>, key: string): Entry[] {
  const list = data[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, place) => (isRecord(entry) ? [{ entry, path: [key, place] }] : []));
}

function labelMistakes({ model, label }: Entry['entry'], path: DataPath): DataMistake[] {
  if (label === undefined || typeof model !== 'string' || !model.includes('@')) return [];
  const message = `label is one too many: ${quote(model)} has one already`;
  return [{ path: [...path, 'label'], at: 'key', message }];
}

function settingsMistakes(entry: Entry['entry'], path: DataPath): DataMistake[] {
  const both = entry.effort !== undefined && entry.thinkingTokens !== undefined;
  const message = 'thinkingTokens and effort exclude each other; expected one of them';
  return [
    ...(both ? [{ path: [...path, 'thinkingTokens'], at: 'key' as const, message }] : []),
    ...headerMistakes(entry.headers, [...path, 'headers']),
  ];
}

const SECRET_NAME = /authori[sz]ation|api.?key|token|secret|password|cookie/i;
// The forms of keys that providers give out; none of them is worth a false alarm in a header such as X-Title.
const SECRET_VALUE = /^(bearer|basic)\s|^(sk|pk|gsk|xai|hf|AIza)[-_A-Za-z0-9]{16,}/i;

/** A key in a file ends up in a repository. What was written is not repeated. */
function headerMistakes(headers: unknown, path: DataPath): DataMistake[] {
  if (!isRecord(headers)) return [];
  return Object.entries(headers)
    .filter(
      ([name, value]) => SECRET_NAME.test(name) || (typeof value === 'string' && SECRET_VALUE.test(value)),
    )
    .map(([name]) => ({
      path: [...path, name],
      at: 'key',
      message: `header ${quote(name)} holds a key; keys are read from the environment or the key file, never from a sweep`,
    }));
}

function roundMistakes({ track, rounds }: Entry['entry'], path: DataPath): DataMistake[] {
  if (track !== 'blind' || rounds === undefined || rounds === 1) return [];
  const message = `rounds is wrong; a blind sample has one request, got ${quote(rounds)}`;
  return [{ path: [...path, 'rounds'], at: 'value', message }];
}

function judgeMistakes({ model }: Entry['entry'], path: DataPath): DataMistake[] {
  if (typeof model !== 'string' || !/^(bundled|recorded)\//.test(model)) return [];
  const message = `${quote(model)} is no model that can look at a picture; expected provider/name of one that does`;
  return [{ path: [...path, 'model'], at: 'value', message }];
}

function trackOf({ track }: Entry['entry']): string | null {
  return typeof track === 'string' ? track : null;
}

function twice(
  entries: readonly Entry[],
  { nameOf, hint }: { readonly nameOf: (entry: Entry['entry']) => string | null; readonly hint: string },
): DataMistake[] {
  const seen = new Set<string>();
  return entries.flatMap(({ entry, path }) => {
    const name = nameOf(entry);
    if (name === null) return [];
    if (seen.has(name))
      return [{ path, at: 'value', message: `${quote(name)} stands here a second time; ${hint}` }];
    seen.add(name);
    return [];
  });
}
