import type { Task } from '../domain/task.ts';

/** What a model is told before every task of the blind track. Nothing of how drawings are graded. */
export function systemPrompt(): string {
  return `You draw pictures in TikZ. You can't see what you draw: work out where everything goes before you write.

Answer with one complete LaTeX drawing in a fenced block that begins with \`\`\`latex. It may be a tikzpicture environment alone, a tikzpicture with the preamble lines that it needs before it, or a whole document.

What compiles it:
- pdfTeX (TeX Live 2022 or newer) with TikZ. Not LuaTeX, not XeTeX. No shell, no files, no network.
- TikZ and its usual libraries are loaded: arrows.meta, positioning, calc, shapes, decorations, patterns, patterns.meta, backgrounds, fit, intersections, fadings, shadings, quotes, matrix. Load others with \\usetikzlibrary.
- xcolor, pgfplots and amsmath can be used.
- Draw it yourself: packages that bring finished pictures and \\includegraphics are not available.

The option part=NAME puts a label on what you draw; it changes nothing in the picture. Use it as \\begin{scope}[part=NAME] … \\end{scope}, or on one command: \\draw[part=NAME] …; \\node[part=NAME] …;`;
}

/** The task as it is put to a model: its prompt, and the labels that it should give to the parts of the drawing. */
export function userPrompt(task: Task): string {
  const labels = [...new Set(Object.values(task.subjects).flatMap(({ label }) => label ?? []))];
  if (labels.length === 0) return task.prompt.trim();
  const list = labels.map((label) => `- ${label}: \\begin{scope}[part=${label}] … \\end{scope}`).join('\n');
  return `${task.prompt.trim()}

Put each of these in a scope with its label, all that belongs to it and nothing else:
${list}`;
}
