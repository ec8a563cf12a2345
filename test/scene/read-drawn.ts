import type { SceneReading } from '../../src/domain/ports.ts';
import type { SubjectSpec } from '../../src/domain/subject.ts';
import { readScene } from '../../src/scene/read-scene.ts';

type Drawn = Extract<SceneReading, { outcome: 'drawn' }>;

/** Reads in this process; fails the test when the PDF is not a drawing. */
export async function readDrawn(
  pdf: Uint8Array,
  subjects: Readonly<Record<string, SubjectSpec>> = {},
): Promise<Drawn> {
  const reading = await readScene({ pdf, subjects });
  if (reading.outcome !== 'drawn') throw new Error(`${reading.outcome}: ${reading.reason}`);
  return reading;
}
