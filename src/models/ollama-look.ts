import type { ModelFacts } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import { nearest } from '../util/nearest.ts';
import { printableLine } from '../util/printable.ts';
import { httpFetch } from './http-fetch.ts';
import { amountOf, type Fields, fieldsOf, listOf, textOf, textOrNull } from './lenient.ts';
import { ollamaClient } from './ollama-client.ts';
import type { OllamaEndpoint } from './ollama-host.ts';
import type { OpenRequest } from './provider.ts';

/** What a server tells of a model before it is asked anything. */
export interface OllamaLook {
  readonly facts: ModelFacts;
  /** SHA-256 of its manifest, in hex; null: the server does not list it. */
  readonly digest: string | null;
}

/** A server on this machine or this network answers at once, unless it is not there. */
const LONGEST_LOOK_MS = 5_000;

/** The server said no. */
class StatusError extends Error {
  override name = 'StatusError';
  readonly status: number;
  /** It says so as Ollama does: `{"error": "model 'x' not found"}`. */
  readonly isOllamas: boolean;
  constructor(status: number, body: string) {
    super(`status ${status}`);
    this.status = status;
    this.isOllamas = /^\s*\{\s*"error"\s*:\s*"/.test(body);
  }
}

/** What a server says that stands in for Ollama and only speaks its chat. */
const NOT_SPOKEN = [404, 405, 501];

/**
 * Asks the server what the model is. No server, and a model that it does not have, are a UsageError that says how to get
 * them. Of a server that stands in for Ollama and can't tell, nothing is known, which is no mistake; nor is a
 * missing server where the look is optional.
 */
export async function lookAtModel(
  request: OpenRequest,
  endpoint: OllamaEndpoint,
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Promise<OllamaLook> {
  const client = ollamaClient(endpoint, quickFetch);
  try {
    const tags = listOf(fieldsOf(await list(client)).models).map(fieldsOf);
    const shown = await show(client, request.name);
    if (shown === null) throw unknownModel(request, namesOf(tags), endpoint);
    const entry = tags.find(({ name }) => name === request.name || name === `${request.name}:latest`);
    const digest = textOrNull(entry?.digest)?.replace(/^sha256:/, '') ?? null;
    return { facts: factsOf(request, fieldsOf(shown)), digest };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (isOptional) return { facts: factsOf(request, {}), digest: null };
    throw noServer(error, endpoint);
  }
}

type Client = ReturnType<typeof ollamaClient>;

async function list(client: Client): Promise<unknown> {
  try {
    return await client.list();
  } catch (error) {
    if (error instanceof StatusError && NOT_SPOKEN.includes(error.status)) return {};
    throw error;
  }
}

/** Null: the server does not have it. */
async function show(client: Client, model: string): Promise<unknown> {
  try {
    return await client.show({ model });
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    // 400 is said of a name that can be no model's.
    if (error.isOllamas && [400, 404].includes(error.status)) return null;
    if (NOT_SPOKEN.includes(error.status)) return {};
    throw error;
  }
}

const quickFetch: typeof fetch = async (input, init) => {
  const signal = AbortSignal.timeout(LONGEST_LOOK_MS);
  const response = await httpFetch({ onConnected() {} })(input, { ...init, signal });
  // Before the SDK sees it, which prints such answers to the terminal.
  if (!response.ok) throw new StatusError(response.status, await response.text());
  return response;
};

function factsOf({ id, name, facts }: OpenRequest, shown: Fields): ModelFacts {
  const can = Array.isArray(shown.capabilities) ? new Set(shown.capabilities) : null;
  const details = fieldsOf(shown.details);
  return {
    id,
    name,
    family: textOrNull(details.family),
    maker: null,
    releasedOn: null,
    hasOpenWeights: null,
    maxOutputTokens: null,
    takesTemperature: null,
    price: null,
    ...facts,
    contextTokens: contextOf(fieldsOf(shown.model_info)) ?? facts?.contextTokens ?? null,
    seesPictures: can?.has('vision') ?? facts?.seesPictures ?? null,
    reasons: can?.has('thinking') ?? facts?.reasons ?? null,
  };
}

/** `qwen3.context_length`: the key is named after the architecture. */
function contextOf(info: Fields): number | null {
  const length = amountOf(info[`${textOf(info['general.architecture'])}.context_length`]);
  return length === null || length < 1 ? null : Math.floor(length);
}

function namesOf(tags: readonly Fields[]): readonly string[] {
  return tags.map(({ name }) => textOf(name)).filter((name) => name !== '');
}

function unknownModel(
  { id, name }: OpenRequest,
  known: readonly string[],
  { host }: OllamaEndpoint,
): UsageError {
  const near = nearest(name, [...known, ...known.map((each) => each.replace(/:latest$/, ''))]);
  const hint = near === null ? '' : `; did you mean "ollama/${printableLine(near)}"?`;
  return new UsageError(`${id}: the Ollama server at ${host} has no model "${name}"${hint}`, {
    remedy: `Get it with: ollama pull ${name}`,
  });
}

function noServer(error: unknown, { host }: OllamaEndpoint): UsageError {
  if (error instanceof StatusError)
    return new UsageError(`what answers at ${host} is no Ollama server, or refuses us (${error.message})`, {
      cause: error,
      remedy: 'Check OLLAMA_HOST.',
    });
  return new UsageError(`no Ollama server at ${host}`, {
    cause: error,
    remedy: 'Start it with: ollama serve. If it runs elsewhere, set OLLAMA_HOST.',
  });
}
