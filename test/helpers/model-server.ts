import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { LLMock } from '@copilotkit/aimock';
import {
  type Answer,
  answerWith,
  isGood,
  type MockResponse,
  mockFor,
  usageFor,
  type WholeAnswer,
} from './model-server-answers.ts';
import { BatchDesk, type BatchPlan } from './model-server-batches.ts';
import { type Call, jsonOf, passOn, readCall } from './model-server-calls.ts';
import { drawingReply } from './model-server-drawing.ts';
import { type FaultPlan, faultFor } from './model-server-faults.ts';
import { lookAround, type OllamaModel } from './model-server-ollama.ts';

/** A request for an answer of a model, as it came over the wire. */
export interface SeenRequest {
  /** 1, 2, 3… in the order in which they came. */
  readonly number: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty, and `json` too, with `keepsBodies: false`. */
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it freely.
  readonly json: any;
  /** Path and hash of the body: the same for each sample of one question. */
  readonly key: string;
  /** How many requests with this key came before. */
  readonly before: number;
  /** `answered`: a whole good answer went out; `faulted`: none did, on purpose; `hung-up`: the client left first. */
  outcome: 'open' | 'answered' | 'faulted' | 'hung-up';
}

export type Script = Answer | ((request: SeenRequest) => Answer);

export interface ModelServerOptions {
  /** What it says when nothing else is agreed: a drawing that compiles, in words that differ from sample to sample. */
  readonly text?: (request: SeenRequest) => string;
  /** How long an answer takes; missing: as fast as it can. */
  readonly latencyMs?: (request: SeenRequest) => number;
  /** Faults by chance: the same seed and requests give the same faults, in whatever order they come. */
  readonly faults?: FaultPlan;
  /** What each answer is said to have used; missing: 100 in, 200 out (on Ollama's side: by the length of the text). */
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
  /** False keeps memory flat over thousands of requests. */
  readonly keepsBodies?: boolean;
  /** The models that its Ollama side has; missing: any, with a context of 32768 tokens. */
  readonly ollamaModels?: Readonly<Record<string, OllamaModel>>;
  /** How its Anthropic side works off batches. */
  readonly batches?: BatchPlan;
}

