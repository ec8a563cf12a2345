/** Whether words stand outside of the pictures. `body` is without comments. An estimate, for a note to the reader only. */
export function hasTextOutside(body: string): boolean {
  const rest = body
    .split(/\\begin\{tikzpicture\}/)
    .map((piece, index) => (index === 0 ? piece : (piece.split('\\end{tikzpicture}')[1] ?? '')))
    .join(' ')
    .replace(/\\tikz(?![a-zA-Z])[^;]*;?/g, ' ')
    .replace(
      /\\(?:begin|end|vspace|hspace|pagestyle|thispagestyle|label|usetikzlibrary|tikzset|setlength|newcommand|def|definecolor|input|resizebox|scalebox|rotatebox)\*?\s*(?:\[[^\]]{0,500}\]|\{[^{}]{0,500}\})*/g,
      ' ',
    )
    .replace(/\\[a-zA-Z@]+\*?(?:\[[^\]]{0,500}\])?/g, ' ');
  return /[\p{L}\p{N}]{2}/u.test(rest);
}
