import { inflateSync } from 'node:zlib';
import { PNG_SIGNATURE, packPng } from '../../util/pack-png.ts';
import type { Raster } from './raster.ts';
import { unfilter } from './unfilter.ts';

/** More than any picture has (`PICTURE` of the scenes: 2048 × 2048): what a worker sends is not trusted. */
const MOST_PIXELS = 64_000_000;
/** Signature, length and name of the first chunk, its 13 bytes, its checksum. */
const HEADER_BYTES = 33;
/** Channels of the kinds of colour that are read: RGB and RGBA. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

interface Header {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
}

/**
 * Reads a PNG of 8-bit RGB or RGBA, not interlaced; what is transparent is laid on white. Its header is looked at before
 * anything is unpacked, and no more is unpacked than the header says. Checksums of chunks are not looked at: zlib has its
 * own. Not by the package `fast-png`: it took 110 ms for 3 megapixels where this takes a fifth, and unpacks without bound.
 * @throws UnreadablePictureError with what was expected and what came, when it is no such PNG, or has over 64 million pixels
 */
export function readPng(png: Uint8Array): Raster {
  const { widthPx, heightPx, channels } = readHeader(png);
  const rowBytes = widthPx * channels;
  const rows = unpack(packedPixels(png), heightPx * (1 + rowBytes));
  const pixels = unfilter(rows, { rowBytes, heightPx, channels });
  if (pixels === null) throw unreadable('filters 0 to 4', 'another');
  return { widthPx, heightPx, rgb: channels === 3 ? pixels : onWhite(pixels) };
}

/** A raster as a PNG of 8-bit RGB. The same pixels give the same bytes. */
export function writePng({ widthPx, heightPx, rgb }: Raster): Uint8Array {
  const rows = new Uint8Array(heightPx * (1 + 3 * widthPx));
  for (let row = 0; row < heightPx; row += 1)
    rows.set(rgb.subarray(3 * row * widthPx, 3 * (row + 1) * widthPx), row * (1 + 3 * widthPx) + 1);
  return new Uint8Array(packPng(rows, widthPx, heightPx));
}

function readHeader(png: Uint8Array): Header {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const isPng = bytes.length >= HEADER_BYTES && bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
  if (!isPng || bytes.toString('latin1', 12, 16) !== 'IHDR')
    throw unreadable('a PNG', `${png.length} bytes of something else`);
  const [widthPx, heightPx] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (widthPx === 0 || heightPx === 0 || widthPx * heightPx > MOST_PIXELS)
    throw unreadable(`1 to ${MOST_PIXELS} pixels`, `${widthPx} × ${heightPx}`);
  const [depth, kind, interlace] = [bytes[24], bytes[25] ?? -1, bytes[28]];
  const channels = CHANNELS[kind];
  if (depth !== 8 || channels === undefined || interlace !== 0)
    throw unreadable(
      '8-bit RGB or RGBA, not interlaced',
      `depth ${depth}, colour type ${kind}, interlace ${interlace}`,
    );
  return { widthPx, heightPx, channels };
}

/** What all chunks IDAT hold, in a row. */
function packedPixels(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const packed: Uint8Array[] = [];
  for (let at = PNG_SIGNATURE.length; at + 8 <= bytes.length; ) {
    const [length, name] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (name === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    if (name === 'IEND') break;
    at += 12 + length;
  }
  return Buffer.concat(packed);
}

function unpack(packed: Uint8Array, expected: number): Uint8Array {
  try {
    const rows = inflateSync(packed, { maxOutputLength: expected });
    if (rows.length === expected) return rows;
    throw unreadable(`${expected} bytes of pixels`, `${rows.length}`);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      throw unreadable(`${expected} bytes of pixels`, `others (${cause.message})`, cause);
    throw cause;
  }
}

function unreadable(expected: string, got: string, cause?: Error): UnreadablePictureError {
  return new UnreadablePictureError(`A picture cannot be read: expected ${expected}, got ${got}.`, { cause });
}

function onWhite(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = (rgba[from + 3] ?? 255) / 255;
    for (let channel = 0; channel < 3; channel += 1)
      rgb[to + channel] = Math.round(255 + ((rgba[from + channel] ?? 255) - 255) * alpha);
  }
  return rgb;
}

/** No PNG as ours are: a reader that was taken over may have sent anything. It says nothing of a model. */
class UnreadablePictureError extends Error {
  override name = 'UnreadablePictureError';
}

/** The result, or null where a picture cannot be read. */
export function whereReadable<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  }
}
