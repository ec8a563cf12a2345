import type { Model } from '../domain/model.ts';
import type { Task } from '../domain/task.ts';
import type { Prompts } from '../draw/prompts.ts';

/** What a run knows of a model's answers so far; tokens are sums over them. */
export interface Means {
  readonly answers: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** Tokens of one request as they are to be expected. */
export interface TokenGuess {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** What each round before adds to the input of a later one; 0 where the figures are measured over all rounds. */
  readonly addedInputTokens: Readonly<Record<'repair' | 'sighted', number>>;
  readonly basis: string;
}

interface Grounds {
  readonly tasks: readonly Task[];
  readonly prompts: Prompts;
  readonly means: Means | null;
}

// English and TeX have about four characters a token with all common tokenisers; a bit less, to be on the safe side.
const CHARACTERS_PER_TOKEN = 3.5;
// A drawing of our tasks is 600 to 2,000 tokens of TikZ.
const DRAWING_TOKENS = 1_500;
// What comes back: errors are some lines; a picture is up to 1,600 tokens with the providers that say how they count.
const ERROR_TOKENS = 300;
const PICTURE_TOKENS = 1_600;
// Reasoning models think for thousands of tokens before they place anything; by effort, as the providers describe it.
const REASONING_TOKENS: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 500,
  low: 2_500,
  medium: 8_000,
  high: 16_000,
  xhigh: 24_000,
  max: 32_000,
};
const ENOUGH_REPLIES = 3;

/** The mean of the run's own replies where there are enough; else a guess by what is known of the model. */
export function guessTokens(model: Model, { tasks, prompts, means }: Grounds): TokenGuess {
  if (means && means.answers >= ENOUGH_REPLIES && means.inputTokens !== null && means.outputTokens !== null) {
    return {
      inputTokens: means.inputTokens / means.answers,
      outputTokens: means.outputTokens / means.answers,
      addedInputTokens: { repair: 0, sighted: 0 },
      basis: `mean of ${means.answers} answers of this run`,
    };
  }
  const characters =
    tasks.reduce((sum, task) => sum + prompts.first(task).length, 0) / Math.max(1, tasks.length);
  const inputTokens = (prompts.system().length + characters) / CHARACTERS_PER_TOKEN;
  const thinking = thinkingTokens(model);
  const outputTokens = Math.min(DRAWING_TOKENS + thinking, model.maxOutputTokens ?? Number.POSITIVE_INFINITY);
  const said = thinking === 0 ? 'a drawing' : 'a drawing and its reasoning';
  return {
    inputTokens,
    outputTokens,
    addedInputTokens: { repair: DRAWING_TOKENS + ERROR_TOKENS, sighted: DRAWING_TOKENS + PICTURE_TOKENS },
    basis: `${outputTokens.toLocaleString('en')} output tokens guessed for ${said}`,
  };
}

/** How much a model is expected to think for one answer. */
export function thinkingTokens({ facts, settings }: Model): number {
  if (settings?.thinkingTokens !== undefined) return settings.thinkingTokens;
  const byEffort = REASONING_TOKENS[settings?.effort ?? ''];
  if (byEffort !== undefined) return byEffort;
  if (facts?.reasons === false) return 0;
  return facts?.reasons ? (REASONING_TOKENS.medium ?? 0) : (REASONING_TOKENS.low ?? 0);
}
