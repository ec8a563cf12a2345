import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Code points between two lines of Unicode's table; a larger gap makes TeX's memory swell while LaTeX is loaded. */
const LARGEST_GAP = 0x2000;

/** Tokens that one regular expression of LaTeX's own may look at; 65536 in the original, which no drawing uses. */
const REGEX_TOKENS = 8192;

function unassigned(from: number, to: number): readonly string[] {
  const lines: string[] = [];
  for (let code = from + LARGEST_GAP; code < to; code += LARGEST_GAP)
    lines.push(`${code.toString(16).toUpperCase()};<unassigned>;Cn;0;L;;;;;N;;;;;`);
  return lines;
}

/**
 * Unicode's table with a line in each large gap that says what the gap says: no upper and no lower case. LaTeX loads
 * the gaps at one go, for which TeX takes a million words of memory that a dumped format then carries for ever.
 */
export function closeUnicodeGaps(table: string): string {
  const lines = table.split('\n');
  let last = 0;
  return lines
    .flatMap((line) => {
      const code = Number.parseInt(line, 16);
      if (Number.isNaN(code)) return [line];
      const filled = line.includes(', Last>') ? [] : unassigned(last, code);
      last = code;
      return [...filled, line];
    })
    .join('\n');
}

/** LaTeX's programming layer with smaller tables for regular expressions: they are a sixth of a dumped format. */
export function shrinkRegexTables(kernel: string): string {
  return kernel.replace(/(\\intarray_new:Nn \\g__regex_\w+ \{ )65536( \})/g, `$1${REGEX_TOKENS}$2`);
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'latin1')), 'latin1');
}

/**
 * Changes the copies in the private tree, so that the formats take half the space, and so half the time to load, which
 * every drawing waits for. `core`: the tree's root. What drawings look like does not depend on it.
 */
export async function slimKernel(core: string): Promise<void> {
  await rewrite(join(core, 'tex/generic/unicode-data/UnicodeData.txt'), closeUnicodeGaps);
  await rewrite(join(core, 'tex/latex/l3kernel/expl3-code.tex'), shrinkRegexTables);
}
