import type { SampleSummary } from '../../domain/run.ts';
import { judgeCanvas, partCanvas } from '../../grade/judge/canvas.ts';
import type { JudgeQuestion } from '../../grade/judge/questions.ts';
import { drawingOf } from '../../store/judgements.ts';
import type { RunStore } from '../../store/run-store.ts';
import { lastRound } from './last-round.ts';

/** What a judge is shown of a drawing, made when it is wanted first. */
export type Show = (question: JudgeQuestion) => Shown;

export interface Shown {
  readonly png: Uint8Array;
  /** False where a part was wanted that was not found: then it is the whole picture. */
  readonly isPart: boolean;
}

/** What is shown of each sample. */
export type Showing = (sample: SampleSummary) => Show;

// Judges go over the drawings in one order, so that the same ones are wanted at about the same time; each takes some 0.1 MB.
const MOST_KEPT = 200;

/** What is shown of samples, made once for all judges as long as it is among the newest. */
export function createShowing(store: Pick<RunStore, 'readBlob' | 'readRendered'>): Showing {
  const kept = new Map<string, Show>();
  return (sample) => {
    const key = `${sample.id} ${drawingOf(sample)}`;
    const show = kept.get(key) ?? showing(sample, store);
    kept.delete(key);
    kept.set(key, show);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return show;
  };
}

/** The canvases of one sample: the whole picture, or all its frames; of a part where a question is about one that is there. */
function showing(sample: SampleSummary, store: Pick<RunStore, 'readBlob' | 'readRendered'>): Show {
  const made = new Map<string | null, Shown>();
  return (question) => {
    const crop = question.kind === 'items' ? question.crop : null;
    const known = made.get(crop);
    if (known !== undefined) return known;
    const part = crop === null ? null : partOf(sample, crop, store);
    const shown = { png: part ?? wholeOf(sample, store), isPart: part !== null };
    made.set(crop, shown);
    return shown;
  };
}

function wholeOf(
  { pngHash, laterPngHashes = [] }: SampleSummary,
  store: Pick<RunStore, 'readBlob'>,
): Uint8Array {
  if (pngHash === null) throw new Error('what was not drawn is shown to nobody');
  return judgeCanvas([pngHash, ...laterPngHashes].map((hash) => store.readBlob(hash)));
}

/** Null where the part was not found: then the whole picture has to do. */
function partOf(
  sample: SampleSummary,
  subject: string,
  store: Pick<RunStore, 'readRendered'>,
): Uint8Array | null {
  const rendered = store.readRendered(lastRound(sample));
  if (rendered.outcome !== 'drawn') return null;
  const { png, scene, grounding } = rendered;
  const mask = grounding.subjects[subject]?.chosen?.ink.visible;
  return mask === undefined ? null : partCanvas(png, { mask, frame: grounding.frame, page: scene.page });
}
