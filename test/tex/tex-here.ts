import { inflateSync } from 'node:zlib';
import type { Drawing, DrawingForm } from '../../src/domain/drawing.ts';
import type { Compilation, Sandbox, TexCompiler } from '../../src/domain/ports.ts';
import { createTexCompiler } from '../../src/tex/compile.ts';
import { prepareTex } from '../../src/tex/prepare.ts';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';
import { ROOT, testCache } from '../helpers/workshop.ts';

/** The installed TeX with the real format, in the real sandbox. */
export async function texHere(
  path: 'auto' | 'cold' = 'auto',
  sandbox: Sandbox = bubblewrapSandbox(),
): Promise<TexCompiler> {
  const installation = await prepareTex({ cacheDirectory: testCache(), latexDirectory: `${ROOT}/latex` });
  return createTexCompiler({ installation, sandbox, path });
}

/** A drawing as extraction would give it. */
export function drawingOf(source: string): Drawing {
  const document = /^([\s\S]*?)\\begin\{document\}([\s\S]*?)(?:\\end\{document\}[\s\S]*)?$/.exec(source);
  if (document !== null)
    return {
      form: 'document',
      source,
      preamble: document[1] as string,
      body: document[2] as string,
      note: '',
    };
  const at = source.indexOf('\\begin{tikzpicture}');
  const split = Math.max(at, 0);
  const form: DrawingForm = split === 0 ? 'picture' : 'preamble-and-picture';
  return { form, source, preamble: source.slice(0, split), body: source.slice(split), note: '' };
}

/** The picture environment around some statements. */
export function picture(statements: string, options = ''): Drawing {
  return drawingOf(`\\begin{tikzpicture}${options}\n${statements}\n\\end{tikzpicture}`);
}

export function compiled(result: Compilation): Extract<Compilation, { outcome: 'compiled' }> {
  if (result.outcome !== 'compiled')
    throw new Error(`${result.outcome}: ${result.reason}\n${result.log.slice(-2000)}`);
  return result;
}

/** The content of a pdfTeX file's streams, inflated. */
export function streamsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)]
    .filter((match) => !text.startsWith('end', match.index - 3))
    .map((match) => {
      try {
        return inflateSync(bytes.subarray(match.index + match[0].length)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

/** Marks in paint order, names decoded: `otter(`, `)`, `#note`. */
export function marksOf(pdf: Uint8Array): string {
  const marks = streamsOf(pdf).matchAll(/\/(Part|Note)\.([0-9A-Fa-f]*) BMC|EMC/g);
  return [...marks]
    .map(([whole, kind, hex]) => {
      if (whole === 'EMC') return ')';
      const name = Buffer.from(hex ?? '', 'hex').toString('utf8');
      return kind === 'Note' ? `#${name}(` : `${name}(`;
    })
    .join('');
}
