import { sha256 } from '../util/sha256.ts';
import type { Endpoint } from './openai-client.ts';

/**
 * What a reply depends on besides the conversation, as one hash: the protocol and its version here, the server, the model,
 * what is sent with each request, headers included. The key is no part of it: another key is the same model.
 */
export function fingerprintOf(protocol: string, endpoint: Endpoint, fields: object): string {
  return sha256(JSON.stringify([protocol, serverOf(endpoint.baseUrl), fields, endpoint.headers]));
}

/** Host and path without what a URL may carry of names and keys. */
function serverOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  return host + pathname.replace(/\/+$/, '');
}
