import type { Environment } from '../environment.ts';

/** Lines at the bottom of a terminal that are drawn again in place. */
export interface Canvas {
  show(lines: readonly string[]): void;
  /** Prints a line above, that stays. */
  above(line: string): void;
}

/**
 * Draws over what it drew before. Where the terminal got narrower meanwhile, the old lines fill several rows each; they
 * are counted by its width now, so that nothing of them stays.
 */
export function createCanvas(
  environment: Pick<Environment, 'draw' | 'say'> & { readonly columns: number },
): Canvas {
  let drawn: readonly string[] = [];
  const rowsOf = (line: string): number =>
    Math.max(1, Math.ceil([...line].length / Math.max(1, environment.columns)));
  const eraser = (): string => {
    const rows = drawn.reduce((sum, line) => sum + rowsOf(line), 0);
    return rows === 0 ? '' : `\u001b[${rows}A\r\u001b[J`;
  };
  const show = (lines: readonly string[]): void => {
    environment.draw(`${eraser()}${lines.map((line) => `${line}\n`).join('')}`);
    drawn = lines;
  };
  return {
    show,
    above: (line) => {
      const lines = drawn;
      environment.draw(eraser());
      drawn = [];
      environment.say(line);
      show(lines);
    },
  };
}
