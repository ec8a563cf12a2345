import { expectedOneOf } from './describe-issues.ts';
import type { DataMistake } from './mistakes.ts';

export interface WithoutKeys {
  readonly keys: readonly DataMistake[];
  /** The data without them, so that no other message repeats one. */
  readonly rest: unknown;
}

const KEY_NAME =
  /^(api[-_]?key|key|token|secret|password|auth|credentials?)$|authori[sz]ation|api-?key|[-_](token|key|secret|password)$|cookie/i;
// A name of a header or a variable is none; what providers give out as keys begins like this.
const KEY_VALUE = /^(bearer|basic)\s|^(sk|pk|gsk|xai|hf|tgp|AIza)[-_A-Za-z0-9]{16,}/i;
const VARIABLE = /^[A-Z_][A-Z0-9_]*$/;

/** Keys that were written into a table of servers: they would end up in a repository. What was written is not repeated. */
export function keyMistakes(data: unknown): WithoutKeys {
  if (!isRecord(data) || !isRecord(data.servers)) return { keys: [], rest: data };
  const keys: DataMistake[] = [];
  const servers = mapValues(data.servers, (server, name) => {
    if (!isRecord(server)) return server;
    const path = ['servers', name];
    const { headers, ...own } = server;
    const plain = withPlainUrl(withoutKeys(own, { path, keys }), { path, keys });
    return isRecord(headers)
      ? { ...plain, headers: withoutKeys(headers, { path: [...path, 'headers'], keys }) }
      : { ...plain, ...('headers' in server && { headers }) };
  });
  return { keys, rest: { ...data, servers } };
}

/** Models of providers that do not exist: such a line would do nothing. */
export function providerMistakes(data: unknown, providers: readonly string[]): readonly DataMistake[] {
  if (!isRecord(data) || !isRecord(data.models)) return [];
  return Object.keys(data.models).flatMap((id) => {
    const provider = id.split('/')[0] ?? '';
    if (!id.includes('/') || providers.includes(provider)) return [];
    const message = `unknown provider ${JSON.stringify(provider)}; ${expectedOneOf(provider, providers)}`;
    return [{ path: ['models', id], at: 'key', message }];
  });
}

interface Finds {
  readonly path: readonly string[];
  readonly keys: DataMistake[];
}

function withoutKeys(record: Readonly<Record<string, unknown>>, { path, keys }: Finds) {
  return Object.fromEntries(
    Object.entries(record).filter(([name, value]) => {
      if (!holdsKey(name, value)) return true;
      const message = `${JSON.stringify(name)} holds a key; put the key in an environment variable or the key file, and name the variable: keyVariable: LAB_API_KEY`;
      keys.push({ path: [...path, name], at: 'key', message });
      return false;
    }),
  );
}

/** An address may hold a password or, behind the question mark, a key. */
function withPlainUrl(server: Readonly<Record<string, unknown>>, { path, keys }: Finds) {
  const { baseUrl } = server;
  if (typeof baseUrl !== 'string' || !/[@?]/.test(baseUrl)) return server;
  const message =
    'baseUrl holds more than an address; expected one such as https://host/v1, without a user, a password or a question mark';
  keys.push({ path: [...path, 'baseUrl'], at: 'value', message });
  return { ...server, baseUrl: 'http://left-out' };
}

function holdsKey(name: string, value: unknown): boolean {
  if (KEY_NAME.test(name)) return true;
  if (typeof value !== 'string') return false;
  // What stands there and is no name of a variable is likely the key itself.
  return KEY_VALUE.test(value) || (name === 'keyVariable' && !VARIABLE.test(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}
