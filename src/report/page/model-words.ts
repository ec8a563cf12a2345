import type { ModelFacts, ModelSettings } from '../../domain/model.ts';
import type { RunInfo, RunModel } from '../../domain/run.ts';
import { printable, printableLine } from '../../util/printable.ts';
import { count, usd } from './amounts.ts';

/** Who made a model, when, and whether its weights are open: what is known of it. */
export function factWords(facts: ModelFacts | null | undefined): string[] {
  if (!facts) return [];
  const words: string[] = [];
  if (facts.maker !== null) words.push(printableLine(facts.maker, 40));
  if (facts.releasedOn !== null) words.push(printableLine(monthOf(facts.releasedOn), 20));
  if (facts.hasOpenWeights !== null) words.push(facts.hasOpenWeights ? 'open weights' : 'closed');
  return words;
}

/** `Aug 2025`; a day that is none stays as it is. */
function monthOf(day: string): string {
  const date = new Date(day);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
}

/** A price in words: `$1.25 in, $10.00 out, a million tokens`. */
export function priceWords(facts: ModelFacts): string {
  if (facts.price === null) return 'unknown';
  return `${usd(facts.price.inputUsd)} in, ${usd(facts.price.outputUsd)} out`;
}

/** What a model was asked with, in words; what was left to the provider is not listed. */
export function settingWords(settings: ModelSettings = {}): string[] {
  const said: (readonly [number | string | undefined, (value: string) => string])[] = [
    [settings.effort, (value) => `effort ${value}`],
    [amount(settings.thinkingTokens), (value) => `thinking tokens ${value}`],
    [settings.temperature, (value) => `temperature ${value}`],
    [settings.topP, (value) => `top-p ${value}`],
    [settings.seed, (value) => `seed ${value}`],
    [amount(settings.maxOutputTokens), (value) => `at most ${value} tokens`],
    [amount(settings.contextTokens), (value) => `context ${value}`],
    [settings.systemPrompt, () => 'own system prompt'],
    [Object.keys(settings.headers ?? {}).join(', ') || undefined, (value) => `headers ${value}`],
  ];
  return said.flatMap(([value, words]) => (value === undefined ? [] : [words(printable(String(value)))]));
}

function amount(tokens: number | undefined): string | undefined {
  return tokens === undefined ? undefined : count(tokens);
}

/** The settings that tell models of a run apart: those that not all of them have in common. */
export function ownSettingWords(run: RunInfo, model: RunModel): string[] {
  const common = commonSettingWords(run);
  return settingWords(model.settings).filter((words) => !common.includes(words));
}

/** The settings that all models of a run share; none where there is only one model. */
export function commonSettingWords({ models }: RunInfo): string[] {
  const [first, ...others] = models.map((model) => settingWords(model.settings));
  if (!first || others.length === 0) return [];
  return first.filter((words) => others.every((other) => other.includes(words)));
}
