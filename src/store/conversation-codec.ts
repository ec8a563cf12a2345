import type { Message, Picture } from '../domain/reply.ts';
import { sha256 } from '../util/sha256.ts';

interface PackedMessage extends Omit<Message, 'pictures'> {
  readonly pictures: readonly { readonly mediaType: Picture['mediaType']; readonly hash: string }[];
}

/** A conversation as JSON, in which pictures are named by the SHA-256 of their bytes. `keep` is given each of them. */
export function encodeConversation(messages: readonly Message[], keep: (bytes: Uint8Array) => void): string {
  const packed = messages.map(({ role, text, pictures }): PackedMessage => {
    const named = pictures.map(({ mediaType, bytes }) => {
      keep(bytes);
      return { mediaType, hash: sha256(bytes) };
    });
    return { role, text, pictures: named };
  });
  return JSON.stringify(packed);
}

/** The inverse of `encodeConversation`. */
export function decodeConversation(json: string, bytesOf: (hash: string) => Uint8Array): readonly Message[] {
  return (JSON.parse(json) as readonly PackedMessage[]).map(({ role, text, pictures }) => ({
    role,
    text,
    pictures: pictures.map(({ mediaType, hash }) => ({ mediaType, bytes: bytesOf(hash) })),
  }));
}

/** The text of the last message of an encoded conversation; null where there is none. */
export function lastText(json: string): string | null {
  return (JSON.parse(json) as readonly PackedMessage[]).at(-1)?.text ?? null;
}
