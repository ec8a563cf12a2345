import type { ModelSettings } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import type { OpenRequest } from './provider.ts';

export type SettingName = keyof ModelSettings;

/** Which settings a provider's protocol has a place for. */
export interface TakenSettings {
  readonly settings: readonly SettingName[];
  /** The words that it takes for `effort`; missing: any. */
  readonly efforts?: readonly string[];
  /** The highest temperature that it takes; missing: as high as a sweep file may say. */
  readonly mostTemperature?: number;
}

const REMEDY =
  'Leave these settings out, or change them. Where the table of known models is wrong, correct it in models.yaml.';

/**
 * Throws one UsageError that lists every setting which the provider has no place for, or which the model is known to
 * refuse. What is not known of a model is no reason to refuse anything.
 */
export function requireSettings(request: OpenRequest, takes: TakenSettings): void {
  const mistakes = settingMistakes(request, takes);
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'), { remedy: REMEDY });
}

/** The error for settings that an adapter refuses by rules of its own, in the same words: why, by setting. */
export function refuseSettings(
  { id, settings }: OpenRequest,
  refused: Readonly<Partial<Record<SettingName, string>>>,
): UsageError {
  const names = Object.keys(refused) as SettingName[];
  const mistakes = names.map((name) => settingMistake({ id, settings }, name, refused[name] ?? ''));
  return new UsageError(mistakes.join('\n'), { remedy: REMEDY });
}

/** `openai/o3: temperature is refused (got 0.5): this model takes none` */
function settingMistake(
  { id, settings }: Pick<OpenRequest, 'id' | 'settings'>,
  name: SettingName,
  why: string,
): string {
  return `${id}: ${name} is refused${got(settings[name])}: ${why}`;
}

// A header may hold what nobody wants to see repeated, and a system prompt is long.
function got(value: ModelSettings[SettingName]): string {
  if (typeof value === 'number') return ` (got ${value})`;
  return typeof value === 'string' && value.length <= 40 ? ` (got ${JSON.stringify(value)})` : '';
}

/** All that `requireSettings` would say, a line a mistake; empty when there is none. */
function settingMistakes(request: OpenRequest, takes: TakenSettings): readonly string[] {
  const given = namesOf(request.settings);
  const foreign = given.filter((name) => !takes.settings.includes(name));
  const provider = request.id.split('/')[0];
  const rest = given.filter((name) => takes.settings.includes(name));
  return [
    ...foreign.map((name) => settingMistake(request, name, `${provider} has no such setting`)),
    ...rest.flatMap((name) => {
      const why = RULES[name]?.(request, takes) ?? null;
      return why === null ? [] : [settingMistake(request, name, why)];
    }),
  ];
}

function namesOf(settings: ModelSettings): SettingName[] {
  return (Object.keys(settings) as SettingName[]).filter((name) => settings[name] !== undefined);
}

/** Why a setting is refused, or null. Asked only of settings that are given. */
type Rule = (request: OpenRequest, takes: TakenSettings) => string | null;

const RULES: Readonly<Partial<Record<SettingName, Rule>>> = {
  temperature: (request, { mostTemperature }) =>
    refusesSampling(request) ?? aboveLimit(request.settings.temperature, mostTemperature, 'at most'),
  topP: refusesSampling,
  effort: ({ facts, settings }, { efforts }) => {
    if (facts?.reasons === false) return 'this model does not reason';
    const known = efforts === undefined || efforts.includes(settings.effort ?? '');
    return known ? null : `expected one of ${efforts.join(', ')}`;
  },
  thinkingTokens: ({ facts, settings: { effort, thinkingTokens = 0, maxOutputTokens } }) => {
    if (facts?.reasons === false && thinkingTokens > 0) return 'this model does not reason';
    if (effort !== undefined) return 'effort is given too, and the two exclude each other';
    if (maxOutputTokens === undefined || thinkingTokens < maxOutputTokens) return null;
    return `expected less than maxOutputTokens, ${maxOutputTokens}, which it is a part of`;
  },
  maxOutputTokens: ({ facts, settings }) =>
    aboveLimit(settings.maxOutputTokens, facts?.maxOutputTokens, 'this model gives at most'),
  contextTokens: ({ facts, settings }) =>
    aboveLimit(settings.contextTokens, facts?.contextTokens, 'this model holds at most'),
};

// Models that reason and take no temperature otherwise take one while they don't reason.
function refusesSampling({ facts, settings }: OpenRequest): string | null {
  const thinks = settings.effort !== 'none' || facts?.reasons === false;
  return facts?.takesTemperature === false && thinks ? 'this model samples by its own rules' : null;
}

function aboveLimit(value = 0, most: number | null | undefined, words: string): string | null {
  return typeof most === 'number' && value > most ? `${words} ${most}` : null;
}