export interface ModelServer extends AsyncDisposable {
  readonly url: string;
  /** The environment that leads every SDK here, with keys that are easy to find again. */
  readonly variables: Readonly<Record<string, string>>;
  /** All requests for answers of models. Looking around (`/api/tags`, `/v1/batches`…) is in `asides`. */
  readonly requests: readonly SeenRequest[];
  /** `GET /api/tags`, `POST /api/show`…, in order. */
  readonly asides: readonly string[];
  /** Requests that are open now, and the most that ever were. */
  readonly load: { readonly open: number; readonly most: number };
  /** How the next requests are answered, one each, before faults and defaults. */
  script(...answers: readonly Script[]): void;
  /** Anthropic's batches; OpenAI's are in aimock. */
  readonly desk: BatchDesk;
  /** How many whole good answers each key got. */
  answersByKey(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Keys that the variables hold; they must turn up in nothing that is written. */
export const PLANTED_KEYS: Readonly<Record<string, string>> = {
  OPENAI_API_KEY: 'sk-planted-openai-0123456789abcdef',
  ANTHROPIC_API_KEY: 'sk-ant-planted-0123456789abcdef',
};

const MODEL_PATHS = /\/(messages|responses|chat\/completions|api\/chat)$/;

/**
 * A server that speaks OpenAI's Responses and Chat Completions, Anthropic's Messages and Ollama's chat, on one port of this
 * machine. It writes down what comes, does what was scripted, and leaves the protocols to aimock behind it.
 */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const said = new Map<string, MockResponse>();
  const mock = await startMock(said);
  const state = new ServerState(options);
  const server = createServer(async (request, response) => {
    try {
      const call = await readCall(request, response);
      if (!MODEL_PATHS.test(call.path)) return await answerAside(call, state, mock);
      const seen = state.record(call);
      response.once('close', () => state.end(seen, response.writableFinished));
      const latencyMs = options.latencyMs?.(seen) ?? 0;
      if (latencyMs > 0) await wait(latencyMs);
      const answer = state.answerTo(seen, call);
      if (!isGood(answer)) seen.outcome = 'faulted';
      await answerWith(answer, { call, seen, mock, said });
    } catch (error) {
      // What is wrong in a test's own server must not pass for a fault of the adapter.
      if (!response.destroyed) console.error(error);
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await mock.stop();
  };
  return {
    url,
    variables: variablesFor(url),
    requests: state.requests,
    asides: state.asides,
    load: state.load,
    desk: state.desk,
    script: (...answers) => void state.scripted.push(...answers),
    answersByKey: () => state.answers,
    close,
    [Symbol.asyncDispose]: close,
  };
}

class ServerState {
  readonly requests: SeenRequest[] = [];
  readonly asides: string[] = [];
  readonly scripted: Script[] = [];
  readonly answers = new Map<string, number>();
  readonly load = { open: 0, most: 0 };
  readonly options: ModelServerOptions;
  readonly desk: BatchDesk;
  readonly #seenByKey = new Map<string, number>();
  #count = 0;

  constructor(options: ModelServerOptions) {
    this.options = options;
    this.desk = new BatchDesk(options.batches);
  }

  record({ path, headers, body }: Call): SeenRequest {
    const key = `${path} ${createHash('sha256').update(body).digest('hex')}`;
    const before = this.#seenByKey.get(key) ?? 0;
    this.#seenByKey.set(key, before + 1);
    this.#count += 1;
    const keeps = this.options.keepsBodies !== false;
    const text = keeps ? body.toString('utf8') : '';
    const seen: SeenRequest = {
      number: this.#count,
      path,
      headers: keeps ? headers : {},
      body: text,
      json: keeps ? jsonOf(text) : {},
      key,
      before,
      outcome: 'open',
    };
    if (keeps) this.requests.push(seen);
    this.load.open += 1;
    this.load.most = Math.max(this.load.most, this.load.open);
    return seen;
  }

  answerTo(seen: SeenRequest, call: Call): Answer {
    const scripted = this.scripted.shift();
    if (scripted !== undefined) return typeof scripted === 'function' ? scripted(seen) : scripted;
    const content = (this.options.text ?? drawingReply)(seen);
    const usage = usageFor(call, this.options.usage);
    const usual: WholeAnswer = { kind: 'mock', response: { content, usage } };
    return this.options.faults === undefined ? usual : faultFor(seen, usual, this.options.faults);
  }

  end(seen: SeenRequest, isWhole: boolean): void {
    this.load.open -= 1;
    if (seen.outcome !== 'open') return;
    seen.outcome = isWhole ? 'answered' : 'hung-up';
    if (isWhole) this.answers.set(seen.key, (this.answers.get(seen.key) ?? 0) + 1);
  }
}

/** One fixture that answers everything: by what was said for the request whose number came along as the context. */
async function startMock(said: ReadonlyMap<string, MockResponse>): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 64, journalMaxEntries: 1 });
  mock.on({}, ({ _context }) => mockFor(said.get(String(_context))));
  await mock.start();
  return mock;
}

async function answerAside(call: Call, state: ServerState, mock: LLMock): Promise<void> {
  state.asides.push(`${call.method} ${call.path}`);
  if (lookAround(call, state.options.ollamaModels) || state.desk.answer(call)) return;
  const { status, type, bytes } = await passOn(call, mock.url, {});
  call.response.writeHead(status, { 'content-type': type });
  call.response.end(bytes);
}

function variablesFor(url: string): Readonly<Record<string, string>> {
  return {
    ...PLANTED_KEYS,
    OPENAI_BASE_URL: `${url}/v1`,
    ANTHROPIC_BASE_URL: url,
    OLLAMA_HOST: url,
  };
}
