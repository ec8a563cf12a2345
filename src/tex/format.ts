import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runProcess } from '../util/run-process.ts';

/** The two formats: `otterbench` holds our preamble, `latex` only LaTeX itself. */
export type FormatName = 'otterbench' | 'latex';

interface Dump {
  readonly pdftex: string;
  readonly tree: string;
  readonly name: FormatName;
  readonly args: readonly string[];
}

/** What pdfTeX is told by its environment, wherever the tree lies. */
export function texEnvironment(tree: string): Readonly<Record<string, string>> {
  return { OTTERBENCH_TREE: tree, TEXMFCNF: tree, SOURCE_DATE_EPOCH: '0', FORCE_SOURCE_DATE: '1' };
}

/** Reads what pdfTeX dumped. It may be read as it is once it is uncompressed, which saves half of the start. */
async function uncompressed(file: string): Promise<Uint8Array> {
  return gunzipSync(await readFile(file));
}

async function dump(request: Dump): Promise<void> {
  const { pdftex, tree, name, args } = request;
  const work = join(tree, 'work');
  await mkdir(work, { recursive: true });
  const result = await runProcess(
    {
      file: pdftex,
      args: ['-ini', '-interaction=batchmode', '-progname=pdflatex', `-jobname=${name}`, ...args],
    },
    { wallMs: 120_000, maxOutputBytes: 65_536, cwd: work, environment: texEnvironment(tree) },
  );
  const log = await readFile(join(work, `${name}.log`), 'latin1').catch(() => '(no log)');
  const firstError = log.split('\n').findIndex((line) => line.startsWith('!'));
  if (result.exitCode !== 0 || firstError >= 0) {
    const shown = log
      .split('\n')
      .slice(firstError, firstError + 8)
      .join('\n');
    throw new Error(`The TeX format \`${name}\` could not be made (exit ${result.exitCode}):\n${shown}`);
  }
  await mkdir(join(tree, 'formats'), { recursive: true });
  await writeFile(join(tree, 'formats', `${name}.fmt`), await uncompressed(join(work, `${name}.fmt`)));
}

/** Dumps both formats into `<tree>/formats`. Trusted input only, so it runs outside of the sandbox. */
export async function buildFormats(pdftex: string, tree: string, latexDirectory: string): Promise<void> {
  const kernel = '\\pdfoutput=1 \\input pdftexconfig.tex \\scrollmode \\input latex.ltx';
  await dump({ pdftex, tree, name: 'latex', args: ['-etex', kernel] });
  const preamble = await readFile(join(latexDirectory, 'preamble.tex'));
  await writeFile(join(tree, 'work', 'preamble.tex'), preamble);
  await dump({ pdftex, tree, name: 'otterbench', args: ['&latex', '\\input preamble.tex'] });
}
