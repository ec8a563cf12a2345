import type { ModelSettings, ModelSpec } from '../domain/model.ts';
import { sweepModelId } from './load-sweep-rules.ts';
import type { SweepShape } from './load-sweep-schema.ts';

type Entry = NonNullable<SweepShape['models']>[number];
type Settings = NonNullable<SweepShape['defaults']>;

/** What is on file is not asked, so it has no settings. */
const WITHOUT_SETTINGS = /^(bundled|recorded)\//;

/** A model with its settings: its own, then the defaults. */
export function specOf({ model, label, ...own }: Entry, defaults: ModelSettings): ModelSpec {
  const id = sweepModelId({ model, label }) ?? model;
  return { id, settings: withDefaults(id, { own: settingsOf(own), defaults }) };
}

/** Settings as they are written, without gaps. */
export function settingsOf(settings: Settings): ModelSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as ModelSettings;
}

/**
 * The settings of a model: those of its own before the defaults, headers one by one. Its own effort leaves out a
 * default of thinkingTokens, and the other way round. Defaults are not for models that are read from files.
 */
export function withDefaults(
  id: string,
  { own, defaults }: { readonly own: ModelSettings; readonly defaults: ModelSettings },
): ModelSettings {
  if (WITHOUT_SETTINGS.test(id)) return own;
  const { effort, thinkingTokens, ...rest } = defaults;
  const saysHowToThink = own.effort !== undefined || own.thinkingTokens !== undefined;
  const headers = { ...defaults.headers, ...own.headers };
  return {
    ...rest,
    ...(!saysHowToThink && effort !== undefined && { effort }),
    ...(!saysHowToThink && thinkingTokens !== undefined && { thinkingTokens }),
    ...own,
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}
