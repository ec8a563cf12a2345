import type { ServerConfig } from '../domain/model.ts';
import { PROVIDERS } from '../models/registry.ts';
import { createRedactor, type Secret } from '../util/redact.ts';

export interface SecretSources {
  /** Environment variables, those of the key file included. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly servers?: readonly ServerConfig[];
}

/** Replaces every secret that these sources hold, see `createRedactor`. */
export function redactorFor(sources: SecretSources): (text: string) => string {
  return createRedactor(secretsOf(sources));
}

/**
 * The values that are never shown or written: those of the key variables of all providers and servers, of variables whose
 * name says that they hold a secret, and passwords in URLs. Numbers are none: `TOKEN=100000000` is a limit.
 */
export function secretsOf({ variables, servers = [] }: SecretSources): readonly Secret[] {
  const keyVariables = new Set([...PROVIDERS, ...servers].map(({ keyVariable }) => keyVariable));
  return Object.entries(variables).flatMap(([name, value = '']) => {
    const isSecret = keyVariables.has(name) || saysSecret(name);
    if (isSecret && !/^\d*$/.test(value)) return [{ name, value }];
    return passwordsIn(value).map((password) => ({ name, value: password }));
  });
}

const SECRET_WORDS = new Set(['KEY', 'APIKEY', 'TOKEN', 'SECRET', 'PASSWORD', 'PASSWD', 'PASSPHRASE']);

/** `GITHUB_TOKEN` does, `KEYBOARD` and `MAX_TOKENS` do not. */
function saysSecret(name: string): boolean {
  return name
    .toUpperCase()
    .split('_')
    .some((word) => SECRET_WORDS.has(word));
}

/** The password of a URL, as it is written and as it is meant. */
function passwordsIn(value: string): string[] {
  if (!value.includes('://') || !URL.canParse(value)) return [];
  const { password } = new URL(value);
  if (password === '') return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    // No escapes that mean anything: it is what it looks like.
    return [password];
  }
}
