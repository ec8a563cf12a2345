/** A value that nobody is to read. `name` is shown in its place. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** What is shorter is no key, and would be found in ordinary words. */
const FEWEST_LETTERS = 8;

/**
 * Replaces each secret in a text by `[redacted NAME]`: as it is, as a URL or a form, JSON or base64 (also inside a longer
 * base64 text, as in Basic authorisation) writes it. Longer ones go first, and values of less than 8 characters stay.
 * The time is linear in the text.
 */
export function createRedactor(secrets: readonly Secret[]): (text: string) => string {
  const names = new Map<string, string>();
  for (const { name, value } of secrets)
    for (const form of formsOfSecret(value)) if (!names.has(form)) names.set(form, name);
  if (names.size === 0) return (text) => text;
  const forms = [...names.keys()].sort((a, b) => b.length - a.length);
  // Plain alternatives never go back further than their own length.
  const pattern = new RegExp(forms.map(literally).join('|'), 'g');
  return (text) => text.replace(pattern, (found) => `[redacted ${names.get(found)}]`);
}

/** All the ways that `createRedactor` finds a secret in; none for what is too short to be one. */
export function formsOfSecret(value: string): string[] {
  const plain = value.trim();
  if (plain.length < FEWEST_LETTERS) return [];
  const json = insideJson(plain);
  return [plain, json, insideJson(json), ...urlForms(plain), ...base64Forms(plain)];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function insideJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function urlForms(text: string): string[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  const lowerCase = encoded.replace(/%../g, (code) => code.toLowerCase());
  return [encoded, lowerCase, encoded.replaceAll('%20', '+')];
}

/** At each of the three places that it can have in the groups of base64, without the letters that neighbours share. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  const whole = bytes.toString('base64');
  const inner = [0, 1, 2].map((shift) => {
    const letters = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const isShared = (bytes.length + shift) % 3 !== 0;
    return letters.slice(Math.ceil((shift * 8) / 6), isShared ? -1 : undefined);
  });
  return [whole, ...inner].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
