import type { Picture } from '../domain/reply.ts';

/** A picture as RFC 2397 writes it, which both of OpenAI's protocols take. */
export function dataUrl({ mediaType, bytes }: Picture): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}
