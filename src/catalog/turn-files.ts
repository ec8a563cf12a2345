/** The files of a known drawing, one a turn: `good-1.tex`, or `good-1.turn-1.tex`, `good-1.turn-2.tex`… */
export function turnFiles(file: string, turns: number): readonly string[] {
  if (turns === 1) return [file];
  const stem = file.replace(/\.tex$/, '');
  return Array.from({ length: turns }, (_, index) => `${stem}.turn-${index + 1}.tex`);
}
