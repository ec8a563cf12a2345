import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeConversation, encodeConversation } from '../../src/store/conversation-codec.ts';
import { sha256 } from '../../src/util/sha256.ts';

const picture = fc.record({
  mediaType: fc.constant('image/png' as const),
  bytes: fc.uint8Array({ maxLength: 20 }),
});
const message = fc.record({
  role: fc.constantFrom('user' as const, 'assistant' as const),
  text: fc.string({ unit: 'binary' }),
  pictures: fc.array(picture, { maxLength: 3 }),
});

it('gives back any conversation, with its pictures outside of the text', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
      const kept = new Map<string, Uint8Array>();
      const json = encodeConversation(messages, (bytes) => kept.set(sha256(bytes), bytes));
      expect(decodeConversation(json, (hash) => kept.get(hash)!)).toEqual(messages);
      const wanted = new Set(messages.flatMap(({ pictures }) => pictures.map(({ bytes }) => sha256(bytes))));
      expect(new Set(kept.keys())).toEqual(wanted);
    }),
  );
});
