import type { Mask } from '../domain/geometry.ts';
import type { GroundedSubject, Grounding, Ink, Thing } from '../domain/subject.ts';

type PackedInk = Omit<Ink, 'full' | 'visible'> & { readonly full: number; readonly visible: number };
type PackedThing = Omit<Thing, 'ink'> & { readonly ink: PackedInk };
/** `chosen` is the place of one of the things, or a thing of its own (all together). */
type PackedSubject = Omit<GroundedSubject, 'things' | 'chosen'> & {
  readonly things: readonly PackedThing[];
  readonly chosen: number | PackedThing | null;
};
interface Header {
  readonly frame: Grounding['frame'];
  readonly masks: readonly { readonly widthPx: number; readonly heightPx: number }[];
  readonly subjects: Readonly<Record<string, PackedSubject>>;
}

/**
 * A grounding as bytes: the header's length (32 bits, little-endian), the header as JSON, then each mask, a bit a pixel.
 * `toJson` writes the header; by default as it is.
 */
export function encodeGrounding(
  grounding: Grounding,
  toJson: (header: unknown) => string = JSON.stringify,
): Uint8Array {
  const masks = new Map<Mask, number>();
  const subjects = mapValues(grounding.subjects, (subject) => packSubject(subject, masks));
  const sizes = [...masks.keys()].map(({ widthPx, heightPx }) => ({ widthPx, heightPx }));
  const header = Buffer.from(toJson({ frame: grounding.frame, masks: sizes, subjects } satisfies Header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header, ...[...masks.keys()].map(({ pixels }) => packBits(pixels))]);
}

/** The inverse of `encodeGrounding`; masks and things that were one object are one object again. */
export function decodeGrounding(bytes: Uint8Array): Grounding {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 4 + buffer.readUInt32LE(0);
  const header: Header = JSON.parse(buffer.toString('utf8', 4, offset));
  const masks = header.masks.map(({ widthPx, heightPx }): Mask => {
    const start = offset;
    offset += Math.ceil((widthPx * heightPx) / 8);
    return { widthPx, heightPx, pixels: unpackBits(buffer.subarray(start, offset), widthPx * heightPx) };
  });
  return {
    frame: header.frame,
    subjects: mapValues(header.subjects, (subject) => unpackSubject(subject, masks)),
  };
}

function packSubject(subject: GroundedSubject, masks: Map<Mask, number>): PackedSubject {
  const { chosen } = subject;
  const place = chosen === null ? -1 : subject.things.indexOf(chosen);
  return {
    ...subject,
    things: subject.things.map((thing) => packThing(thing, masks)),
    chosen: chosen === null ? null : place >= 0 ? place : packThing(chosen, masks),
  };
}

function packThing({ ink, ...rest }: Thing, masks: Map<Mask, number>): PackedThing {
  const place = (mask: Mask): number => {
    const known = masks.get(mask) ?? masks.size;
    masks.set(mask, known);
    return known;
  };
  return { ...rest, ink: { ...ink, full: place(ink.full), visible: place(ink.visible) } };
}

function unpackSubject(subject: PackedSubject, masks: readonly Mask[]): GroundedSubject {
  const things = subject.things.map((thing) => unpackThing(thing, masks));
  const { chosen } = subject;
  if (chosen === null) return { ...subject, things, chosen };
  return {
    ...subject,
    things,
    chosen: typeof chosen === 'number' ? at(things, chosen) : unpackThing(chosen, masks),
  };
}

function unpackThing({ ink, ...rest }: PackedThing, masks: readonly Mask[]): Thing {
  return { ...rest, ink: { ...ink, full: at(masks, ink.full), visible: at(masks, ink.visible) } };
}

function packBits(pixels: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(pixels.length / 8));
  for (let index = 0; index < pixels.length; index += 1) {
    if (pixels[index]) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bits;
}

function unpackBits(bits: Uint8Array, count: number): Uint8Array {
  const pixels = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) pixels[index] = ((bits[index >> 3] ?? 0) >> (index & 7)) & 1;
  return pixels;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`a stored grounding speaks of item ${index} of ${items.length}`);
  return item;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
