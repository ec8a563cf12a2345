import { deserialize, serialize } from 'node:v8';

const HEAD_BYTES = 4;

/** One message as bytes: its length, then node:v8's form of it, which keeps typed arrays and shared objects. */
export function encodeFrame(message: unknown): Buffer {
  const body = serialize(message);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Thrown for a frame that is longer than it may be: the other side does not keep to the protocol. */
class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly code = 'frame';
}

/** Puts messages together from pieces of a stream. */
export function createFrameDecoder(maxBytes: number): (piece: Uint8Array) => readonly unknown[] {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let wanted = HEAD_BYTES;
  const take = () => {
    const all = pieces.length === 1 ? Buffer.from(pieces[0] ?? []) : Buffer.concat(pieces);
    const body = all.subarray(0, wanted);
    pieces = [all.subarray(wanted)];
    held = all.length - wanted;
    return body;
  };
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    const messages: unknown[] = [];
    let isHead = wanted === HEAD_BYTES;
    while (held >= wanted) {
      const part = take();
      if (isHead) {
        wanted = HEAD_BYTES + part.readUInt32LE();
        if (wanted > maxBytes) throw new FrameError(`A frame of ${wanted} bytes; ${maxBytes} are allowed`);
        wanted -= HEAD_BYTES;
        isHead = false;
      } else {
        messages.push(deserialize(part));
        wanted = HEAD_BYTES;
        isHead = true;
      }
    }
    return messages;
  };
}
