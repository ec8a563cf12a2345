import type { SceneReading } from '../../domain/ports.ts';
import type { WorkerMessage } from '../worker/messages.ts';
import { unpackMasks } from '../worker/packed-masks.ts';

const REFUSALS = new Set(['blank', 'too-large', 'timeout', 'forbidden', 'sandbox-trouble']);
const MAX_REASON_LENGTH = 500;

/**
 * A worker reads hostile files: what it says is looked at before it is believed. Null when it makes no sense.
 * @throws when a mask makes none
 */
export function checkMessage(message: unknown): WorkerMessage | null {
  if (!isRecord(message)) return null;
  const { kind, id, reason, peakBytes } = message;
  if (kind === 'ready') return { kind };
  if (typeof id !== 'number') return null;
  if (kind === 'bug') return { kind, id, reason: String(reason).slice(0, MAX_REASON_LENGTH) };
  const reading = checkReading(message.reading);
  return kind === 'reading' && reading !== null && typeof peakBytes === 'number'
    ? { kind, id, reading, peakBytes }
    : null;
}

function checkReading(reading: unknown): SceneReading | null {
  if (!isRecord(reading)) return null;
  const { outcome, reason } = reading;
  if (outcome === 'drawn') return isDrawn(reading) ? unpackMasks(reading) : null;
  if (typeof outcome !== 'string' || !REFUSALS.has(outcome) || typeof reason !== 'string') return null;
  return { outcome, reason: reason.slice(0, MAX_REASON_LENGTH) } as SceneReading;
}

function isDrawn({
  png,
  widthPx,
  heightPx,
  scene,
  grounding,
  laterFrames,
}: Record<string, unknown>): boolean {
  return (
    png instanceof Uint8Array &&
    isCount(widthPx) &&
    isCount(heightPx) &&
    isRecord(scene) &&
    Array.isArray(scene.marks) &&
    Array.isArray(scene.parts) &&
    isRecord(grounding) &&
    isRecord(grounding.frame) &&
    isRecord(grounding.subjects) &&
    (laterFrames === undefined || (Array.isArray(laterFrames) && laterFrames.every(isFrame)))
  );
}

function isFrame(frame: unknown): boolean {
  return isRecord(frame) && frame.laterFrames === undefined && isDrawn({ ...frame, widthPx: 1, heightPx: 1 });
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
