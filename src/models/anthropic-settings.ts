import { maxTokensOf, thinks } from './anthropic-limits.ts';
import { isBefore, versionOf } from './anthropic-version.ts';
import type { OpenRequest } from './provider.ts';
import { refuseSettings, requireSettings, type SettingName } from './settings-rules.ts';

const EFFORTS = ['none', 'low', 'medium', 'high', 'xhigh', 'max'];
/** Extended thinking's least budget, by the API's own documentation. */
const LEAST_THINKING_TOKENS = 1024;
/** The least top_p that the API takes while the model thinks. */
const LEAST_TOP_P = 0.95;

/**
 * Throws a UsageError for settings that the Messages API has no word for, and those that this model refuses by its version
 * (platform.claude.com: effort, adaptive thinking, extended thinking; what is new in Claude Opus 4.7).
 */
export function requireAnthropicSettings(request: OpenRequest): void {
  requireSettings(request, {
    settings: [
      'temperature',
      'topP',
      'maxOutputTokens',
      'effort',
      'thinkingTokens',
      'systemPrompt',
      'headers',
    ],
    efforts: EFFORTS,
    mostTemperature: 1,
  });
  const refused = Object.entries(RULES).flatMap(([name, rule]) => {
    const why = request.settings[name as SettingName] === undefined ? null : rule(request);
    return why === null ? [] : [[name, why]];
  });
  if (refused.length > 0) throw refuseSettings(request, Object.fromEntries(refused));
}

type Rule = (request: OpenRequest) => string | null;

const RULES: Readonly<Partial<Record<SettingName, Rule>>> = {
  temperature: (request) =>
    refusesSampling(request) ?? (thinks(request) ? 'it can’t be set while the model thinks' : null),
  topP: (request) => refusesSampling(request) ?? refusedTopP(request),
  effort: ({ name, settings: { effort = '' } }) => refusedEffort(name, effort),
  thinkingTokens(request) {
    const { thinkingTokens = 0 } = request.settings;
    const version = versionOf(request.name);
    if (thinkingTokens === 0) return refusedEffort(request.name, 'none');
    if (isBefore(version, 3, 7)) return 'this model does not think';
    if (version !== null && !isBefore(version, 4, 7)) return 'this model takes no budget; give effort';
    if (thinkingTokens < LEAST_THINKING_TOKENS) return `expected ${LEAST_THINKING_TOKENS} or more`;
    const most = maxTokensOf(request);
    return thinkingTokens < most ? null : `expected less than ${most}, the limit of the whole answer`;
  },
};

function refusedEffort(name: string, effort: string): string | null {
  const version = versionOf(name);
  if (effort === 'none')
    return isBefore(version, 5, 0) || /sonnet|haiku|opus-5(?!-\d\b)/.test(name)
      ? null
      : 'this model can’t be kept from thinking';
  if (isBefore(version, 4, 6) && !/opus-4-5\b/.test(name))
    return 'this model has no effort; give thinkingTokens';
  if (effort === 'max' && isBefore(version, 4, 6)) return 'expected one of none, low, medium, high';
  return effort === 'xhigh' && isBefore(version, 4, 7) ? 'models have it since 4.7' : null;
}

function refusesSampling({ name }: OpenRequest): string | null {
  const version = versionOf(name);
  return version === null || isBefore(version, 4, 7) ? null : 'models since 4.7 sample by their own rules';
}

function refusedTopP(request: OpenRequest): string | null {
  const { topP = 1, temperature } = request.settings;
  if (thinks(request) && topP < LEAST_TOP_P) return `expected ${LEAST_TOP_P} or more while the model thinks`;
  const isOld = isBefore(versionOf(request.name), 4, 1);
  return temperature === undefined || isOld
    ? null
    : 'temperature is given too, and this model takes one of them';
}
