import type { ModelSettings, ServerConfig } from '../../src/domain/model.ts';
import type { Message, ModelRequest } from '../../src/domain/reply.ts';
import type { Task } from '../../src/domain/task.ts';
import type { ModelSources } from '../../src/models/provider.ts';
import { openModels } from '../../src/models/registry.ts';
import type { RawAnswer } from '../helpers/model-server-answers.ts';

export const KEY = 'sk-planted-0123456789abcdef';

/** A request of one message, or of these. */
export function requestOf(...messages: readonly Message[]): ModelRequest {
  return {
    task: { id: 'otters/otter' } as Task,
    track: 'blind',
    sample: 1,
    round: 1,
    systemPrompt: 'Answer with TikZ.',
    messages: messages.length > 0 ? messages : [user('Draw an otter.')],
  };
}

export function user(text: string): Message {
  return { role: 'user', text, pictures: [] };
}

export function sourcesOf(given: Partial<ModelSources> = {}): ModelSources {
  return { recordedFiles: [], variables: {}, facts: [], servers: [], ...given };
}

interface Opening {
  readonly url: string;
  readonly settings?: ModelSettings;
  readonly sources?: Partial<ModelSources>;
}

/** A model of a provider whose server is at `url`, with a planted key. */
export async function openAt(id: string, { url, settings = {}, sources = {} }: Opening) {
  const prefix = id.split('/')[0]!.toUpperCase();
  const variables = { [`${prefix}_API_KEY`]: KEY, [`${prefix}_BASE_URL`]: `${url}/v1`, ...sources.variables };
  const [model] = await openModels([{ id, settings }], sourcesOf({ ...sources, variables }));
  return model!;
}

export function serverAt(url: string, given: Partial<ServerConfig> = {}): ServerConfig {
  return { name: 'lab', baseUrl: `${url}/v1`, keyVariable: null, mostRequests: null, headers: {}, ...given };
}

/** A stream of server-sent events, as it goes over the wire. */
export function stream(...events: readonly object[]): RawAnswer {
  const lines = events.map((event) => {
    const type = (event as { type?: string }).type;
    return `${type === undefined ? '' : `event: ${type}\n`}data: ${JSON.stringify(event)}\n\n`;
  });
  return {
    kind: 'raw',
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8' },
    body: lines.join(''),
  };
}
