import { formsOfSecret } from '../util/redact.ts';

/** Shorter values are placeholders (`none`, `EMPTY`) that would blacken ordinary words. */
const SHORTEST_SECRET = 6;
const MASK = '[key]';

/** The text without these values, in whatever form they are written: a server may echo what it was sent. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .reduce((masked, form) => masked.replaceAll(form, MASK), text);
}

function formsOf(secret: string): readonly string[] {
  const value = secret.trim();
  const plain = [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value.toWellFormed())];
  return [...plain, ...formsOfSecret(value)];
}
