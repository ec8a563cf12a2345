import type { Box } from '../domain/geometry.ts';
import type { SampleRecord } from '../domain/run.ts';
import type { Mark, Scene } from '../domain/scene.ts';
import type { SampleDetails } from './data.ts';

// A report of 10,000 samples must stay a file that a browser opens; the run file keeps everything whole.
const MAX_LOG_CHARACTERS = 20_000;
const MAX_SOURCE_CHARACTERS = 200_000;
const MAX_VERDICTS = 200;
const MAX_PARTS = 200;

/** What the sample's view shows, cut to what a page can carry; each cut leaves a sentence in `cuts`. */
export function sampleDetails(sample: SampleRecord): SampleDetails {
  const cuts: string[] = [];
  const cut = (what: string, text: string | null, max: number): string | null => {
    if (text === null || text.length <= max) return text;
    cuts.push(`${what}: the first ${max} of ${text.length} characters are shown; the run file has all.`);
    return text.slice(0, max);
  };
  return {
    stage: sample.stage,
    reason: cut('Reason', sample.reason, MAX_LOG_CHARACTERS) ?? '',
    verdicts: sample.grade.verdicts.slice(0, MAX_VERDICTS),
    source: cut('Source', sample.source, MAX_SOURCE_CHARACTERS),
    log: cut('TeX log', sample.log, MAX_LOG_CHARACTERS),
    reply: cut('Reply', sample.reply, MAX_SOURCE_CHARACTERS),
    notes: [...sample.notes, ...(sample.scene?.notes ?? [])],
    cuts,
    page: sample.scene?.page ?? null,
    parts: sample.scene === null ? [] : partBoxes(sample.scene),
    pdfHash: sample.pdfHash,
    attempts: sample.attempts,
    durationMs: sample.durationMs,
  };
}

function partBoxes(scene: Scene): SampleDetails['parts'] {
  const byIndex = new Map(scene.marks.map((mark) => [mark.index, mark]));
  return scene.parts.slice(0, MAX_PARTS).flatMap((part) => {
    const marks = part.marks.map((index) => byIndex.get(index)).filter((mark) => mark !== undefined);
    const box = boxAround(marks);
    return box === null ? [] : [{ label: part.label, box }];
  });
}

function boxAround(marks: readonly Mark[]): Box | null {
  if (marks.length === 0) return null;
  const edge = (pick: (box: Box) => number, extreme: (a: number, b: number) => number): number =>
    marks.map((mark) => pick(mark.box)).reduce((a, b) => extreme(a, b));
  return {
    xMin: edge((box) => box.xMin, Math.min),
    yMin: edge((box) => box.yMin, Math.min),
    xMax: edge((box) => box.xMax, Math.max),
    yMax: edge((box) => box.yMax, Math.max),
  };
}
