import { deflateSync, inflateSync } from 'node:zlib';
import type { Box } from '../../domain/geometry.ts';

/** What a page paints, as PDF operators, and a way to make the same PDF with other ones. */
export interface PdfContent {
  /** One character a byte. */
  readonly operators: string;
  /** The PDF with these operators, and this box for all of its pages, by an incremental update: fonts and forms stay as TeX made them. */
  rewrite(operators: string, page: Box): Uint8Array;
}

interface Page {
  readonly number: number;
  readonly dictionary: string;
  readonly contentNumber: number;
}

/** Opens a page of a PDF that our TeX made, the first unless said. @throws Error for any other PDF, a bug */
export function openContent(pdf: Uint8Array, number = 1): PdfContent {
  const text = Buffer.from(pdf).toString('latin1');
  const pages = findPages(text);
  const page = pages[number - 1];
  if (page === undefined) throw new Error(`The PDF holds no page ${number} as TeX writes it.`);
  const operators = streamOf(text, text.indexOf(`\n${page.contentNumber} 0 obj`));
  return {
    operators,
    rewrite: (changed, box) =>
      append(text, [contentObject(page, changed), ...pages.map((each) => pageObject(each, box))]),
  };
}

/** In the order of their objects, in which pdfTeX makes them. */
function findPages(text: string): readonly Page[] {
  const pages = [...plainObjects(text), ...packedObjects(text)].flatMap(({ number, body }) => {
    const contents = /\/Contents (\d+) 0 R/u.exec(body);
    if (!/\/Type\s*\/Page\b/u.test(body) || contents === null) return [];
    return [{ number, dictionary: body, contentNumber: Number(contents[1]) }];
  });
  return pages.sort((a, b) => a.number - b.number);
}

function* plainObjects(text: string) {
  for (const [, number, body] of text.matchAll(/(?<=\n)(\d+) 0 obj\s*(<<[\s\S]*?>>)\s*endobj/gu))
    yield { number: Number(number), body: body ?? '' };
}

function* packedObjects(text: string) {
  for (const found of text.matchAll(/\/Type \/ObjStm\s+\/N (\d+)\s+\/First (\d+)/gu)) {
    const packed = streamOf(text, found.index);
    const first = Number(found[2]);
    const numbers = packed.slice(0, first).trim().split(/\s+/u).map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
      const end = numbers[at + 3];
      const body = packed.slice(first + (numbers[at + 1] ?? 0), end === undefined ? undefined : first + end);
      yield { number: numbers[at] ?? 0, body: body.trim() };
    }
  }
}

function streamOf(text: string, from: number): string {
  const start = text.indexOf('stream', from);
  const dictionary = text.slice(from, start);
  const length = Number(/\/Length (\d+)/u.exec(dictionary)?.[1]);
  const begin = text.startsWith('\r\n', start + 6) ? start + 8 : start + 7;
  const bytes = Buffer.from(text.slice(begin, begin + length), 'latin1');
  return (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

interface NewObject {
  readonly number: number;
  readonly body: string;
}

function contentObject({ contentNumber }: Page, operators: string): NewObject {
  const bytes = deflateSync(Buffer.from(operators, 'latin1'), { level: 1 }).toString('latin1');
  const head = `<< /Length ${bytes.length} /Filter /FlateDecode >>`;
  return { number: contentNumber, body: `${head}\nstream\n${bytes}\nendstream` };
}

function pageObject({ number, dictionary }: Page, { xMin, yMin, xMax, yMax }: Box): NewObject {
  const box = [xMin, yMin, xMax, yMax].map((value) => value.toFixed(3)).join(' ');
  return { number, body: dictionary.replace(/\/MediaBox\s*\[[^\]]*\]/u, `/MediaBox [${box}]`) };
}

function append(text: string, objects: readonly NewObject[]): Uint8Array {
  const before = [...text.matchAll(/startxref\s+(\d+)/gu)].at(-1)?.[1];
  const root = [...text.matchAll(/\/Root (\d+ 0 R)/gu)].at(-1)?.[1];
  const size = [...text.matchAll(/\/Size (\d+)/gu)].at(-1)?.[1];
  let made = `${text}\n`;
  let table = 'xref\n';
  for (const { number, body } of objects) {
    table += `${number} 1\n${String(made.length).padStart(10, '0')} 00000 n \n`;
    made += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = made.length;
  const trailer = `trailer << /Size ${size} /Root ${root} /Prev ${before} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(made + table + trailer, 'latin1');
}
