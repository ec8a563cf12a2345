import type { SampleSummary } from '../../domain/run.ts';
import { judgeCanvas, partCanvas } from '../../grade/judge/canvas.ts';
import type { JudgeQuestion } from '../../grade/judge/questions.ts';
import type { RunStore } from '../../store/run-store.ts';

/** What a judge is shown of a drawing, made when it is wanted first. */
export type Show = (question: JudgeQuestion) => Uint8Array;

/** The canvases of one sample: the whole picture, or all its frames; of a part where a question is about one that is there. */
export function showing(sample: SampleSummary, store: Pick<RunStore, 'readBlob' | 'readRendered'>): Show {
  const made = new Map<string | null, Uint8Array>();
  return (question) => {
    const crop = question.kind === 'items' ? question.crop : null;
    const known = made.get(crop);
    if (known !== undefined) return known;
    const canvas = (crop === null ? null : partOf(sample, crop, store)) ?? wholeOf(sample, store);
    made.set(crop, canvas);
    return canvas;
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
  const rendered = store.readRendered({ sampleId: sample.id, round: sample.rounds.at(-1)?.round ?? 1 });
  if (rendered.outcome !== 'drawn') return null;
  const { png, scene, grounding } = rendered;
  const mask = grounding.subjects[subject]?.chosen?.ink.visible;
  return mask === undefined ? null : partCanvas(png, { mask, frame: grounding.frame, page: scene.page });
}
