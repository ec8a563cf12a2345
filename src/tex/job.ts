import { constants } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox, SandboxedCommand } from '../domain/ports.ts';
import { type ProcessResult, runProcess } from '../util/run-process.ts';
import { libraryBinds } from '../util/shared-libraries.ts';
import { texEnvironment } from './format.ts';
import type { TexInstallation } from './prepare.ts';
import { MAX_LOG_BYTES, TEX_LIMITS, TEX_SCRATCH_BYTES, TEX_WALL_MS } from './sandbox/limits.ts';

/** How one pass ended. `pdf` is whole (head and tail seen) or null; `log` may be cut in the middle. */
export interface TexRun {
  readonly process: ProcessResult;
  readonly pdf: Uint8Array | null;
  readonly log: string;
  readonly aux: string;
}

/** A folder for one drawing; removed when disposed. */
export interface TexJob extends AsyncDisposable {
  run(pass: TexPass): Promise<TexRun>;
}

export interface TexPass {
  readonly format: 'otterbench' | 'latex';
  /** What TeX is told to read first: a file name, or commands that end by reading it. */
  readonly firstLine: string;
  readonly signal?: AbortSignal;
}

const OUTPUTS = ['drawing.pdf', 'drawing.log', 'drawing.aux'] as const;

function texArguments(pass: TexPass): readonly string[] {
  return [
    `-fmt=/texmf/formats/${pass.format}.fmt`,
    ...['-progname=pdflatex', '-jobname=drawing', '-interaction=batchmode', '-file-line-error'],
    ...['-no-shell-escape', '-no-parse-first-line', '-no-mktex=tex', '-no-mktex=tfm', '-no-mktex=pk'],
    pass.firstLine,
  ];
}

interface JobFolder {
  readonly folder: string;
  readonly installation: TexInstallation;
}

async function texCommand(job: JobFolder, pass: TexPass): Promise<SandboxedCommand> {
  const { folder, installation } = job;
  return {
    program: '/bin/pdftex',
    args: texArguments(pass),
    environment: texEnvironment('/texmf'),
    readOnly: [
      { source: installation.pdftex, target: '/bin/pdftex' },
      ...(await libraryBinds(installation.pdftex)),
      { source: installation.directory, target: '/texmf' },
      { source: join(folder, 'drawing.tex'), target: '/job/drawing.tex' },
    ],
    writable: OUTPUTS.map((name) => ({ source: join(folder, name), target: `/job/${name}` })),
    workingDirectory: '/job',
    scratchBytes: TEX_SCRATCH_BYTES,
    limits: TEX_LIMITS,
  };
}

/** Reads a file that a drawing may have written: no link is followed, head and tail only when it is longer than `maxBytes`. */
async function readOutput(path: string, maxBytes: number): Promise<Buffer> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const entry = await file.stat();
  if (!entry.isFile()) throw new Error(`${path} is no regular file`);
  if (entry.size <= maxBytes) return file.readFile();
  const half = Math.floor(maxBytes / 2);
  const [head, tail] = [Buffer.alloc(half), Buffer.alloc(half)];
  await file.read(head, 0, half, 0);
  await file.read(tail, 0, half, entry.size - half);
  return Buffer.concat([head, Buffer.from('\n[…]\n'), tail]);
}

function wholePdf(bytes: Buffer): Uint8Array | null {
  const isWhole =
    bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
    bytes.subarray(-32).toString('latin1').includes('%%EOF');
  return isWhole ? new Uint8Array(bytes) : null;
}

async function runPass(job: JobFolder, sandbox: Sandbox, pass: TexPass): Promise<TexRun> {
  const command = sandbox.wrap(await texCommand(job, pass));
  const process = await runProcess(command, {
    wallMs: TEX_WALL_MS,
    maxOutputBytes: 65_536,
    ...(pass.signal === undefined ? {} : { signal: pass.signal }),
  });
  const [pdf, log, aux] = await Promise.all([
    readOutput(join(job.folder, OUTPUTS[0]), TEX_LIMITS.fileSizeBytes),
    readOutput(join(job.folder, OUTPUTS[1]), MAX_LOG_BYTES),
    readOutput(join(job.folder, OUTPUTS[2]), MAX_LOG_BYTES),
  ]);
  return { process, pdf: wholePdf(pdf), log: log.toString('utf8'), aux: aux.toString('latin1') };
}

/** Makes the folder of one drawing, with the files that TeX may write to made beforehand. */
export async function openTexJob(
  source: string,
  installation: TexInstallation,
  sandbox: Sandbox,
): Promise<TexJob> {
  const folder = await mkdtemp(join(tmpdir(), 'otterbench-tex-'));
  await Promise.all([
    writeFile(join(folder, 'drawing.tex'), source),
    ...OUTPUTS.map((name) => writeFile(join(folder, name), '')),
  ]);
  return {
    run: (pass) => runPass({ folder, installation }, sandbox, pass),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
