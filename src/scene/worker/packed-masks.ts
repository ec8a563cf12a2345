import type { Mask } from '../../domain/geometry.ts';
import type { SceneReading } from '../../domain/ports.ts';
import type { GroundedSubject, Grounding, Thing } from '../../domain/subject.ts';
import { MASK_PX } from '../limits.ts';

/** A mask on its way from a worker: for each run of ones where it begins and how long it is. A fortieth of the bytes. */
interface PackedMask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly runs: Uint32Array;
}

/** Columns and rows are rounded up. */
const MAX_SIDE_PX = MASK_PX + 1;

/** Of all masks of one answer: packed, a short message could ask for more memory than there is. */
const MAX_PIXELS = 512 * 1024 * 1024;

/** A reading whose masks are packed; nothing else is different. */
export function packMasks(reading: SceneReading): unknown {
  return mapMasks(reading, pack);
}

/**
 * Undoes `packMasks`. What it gets comes from a process that reads hostile files. @throws TypeError when a mask makes no
 * sense, or they are too many
 */
export function unpackMasks(packed: unknown, maxPixels = MAX_PIXELS): SceneReading {
  let pixels = 0;
  return mapMasks(packed as SceneReading, (mask: PackedMask) => {
    requireMask(mask);
    pixels += mask.widthPx * mask.heightPx;
    if (pixels > maxPixels) throw new TypeError('more masks than an answer may hold');
    return unpack(mask);
  });
}

function requireMask({ widthPx, heightPx, runs }: PackedMask): void {
  if (!(isSide(widthPx) && isSide(heightPx) && runs instanceof Uint32Array))
    throw new TypeError('a mask that is none');
}

/** Four pixels at once: most are like those before them. */
const NO_ONES = 0;
const FOUR_ONES = 0x01010101;

function pack({ widthPx, heightPx, pixels }: Mask): PackedMask {
  const runs: number[] = [];
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2);
  let from = -1;
  const look = (at: number) => {
    const isOne = pixels[at] === 1;
    if (isOne && from < 0) from = at;
    if (isOne || from < 0) return;
    runs.push(from, at - from);
    from = -1;
  };
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === (from < 0 ? NO_ONES : FOUR_ONES)) continue;
    for (let pixel = 4 * at; pixel < 4 * at + 4; pixel += 1) look(pixel);
  }
  for (let pixel = 4 * words.length; pixel < pixels.length; pixel += 1) look(pixel);
  if (from >= 0) runs.push(from, pixels.length - from);
  return { widthPx, heightPx, runs: Uint32Array.from(runs) };
}

function unpack({ widthPx, heightPx, runs }: PackedMask): Mask {
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const from = runs[at] ?? 0;
    pixels.fill(1, from, from + (runs[at + 1] ?? 0));
  }
  return { widthPx, heightPx, pixels };
}

function isSide(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= MAX_SIDE_PX;
}

/** Maps every mask of a reading once; a thing that stands in two places stays one. */
function mapMasks<From, To>(reading: SceneReading, map: (mask: From) => To): SceneReading {
  if (reading.outcome !== 'drawn') return reading;
  const mapThing = mapOnce<Thing>((thing) => {
    const mapped = (mask: Mask) => map(mask as From) as Mask;
    const { ink } = thing;
    return { ...thing, ink: { ...ink, full: mapped(ink.full), visible: mapped(ink.visible) } };
  });
  const mapGrounding = ({ frame, subjects }: Grounding): Grounding => {
    const all = Object.entries(subjects).map(([name, subject]) => [name, mapSubject(subject, mapThing)]);
    return { frame, subjects: Object.fromEntries(all) };
  };
  const { grounding, laterFrames } = reading;
  const later = laterFrames?.map((frame) => ({ ...frame, grounding: mapGrounding(frame.grounding) }));
  return { ...reading, grounding: mapGrounding(grounding), ...(later && { laterFrames: later }) };
}

function mapOnce<Value>(map: (value: Value) => Value): (value: Value) => Value {
  const known = new Map<Value, Value>();
  return (value) => {
    const mapped = known.get(value) ?? map(value);
    known.set(value, mapped);
    return mapped;
  };
}

function mapSubject(subject: GroundedSubject, mapThing: (thing: Thing) => Thing): GroundedSubject {
  const { things, chosen } = subject;
  return { ...subject, things: things.map(mapThing), chosen: chosen && mapThing(chosen) };
}
