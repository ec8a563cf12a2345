import type { SeenRequest } from './model-server.ts';

/** What the server answers with. */
const SERVED_DRAWING = String.raw`\begin{tikzpicture}
  % the ground
  \begin{scope}[part=ground]
    \fill[green!60!black] (-3,-2) rectangle (3,-1);
  \end{scope}
  % the sun
  \begin{scope}[part=sun]
    \fill[yellow] (2,1.5) circle (0.5);
  \end{scope}
  % the house
  \begin{scope}[part=house]
    \draw[fill=red!70] (-1,-1) rectangle (1,0.5);
    \draw[fill=brown] (-1.2,0.5) -- (0,1.4) -- (1.2,0.5) -- cycle;
  \end{scope}
\end{tikzpicture}`;

/**
 * A reply for whatever was asked. The words around the code differ from one answer to the same question to the next, the
 * code does not: replies can be told apart, and the picture is rendered once.
 */
export function drawingReply({ before }: Pick<SeenRequest, 'before'>): string {
  return `Here is drawing ${before + 1}.\n\n\`\`\`latex\n${SERVED_DRAWING}\n\`\`\`\n`;
}
