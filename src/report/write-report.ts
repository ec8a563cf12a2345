import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PairVerdict } from '../domain/pair.ts';
import type { RunInfo, SampleRecord } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';
import { writeAtomic } from '../util/write-atomic.ts';
import type { Picture } from './data.ts';
import { type PageBundle, reportHtml } from './html.ts';
import { pngSize } from './png-size.ts';
import { buildReport } from './report-builder.ts';

/** What a report is made of and where it goes. */
export interface ReportRequest {
  readonly run: RunInfo;
  /** Read once, one at a time. */
  readonly samples: Iterable<SampleRecord>;
  readonly readBlob: (hash: string) => Uint8Array;
  readonly summary: Summary;
  /** See ReportInput. */
  readonly pairs?: readonly PairVerdict[];
  /** Folder that gets `index.html` and `images/`; made when missing. */
  readonly directory: string;
  /** Folder with the page's built code, `page.js` and `page.css`. */
  readonly pageDirectory: string;
}

/**
 * Writes `index.html` and `images/<hash>.png`, each file whole or not at all, the page last. Returns the page's path.
 * Throws UsageError when the page was never built, or the folder can't be written.
 */
export async function writeReport(request: ReportRequest): Promise<string> {
  const bundle = await readBundle(request.pageDirectory);
  const pictures = new Map<string, Picture>();
  const pictureOf = (hash: string): Picture => {
    const known = pictures.get(hash);
    if (known) return known;
    const picture = { hash: checkedHash(hash), ...pngSize(request.readBlob(hash)) };
    pictures.set(hash, picture);
    return picture;
  };
  const report = buildReport({ ...request, pictureOf });
  const path = join(request.directory, 'index.html');
  await explainTrouble(request.directory, async () => {
    await writePictures(request, pictures.keys());
    await writeAtomic(path, reportHtml(report, bundle));
  });
  return path;
}

async function readBundle(directory: string): Promise<PageBundle> {
  try {
    const [script, style] = await Promise.all([
      readFile(join(directory, 'page.js'), 'utf8'),
      readFile(join(directory, 'page.css'), 'utf8'),
    ]);
    return { script, style };
  } catch (cause) {
    throw new UsageError(
      `The report's page is not built: expected page.js and page.css in ${directory}, found none.`,
      { remedy: 'Run: npm run build:page', cause },
    );
  }
}

async function writePictures(request: ReportRequest, hashes: Iterable<string>): Promise<void> {
  const folder = join(request.directory, 'images');
  makeFolder(folder);
  for (const hash of hashes) {
    const path = join(folder, `${hash}.png`);
    const bytes = request.readBlob(hash);
    const size = (await stat(path).catch(() => null))?.size;
    if (size !== bytes.length) await writeAtomic(path, bytes);
  }
}

// It becomes a file name, and run files travel: nothing but a SHA-256 may pass.
function checkedHash(hash: string): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new Error(`a picture of the run file has ${JSON.stringify(hash)} for a hash`);
}

const TROUBLES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it lies on a read-only disk',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
};

async function explainTrouble(directory: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const why = TROUBLES[(cause as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw cause;
    throw new UsageError(`The report can't be written to ${directory}: ${why}.`, {
      remedy: 'Make room or name another folder with --out.',
      cause,
    });
  }
}
