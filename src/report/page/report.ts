import type { RunTask } from '../../domain/run.ts';
import type { Contender, ReportData, SampleDetails, SampleRow } from '../data.ts';

/** A sample with what it refers to looked up; `index` is its place in the data. */
export interface Sample extends Omit<SampleRow, 'task' | 'contender' | 'repeats'> {
  readonly index: number;
  readonly task: RunTask;
  readonly contender: Contender;
  /** The earlier sample that it shows the same as; missing: it shows something of its own, or nobody looked. */
  readonly repeats?: Pick<SampleRow, 'id' | 'number'>;
}

/** The data of the page, ready for use. */
export interface Report extends Omit<ReportData, 'samples'> {
  readonly samples: readonly Sample[];
  readonly byId: ReadonlyMap<string, Sample>;
  /** Opens the packed details of a sample; each block is opened once. */
  readonly details: (sample: Sample) => Promise<SampleDetails>;
}

/** Reads the data that lies in the document. */
export function readReport(document: Document): Report {
  const data = JSON.parse(textOf(document, 'report-data')) as ReportData;
  const rows = new Map(data.samples.map((row) => [row.id, row]));
  const samples = data.samples.flatMap(({ repeats: repeatedId, ...row }, index): Sample[] => {
    const task = data.run.tasks[row.task];
    const contender = data.contenders[row.contender];
    const repeats = rows.get(repeatedId ?? '');
    return task && contender ? [{ ...row, index, task, contender, ...(repeats && { repeats }) }] : [];
  });
  const blocks = new Map<number, Promise<readonly SampleDetails[]>>();
  const details = async (sample: Sample): Promise<SampleDetails> => {
    const place = Math.floor(sample.index / data.detailsPerBlock);
    const block = blocks.get(place) ?? unpack(textOf(document, `details-${place}`));
    blocks.set(place, block);
    const found = (await block)[sample.index % data.detailsPerBlock];
    if (!found) throw new Error(`no details for sample ${sample.id}`);
    return found;
  };
  return { ...data, samples, byId: new Map(samples.map((sample) => [sample.id, sample])), details };
}

function textOf(document: Document, id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

async function unpack(base64: string): Promise<readonly SampleDetails[]> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text()) as SampleDetails[];
}
