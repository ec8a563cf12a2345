import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const made = new Map<string, Promise<Uint8Array>>();

/** The PDF that plain pdflatex makes of a whole document. Kept for the process. */
function makePdf(source: string): Promise<Uint8Array> {
  const known = made.get(source) ?? compile(source);
  made.set(source, known);
  return known;
}

/** The PDF of one TikZ picture, without a margin; `\part{otter}{…}` labels what is in it, `\comment{…}` what follows. */
export function makePicture(body: string, options: { readonly preamble?: string } = {}): Promise<Uint8Array> {
  return makePdf(String.raw`\documentclass[tikz]{standalone}
\usetikzlibrary{patterns,shapes.geometric,shadings,fadings}
\renewcommand\part[2]{\pdfliteral direct{/Part.\pdfescapehex{#1} BMC}#2\pdfliteral direct{EMC}}
\newcommand\comment[1]{\pdfliteral direct{/Note.\pdfescapehex{#1} BMC}\pdfliteral direct{EMC}}
${options.preamble ?? ''}
\begin{document}\begin{tikzpicture}
${body}
\end{tikzpicture}\end{document}`);
}

async function compile(source: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'otterbench-pdf-'));
  try {
    await writeFile(join(folder, 'picture.tex'), source);
    await run('pdflatex', ['-interaction=batchmode', '-halt-on-error', 'picture.tex'], { cwd: folder });
    return new Uint8Array(await readFile(join(folder, 'picture.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A PDF written by hand: the bytes of each object, in order; object 1 is the catalogue. */
export function assemblePdf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = pieces[0]!.length;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const at = length;
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(pieces));
}

/** A one-page PDF with this content; `page` and `resources` go into their dictionaries, `more` are objects from 5 on. */
export function onePage(
  content: string | Uint8Array,
  options: {
    readonly page?: string;
    readonly resources?: string;
    readonly stream?: string;
    readonly more?: readonly (string | Uint8Array)[];
  } = {},
): Uint8Array {
  const { page = '/MediaBox [0 0 100 100]', resources = '', stream = '', more = [] } = options;
  return assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${page} /Resources << ${resources} >> /Contents 4 0 R >>`,
    streamObject(content, stream),
    ...more,
  ]);
}

/** A stream object; `entries` go into its dictionary. */
export function streamObject(content: string | Uint8Array, entries = ''): Uint8Array {
  const body = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length} ${entries} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}
