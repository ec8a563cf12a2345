import { beforeAll, describe, expect, it } from 'vitest';
import type { TexCompiler } from '../../src/domain/ports.ts';
import { compiled, drawingOf, streamsOf, texHere } from './tex-here.ts';

const FLAT = '\\begin{tikzpicture}\\fill (0,0) rectangle (4,1);\\end{tikzpicture}';
/** What is put around the picture of 4 cm by 1 cm, and the size of the page in cm without its margin. */
const sizes: readonly [string, readonly [number, number]][] = [
  [FLAT, [4, 1]],
  [`\\scalebox{2}{${FLAT}}`, [8, 2]],
  [`\\scalebox{1}[3]{${FLAT}}`, [4, 3]],
  [`\\resizebox{8cm}{!}{%\n${FLAT}}`, [8, 2]],
  [`\\resizebox*{2cm}{2cm}{${FLAT}}`, [2, 2]],
  [`\\rotatebox{90}{${FLAT}}`, [1, 4]],
  [`\\rotatebox[origin=c]{90}{${FLAT}}`, [1, 4]],
  [`\\reflectbox{${FLAT}}`, [4, 1]],
  [`\\resizebox{2cm}{!}{\\rotatebox{90}{${FLAT}}}`, [2, 8]],
  [`\\rotatebox{90}{Only words.}${FLAT}`, [4, 1]],
];

function document(body: string): string {
  return `\\documentclass{article}\n\\usepackage{tikz,graphicx}\n\\begin{document}\n${body}\n\\end{document}\n`;
}

/** Width and height of the first page without the margin of 5 pt, in cm. */
function pageSize(pdf: Uint8Array): readonly number[] {
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(
    `${Buffer.from(pdf).toString('latin1')}${streamsOf(pdf)}`,
  );
  const margin = (10 * 72) / 72.27;
  return [box?.[1], box?.[2]].map((side) => Math.round(((Number(side) - margin) / 72) * 254) / 100);
}

describe('pictures in a box', () => {
  let [fast, cold] = [] as TexCompiler[];
  beforeAll(async () => {
    [fast, cold] = [await texHere(), await texHere('cold')];
  }, 60_000);
  const sizeOf = async (tex: TexCompiler | undefined, body: string) =>
    pageSize(compiled(await (tex as TexCompiler).compile(drawingOf(document(body)))).pdf);

  it.each(sizes)('%s', async (body, size) => {
    expect([await sizeOf(fast, body), await sizeOf(cold, body)]).toEqual([size, size]);
  });

  it('leave a sheet to what is laid over the page', async () => {
    const overlay =
      '\\begin{tikzpicture}[remember picture,overlay]\\fill (current page.center) circle (1);\\end{tikzpicture}';
    const margin = 25.4 / 72.27;
    const [width = 0, height = 0] = await sizeOf(fast, overlay);
    expect([width + margin, height + margin].map(Math.round)).toEqual([22, 28]);
  });
});
