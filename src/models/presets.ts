import { type ChatDialect, COMMON_DIALECT } from './chat-dialect.ts';

/** A service that speaks Chat Completions. */
export interface Preset {
  readonly id: string;
  readonly summary: string;
  readonly baseUrl: string;
  /** On servers of one's own the key is optional. */
  readonly keyVariable: string;
  readonly baseUrlVariable: string;
  readonly isLocal: boolean;
  readonly mostRequests: number;
  /** Asked with one model at a time, since it loads them. */
  readonly oneModelAtATime: boolean;
  readonly dialect: ChatDialect;
}

type Named = Pick<Preset, 'id' | 'summary' | 'baseUrl'> & Partial<Preset>;

function preset(given: Named): Preset {
  const prefix = given.id.toUpperCase();
  return {
    keyVariable: `${prefix}_API_KEY`,
    baseUrlVariable: `${prefix}_BASE_URL`,
    isLocal: false,
    mostRequests: Number.POSITIVE_INFINITY,
    oneModelAtATime: false,
    dialect: COMMON_DIALECT,
    ...given,
  };
}

/** The one place to add a service. Each dialect is from the service's own documentation, named above it. */
export const PRESETS: readonly Preset[] = [
  // https://ai.google.dev/gemini-api/docs/openai: reasoning_effort, or a budget under extra_body.google. It names no seed.
  preset({
    id: 'gemini',
    summary: 'Google Gemini, through its compatibility with OpenAI',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    dialect: {
      limit: 'max_tokens',
      usage: 'asked',
      answerForm: 'schema',
      effort: (effort) => ({ reasoning_effort: effort }),
      thinkingTokens: (tokens) => ({
        extra_body: { google: { thinking_config: { thinking_budget: tokens } } },
      }),
    },
  }),
  // https://api-docs.deepseek.com/guides/thinking_mode: a switch beside the effort. It names no seed. guides/json_mode: no schema.
  preset({
    id: 'deepseek',
    summary: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com',
    dialect: {
      limit: 'max_tokens',
      usage: 'asked',
      answerForm: 'json',
      effort: (effort) =>
        effort === 'none'
          ? { thinking: { type: 'disabled' } }
          : { thinking: { type: 'enabled' }, reasoning_effort: effort },
    },
  }),
  // https://docs.x.ai/docs/api-reference: max_tokens is deprecated there.
  preset({
    id: 'xai',
    summary: 'xAI Grok',
    baseUrl: 'https://api.x.ai/v1',
    dialect: { ...COMMON_DIALECT, limit: 'max_completion_tokens' },
  }),
  // https://docs.mistral.ai/api: random_seed; refuses fields that it does not know; usage comes in the last chunk.
  preset({
    id: 'mistral',
    summary: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    dialect: { ...COMMON_DIALECT, usage: 'always', seed: (seed) => ({ random_seed: seed }) },
  }),
  // https://openrouter.ai/docs/use-cases/reasoning-tokens: effort or a budget in `reasoning`; usage.cost is in US dollars.
  preset({
    id: 'openrouter',
    summary: 'OpenRouter: models of many makers; says what each answer cost',
    baseUrl: 'https://openrouter.ai/api/v1',
    dialect: {
      ...COMMON_DIALECT,
      tellsCost: true,
      effort: (effort) => ({ reasoning: { effort } }),
      thinkingTokens: (tokens) => ({ reasoning: { max_tokens: tokens } }),
    },
  }),
  // https://docs.together.ai/docs/inference/chat/reasoning: reasoning_effort; hybrid models have a switch.
  preset({
    id: 'together',
    summary: 'Together AI: open-weight models',
    baseUrl: 'https://api.together.ai/v1',
    dialect: {
      ...COMMON_DIALECT,
      effort: (effort) =>
        effort === 'none' ? { reasoning: { enabled: false } } : { reasoning_effort: effort },
    },
  }),
  // The API reference in Groq's console: max_tokens is deprecated there.
  preset({
    id: 'groq',
    summary: 'Groq: open-weight models, fast',
    baseUrl: 'https://api.groq.com/openai/v1',
    dialect: { ...COMMON_DIALECT, limit: 'max_completion_tokens' },
  }),
  // https://docs.vllm.ai/en/stable/serving/openai_compatible_server
  preset({
    id: 'vllm',
    summary: 'vLLM on a machine of yours',
    baseUrl: 'http://localhost:8000/v1',
    isLocal: true,
  }),
  // https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md: reasoning is a matter of the chat template.
  preset({
    id: 'llamacpp',
    summary: 'llama-server of llama.cpp on a machine of yours',
    baseUrl: 'http://localhost:8080/v1',
    isLocal: true,
    mostRequests: 4,
    oneModelAtATime: true,
    dialect: {
      ...COMMON_DIALECT,
      effort: (effort) => ({
        chat_template_kwargs: effort === 'none' ? { enable_thinking: false } : { reasoning_effort: effort },
      }),
    },
  }),
  // https://lmstudio.ai/docs/developer/openai-compat/chat-completions: knows effort only on its Responses route.
  preset({
    id: 'lmstudio',
    summary: 'LM Studio on a machine of yours',
    baseUrl: 'http://localhost:1234/v1',
    isLocal: true,
    mostRequests: 1,
    oneModelAtATime: true,
    dialect: { limit: 'max_tokens', usage: 'asked', answerForm: 'schema', seed: (seed) => ({ seed }) },
  }),
];
