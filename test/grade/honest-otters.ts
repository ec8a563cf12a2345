import type { TriedDrawing } from '../helpers/judge.ts';

function animals(task: string, name: string, body: string, unmet: readonly string[] = []): TriedDrawing {
  return { task, name, source: `\\begin{tikzpicture}${body}\\end{tikzpicture}`, unmet };
}

function otters(task: string, name: string, body: string, unmet: readonly string[] = []): TriedDrawing {
  return animals(`otters/${task}`, name, body, unmet);
}

const { raw } = String;

/** A plain otter that sits: its feet at y = 0, about 2 wide and 4 high. */
const OTTER = raw`
  \fill[brown!70!black] (0,1.4) ellipse (.9 and 1.4); \fill[brown!30] (0,1.3) ellipse (.5 and 1);
  \fill[brown!70!black] (0,3.2) circle (.8); \fill (-.3,3.4) circle (.08) (.3,3.4) circle (.08);`;

/** Right drawings of the otters, each in a way that some model writes. */
export const HONEST_OTTERS: readonly TriedDrawing[] = [
  otters(
    'otter-at-the-desk',
    'all in one brown',
    raw`
    \begin{scope}[part=otter] \fill[brown!70!black] (0,2) ellipse (1 and 2); \fill[brown!70!black] (0,4.5) circle (1); \end{scope}
    \begin{scope}[part=desk] \fill[brown!70!black] (-5,0) rectangle (5,2); \end{scope}
    \begin{scope}[part=lamp] \fill[yellow] (-3.5,2) rectangle (-3,3.5); \end{scope}
    \begin{scope}[part=laptop] \fill[gray] (-1,2) rectangle (1,3.2); \end{scope}
    \begin{scope}[part=mug] \fill[red] (3,2) rectangle (3.6,2.8); \end{scope}`,
  ),
  otters(
    'otter-at-the-desk',
    'a laptop that stands low and covers otter and desk',
    raw`
    \begin{scope}[part=otter, shift={(0,0)}]${OTTER}\end{scope}
    \begin{scope}[part=desk] \fill[brown] (-5,-1) rectangle (5,1.6); \fill[brown!60!black] (-5,1.4) rectangle (5,1.6); \end{scope}
    \begin{scope}[part=lamp] \draw[thick] (-3,1.6) -- (-3,3); \fill[yellow] (-3.5,3) -- (-2.5,3) -- (-3,3.6) -- cycle; \fill (-3.4,1.6) rectangle (-2.6,1.7); \end{scope}
    \begin{scope}[part=laptop] \draw[fill=gray!60] (-.8,1.45) rectangle (.8,2.5); \end{scope}
    \begin{scope}[part=mug] \draw[fill=white] (2.6,1.55) rectangle (3.2,2.3); \draw (3.2,2) arc (90:-90:.2); \end{scope}`,
  ),
  otters(
    'otter-at-the-desk',
    'an outlined otter and a white desk',
    raw`
    \begin{scope}[part=otter] \draw[fill=white] (0,1.4) ellipse (.9 and 1.4); \draw[fill=white] (0,3.4) circle (.8); \end{scope}
    \begin{scope}[part=desk] \draw[fill=white] (-5,-1) rectangle (5,1.6); \end{scope}
    \begin{scope}[part=lamp] \draw[fill=white] (-3,1.6) rectangle (-2.5,3); \end{scope}
    \begin{scope}[part=laptop] \draw[fill=white] (-.8,1.6) rectangle (.8,2.5); \end{scope}
    \begin{scope}[part=mug] \draw[fill=white] (2.6,1.6) rectangle (3.2,2.3); \end{scope}`,
  ),
  otters(
    'otter-in-a-canoe',
    'by comments, a canoe of the colour of the otter',
    raw`
    % river
    \fill[blue!30] (-6,-2) rectangle (6,0);
    % otter
    ${OTTER}
    % canoe
    \fill[brown!70!black] (-4,1.2) .. controls (-3,-1) and (3,-1) .. (4,1.2) -- cycle;
    % paddle
    \draw[line width=3pt, orange!60!black] (.5,2.2) -- (2.5,.2); \fill[orange!60!black] (2.6,.1) ellipse (.3 and .5);`,
  ),
  otters(
    'otter-in-a-canoe',
    'by the names of scopes, a canoe outlined in a thick line',
    raw`
    \begin{scope}[name=otter]${OTTER}\end{scope}
    \begin{scope}[name=canoe] \draw[line width=3pt, fill=red!60!black] (-4,1.4) .. controls (-3,-1) and (3,-1) .. (4,1.4) -- cycle; \end{scope}
    \begin{scope}[name=paddle] \draw[line width=3pt] (-3,3) -- (0,2) -- (1,1.6); \end{scope}`,
  ),
  otters(
    'otter-family',
    'scaled pups in a loop of scopes',
    raw`
    \foreach \who/\x/\s in {left-pup/-4/.5, mother/0/1, right-pup/4/.5} {
      \begin{scope}[part=\who, shift={(\x,0)}, scale=\s]${OTTER}\end{scope} }`,
  ),
  otters(
    'otter-family',
    'pics',
    raw`
    [otter/.pic={${OTTER}}]
    \begin{scope}[part=mother]\pic {otter};\end{scope}
    \begin{scope}[part=left-pup]\pic[scale=.6] at (-3,0) {otter};\end{scope}
    \begin{scope}[part=right-pup]\pic[scale=.6] at (3,0) {otter};\end{scope}`,
  ),
  otters(
    'otter-with-umbrella',
    'an umbrella of segments and a stick',
    raw`
    \begin{scope}[part=otter]${OTTER}\end{scope}
    \begin{scope}[part=umbrella] \draw[line width=2pt, brown!50!black] (.8,2) -- (.8,5);
      \foreach \a in {0,60,120} \draw[fill=red!80!black] (.8,5) -- ++(\a:3) arc (\a:\a+60:3) -- cycle; \end{scope}
    \begin{scope}[part=cloud] \fill[gray!40] (0,9.5) circle (.8) (1,9.8) circle (1) (2,9.5) circle (.8); \end{scope}`,
  ),
  otters(
    'otter-with-umbrella',
    'an umbrella in outline, filled with a tint',
    raw`
    \begin{scope}[part=otter]${OTTER}\end{scope}
    \begin{scope}[part=umbrella] \draw[red, very thick, fill=red!30] (-2.2,4.5) arc (180:0:3) -- cycle; \draw[red, thick] (.8,4.5) -- (.8,2); \end{scope}
    \begin{scope}[part=cloud] \draw[gray, fill=white] (0,9) ellipse (2 and .6); \end{scope}`,
  ),
  otters(
    'otter-on-a-plane',
    'an otter at the window',
    raw`
    \begin{scope}[part=plane] \fill[gray!30, rounded corners=20pt] (-5,-1) rectangle (5,1.6); \fill[gray!50] (-1,0) -- (1,0) -- (-1,-2.5) -- cycle; \fill[cyan!30] (0,.5) circle (.9); \end{scope}
    \begin{scope}[part=otter, shift={(0,0)}, scale=.25]${OTTER}\end{scope}
    \begin{scope}[part=laptop] \fill[black!70] (.1,.2) rectangle (.5,.5); \end{scope}
    \begin{scope}[part=wifi] \foreach \r in {.3,.6,.9} \draw[very thick] (0,2) ++(45:\r) arc (45:135:\r); \end{scope}`,
  ),
  otters(
    'sea-otter',
    'parts within a part',
    raw`
    \begin{scope}[part=sea] \fill[blue!40] (-6,-3) rectangle (6,0); \end{scope}
    \begin{scope}[part=otter] \fill[brown] (0,.1) ellipse (3 and .7);
      \begin{scope}[part=head] \fill[brown!80!black] (-3.2,.5) circle (.7); \fill (-3.4,.7) circle (.07); \end{scope}
      \begin{scope}[part=feet] \fill[brown!60!black] (3,.6) ellipse (.3 and .5) (3.5,.5) ellipse (.3 and .5); \end{scope} \end{scope}
    \begin{scope}[part=shell] \draw[fill=orange!30] (-.4,.7) arc (180:0:.4) -- cycle; \end{scope}`,
  ),
  animals(
    'unicorn/draw-a-unicorn',
    'ellipses and lines',
    raw`
    \begin{scope}[part=body] \fill[gray!30] (0,0) ellipse (2 and 1); \end{scope}
    \begin{scope}[part=legs] \foreach \x in {-1.4,-.8,.8,1.4} \fill[gray!40] (\x-.15,-2.5) rectangle (\x+.15,-.5); \end{scope}
    \begin{scope}[part=head] \fill[gray!30] (2.6,1.8) ellipse (.9 and .5); \fill[gray!30] (1.3,.2) -- (2,0.2) -- (2.6,1.6) -- (2,1.8) -- cycle; \end{scope}
    \begin{scope}[part=horn] \fill[yellow!80!orange] (2.6,2.2) -- (2.9,2.2) -- (3,3.4) -- cycle; \end{scope}
    \begin{scope}[part=tail] \draw[line width=4pt, violet] (-1.9,.2) .. controls (-3,.5) .. (-3,-1); \end{scope}`,
  ),
  otters(
    'otter-and-moon',
    'a moon with a halo and craters',
    raw`
    \fill[blue!20!black] (-6,-3) rectangle (6,7); \fill[blue!40!black] (-6,-3) rectangle (6,0);
    \begin{scope}[part=moon] \fill[yellow!30, opacity=.2] (4,5) circle (1.6); \fill[yellow!20] (4,5) circle (1.1); \fill[gray!30] (3.7,5.2) circle (.2); \end{scope}
    \begin{scope}[part=reflection] \foreach \y/\w in {-.5/1,-1/.8,-1.5/.6} \fill[yellow!20, opacity=.7] (4-\w,\y) rectangle (4+\w,\y+.15); \end{scope}
    \begin{scope}[part=otter, shift={(-4,0)}]${OTTER}\end{scope}`,
  ),
  otters(
    'otter-in-the-cabin',
    'a cabin of outlines',
    raw`
    \begin{scope}[part=plane] \draw[very thick] (-6,0) rectangle (6,6); \draw (-6,0) -- (-8,3) -- (-6,6); \end{scope}
    \begin{scope}[part=otter, shift={(-1,.3)}]${OTTER}\end{scope}
    \draw[fill=brown] (.5,1.2) rectangle (3,1.4);
    \begin{scope}[part=laptop] \draw[fill=gray] (.4,1.4) rectangle (1.6,2.2); \end{scope}
    \begin{scope}[part=wifi] \foreach \r in {.3,.6,.9} \draw[very thick, blue] (1,3.2) ++(45:\r) arc (45:135:\r); \end{scope}`,
  ),
  otters(
    'otters-holding-paws',
    'a heart of two arcs in crimson',
    raw`
    \definecolor{crimson}{HTML}{DC143C}
    \begin{scope}[part=left-otter, shift={(-1.5,0)}]${OTTER} \draw[line width=5pt, brown!70!black] (.6,2) -- (1.55,1.8); \end{scope}
    \begin{scope}[part=right-otter, shift={(1.5,0)}]${OTTER} \draw[line width=5pt, brown!70!black] (-.6,2) -- (-1.55,1.8); \end{scope}
    \begin{scope}[part=heart] \fill[crimson] (0,5) .. controls (-1.5,6) and (-1,7) .. (0,6.3) .. controls (1,7) and (1.5,6) .. (0,5); \end{scope}`,
  ),
];
