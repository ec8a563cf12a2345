import type { ModelFacts } from './model.ts';

/**
 * What is known of a model: its own entry, whatever its label (`@low`); else that of the same model without a day at the
 * end (`-2025-08-07`, `-20250807`), a quantisation (`:8b-q4_K_M`) or a variant of a router (`:free`, then without price);
 * else that of the maker's own service, for what a router passes on (without price too); else, for a size or `:latest` of
 * Ollama, what all sizes in the table have in common. Null is "not known": no near name is taken for another.
 */
export function findFacts(facts: readonly ModelFacts[], id: string): ModelFacts | null {
  const asked = id.replace(/@[^@/]*$/, '');
  const entry = (name: string) => facts.find((one) => one.id === name) ?? null;
  const exact = entry(asked);
  if (exact !== null) return exact;
  return asked.startsWith('ollama/')
    ? findLocal(facts, asked)
    : (findDated(entry, asked) ?? findVariant(entry, asked) ?? findRouted(entry, asked));
}

type Entry = (id: string) => ModelFacts | null;

const DAY_AT_END = /-(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/;

/** The day of a snapshot is about the day of its release; its price is said to be that of the other entry. */
function findDated(entry: Entry, asked: string): ModelFacts | null {
  const day = DAY_AT_END.exec(asked);
  const base = day && entry(asked.slice(0, day.index));
  if (!base) return null;
  const [, year, month, date] = day;
  const price = base.price && { ...base.price, basis: `${base.price.basis}, for ${base.id}` };
  return { ...base, id: asked, releasedOn: base.releasedOn && `${year}-${month}-${date}`, price };
}

function findVariant(entry: Entry, asked: string): ModelFacts | null {
  const base = entry(asked.replace(/:[a-z]+$/, ''));
  return base && { ...base, id: asked, price: null };
}

/** Makers at OpenRouter whose names for their models are used there too. DeepSeek's are not: there they move. */
const ROUTED: ReadonlyMap<string, (name: string) => string> = new Map([
  ['openai', (name: string) => `openai/${name}`],
  ['anthropic', (name: string) => `anthropic/${name.replaceAll('.', '-')}`],
  ['google', (name: string) => `gemini/${name}`],
  ['x-ai', (name: string) => `xai/${name}`],
]);

function findRouted(entry: Entry, asked: string): ModelFacts | null {
  const [, maker = '', name = ''] = /^openrouter\/([^/]+)\/([^/:]+)(?::[a-z]+)?$/.exec(asked) ?? [];
  const own = ROUTED.get(maker)?.(name);
  const base = own === undefined ? null : entry(own);
  return base && { ...base, id: asked, price: null };
}

const QUANTISATION = /-(q\d(_[\dA-Za-z]+)*|fp16|bf16|mxfp4|mxfp8|nvfp4)$/i;
const SIZE = /^\d+(\.\d+)?[bmt](-cloud)?$/;

function findLocal(facts: readonly ModelFacts[], asked: string): ModelFacts | null {
  const plain = asked.replace(QUANTISATION, '').replace(/-instruct$/, '');
  const base = plain === asked ? null : (facts.find((one) => one.id === plain) ?? null);
  // Where a line has models that think, `instruct` is the name of others.
  if (base !== null)
    return asked.includes('-instruct') && base.reasons !== false ? null : { ...base, id: asked };
  const [name = '', tag = 'latest'] = asked.replace(QUANTISATION, '').split(':');
  const sizes = facts.filter((one) => one.id.startsWith(`${name}:`));
  if (sizes.length === 0 || !(tag === 'latest' || tag === 'cloud' || SIZE.test(tag))) return null;
  return commonFacts(sizes, asked);
}

/** What holds for all of them. What depends on the size is left open. */
function commonFacts(sizes: readonly ModelFacts[], id: string): ModelFacts {
  const common = <Key extends keyof ModelFacts>(key: Key): ModelFacts[Key] | null => {
    const values = new Set(sizes.map((one) => one[key]));
    return values.size === 1 ? (sizes[0]?.[key] ?? null) : null;
  };
  return {
    id,
    name: id.slice(id.indexOf('/') + 1),
    family: common('family'),
    maker: common('maker'),
    releasedOn: common('releasedOn'),
    hasOpenWeights: common('hasOpenWeights'),
    contextTokens: null,
    maxOutputTokens: null,
    seesPictures: null,
    reasons: null,
    takesTemperature: common('takesTemperature'),
    price: null,
  };
}
