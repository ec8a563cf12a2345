import { z } from 'zod';
import { line } from './schema-parts.ts';

const MOST_TOKENS = 1_000_000_000;
const MOST_USD = 1_000_000;

const modelId = z
  .string()
  .max(200)
  .regex(/^[^/\s@]+\/[^\s@]+$/, {
    error: 'is no model; expected provider/name without a label, such as openai/gpt-4o',
  });

const tokens = z.int().min(1).max(MOST_TOKENS).nullable().optional();
const usd = z.number().min(0).max(MOST_USD);
const yesOrNo = z.boolean().nullable().optional();

const price = z.strictObject({
  inputUsd: usd.describe('US dollars for a million tokens of input.'),
  outputUsd: usd.describe('US dollars for a million tokens of output, reasoning included.'),
  cachedInputUsd: usd
    .nullable()
    .optional()
    .describe('For a million tokens of input that the provider had in its cache.'),
  basis: line(200)
    .optional()
    .describe('Where the figures come from, and the day; that of the file when not given.'),
});

const facts = z.strictObject({
  name: line(200).optional().describe('What its maker calls it.'),
  family: line(80).nullable().optional().describe('The line of models that it belongs to: gpt-mini.'),
  maker: line(80).nullable().optional().describe('Who made it, not who serves it.'),
  releasedOn: z
    .string()
    .refine(isDay, { error: 'is no day; expected one such as 2025-08-07' })
    .nullable()
    .optional()
    .describe('The day on which its maker released it to the public.'),
  hasOpenWeights: yesOrNo.describe('Whether its weights can be downloaded, under whatever licence.'),
  contextTokens: tokens.describe('The most tokens of a conversation.'),
  maxOutputTokens: tokens.describe('The most tokens of one answer.'),
  seesPictures: yesOrNo,
  reasons: yesOrNo.describe('Whether it can think before it answers.'),
  takesTemperature: yesOrNo,
  price: price.nullable().optional().describe('Left out or null: not known. 0 means that it is free.'),
});

const serverName = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: 'is no name; expected a word such as lab' });

const server = z.strictObject({
  baseUrl: z
    .string()
    .max(1000)
    .refine(isServerUrl, { error: 'is no address; expected one such as https://host/v1' })
    .describe('Where its protocol begins: most end with /v1.'),
  keyVariable: line(100)
    .nullable()
    .optional()
    .describe('The environment variable that holds its key, in capitals; left out: it wants none.'),
  mostRequests: z
    .int()
    .min(1)
    .max(10_000)
    .nullable()
    .optional()
    .describe('The most requests at the same time.'),
  headers: z
    .record(line(100).regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, { error: 'is no name of a header' }), line(1000))
    .optional()
    .describe('HTTP headers that are sent along. Keys never stand here.'),
});

/** The schema of a file of known models. */
export const knownModelsSchema = z.strictObject({
  basis: line(200)
    .optional()
    .describe('Where the prices of this file come from, with the day they were read.'),
  models: z.record(modelId, facts).optional(),
  servers: z.record(serverName, server).optional().describe("Servers that speak OpenAI's chat protocol."),
});

/** What the schema makes of a file. */
export type KnownModelsShape = z.infer<typeof knownModelsSchema>;
export type FactsShape = z.infer<typeof facts>;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hash } = new URL(text);
  return hash === '' && (protocol === 'http:' || protocol === 'https:');
}
