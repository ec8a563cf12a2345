import type { TriedDrawing } from '../helpers/judge.ts';

function basics(task: string, name: string, body: string, unmet: readonly string[] = []): TriedDrawing {
  return { task: `basics/${task}`, name, source: `\\begin{tikzpicture}${body}\\end{tikzpicture}`, unmet };
}

const { raw } = String;

/** A red circle left of a blue square, in each way that some model writes it. */
export const HONEST_CIRCLES: readonly TriedDrawing[] = [
  basics(
    'circle-left-of-square',
    'nodes with shapes',
    raw`
    \node[circle, fill=red, minimum size=2cm] at (0,0) {};
    \node[rectangle, fill=blue, minimum size=2cm] at (4,0) {};`,
  ),
  basics(
    'circle-left-of-square',
    'outlines of colour, filled white',
    raw`
    \draw[red, fill=white, very thick] (0,0) circle (1);
    \draw[blue, fill=white, very thick] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'outlines alone',
    raw`
    \draw[red, thick] (0,0) circle (1); \draw[blue, thick] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'strong outlines with tints inside',
    raw`
    \draw[red, fill=red!30, thick] (0,0) circle (1);
    \draw[blue, fill=blue!20, thick] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'black outlines',
    raw`
    \draw[fill=red] (0,0) circle (1); \draw[fill=blue] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'balls and shadings',
    raw`
    \shade[ball color=red] (0,0) circle (1);
    \shade[left color=blue, right color=blue!60] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'a double line',
    raw`
    \draw[red, double=white, very thick] (0,0) circle (1);
    \draw[blue, double, thick] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'rounded corners and a shadow',
    raw`
    \fill[gray!30] (0.1,-0.1) circle (1); \fill[red] (0,0) circle (1);
    \fill[blue, rounded corners=2pt] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'very small units',
    raw`
    \begin{scope}[x=0.1mm, y=0.1mm]
    \fill[red] (0,0) circle[radius=3]; \fill[blue] (10,-3) rectangle ++(6,6);\end{scope}`,
  ),
  basics(
    'circle-left-of-square',
    'very large units',
    raw`
    \begin{scope}[x=5cm, y=5cm]
    \fill[red] (0,0) circle[radius=1]; \fill[blue] (3,-1) rectangle ++(2,2);\end{scope}`,
  ),
  basics(
    'circle-left-of-square',
    'see-through paint',
    raw`
    \fill[red, opacity=0.6] (0,0) circle (1); \fill[blue, opacity=0.6] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'red!60 and blue!60',
    raw`
    \fill[red!60] (0,0) circle (1); \fill[blue!60] (3,-1) rectangle ++(2,2);`,
  ),
  basics(
    'circle-left-of-square',
    'labels beside the shapes',
    raw`
    \node[circle, draw=red, fill=red, minimum width=2cm, label=below:circle] (c) at (0,0) {};
    \node[draw=blue, fill=blue, minimum size=2cm, label=below:square, right=2cm of c] {};`,
  ),
  {
    task: 'basics/circle-left-of-square',
    name: 'a whole document with patterns',
    source: raw`\documentclass[tikz,border=5mm]{standalone}
\usetikzlibrary{patterns}
\begin{document}
\begin{tikzpicture}
\draw[red, pattern=north east lines, pattern color=red] (0,0) circle (1);
\draw[blue, pattern=dots, pattern color=blue] (3,-1) rectangle ++(2,2);
\end{tikzpicture}
\end{document}`,
    unmet: [],
  },
  basics(
    'circle-left-of-square',
    'a plotted circle and a square of lines',
    raw`
    \fill[red] plot[domain=0:360, samples=100] ({cos(\x)},{sin(\x)}) -- cycle;
    \draw[blue, fill=blue!80] (3,-1) -- (5,-1) -- (5,1) -- (3,1) -- (3,-1);`,
  ),
  basics(
    'circle-left-of-square',
    'an arc all round and a regular polygon',
    raw`
    \filldraw[draw=black, fill=red] (1,0) arc (0:360:1);
    \node[regular polygon, regular polygon sides=4, fill=blue, minimum size=3cm] at (4,0) {};`,
  ),
  basics(
    'circle-left-of-square',
    'the basic layer',
    raw`
    \pgfsetfillcolor{red}\pgfpathcircle{\pgfpointorigin}{1cm}\pgfusepath{fill}
    \pgfsetfillcolor{blue}\pgfpathrectangle{\pgfpoint{3cm}{-1cm}}{\pgfpoint{2cm}{2cm}}\pgfusepath{fill}`,
  ),
  basics(
    'circle-left-of-square',
    'drop shadows',
    raw`
    \node[circle, fill=red, drop shadow, minimum size=2cm] at (0,0) {};
    \node[fill=blue, drop shadow, minimum size=2cm] at (4,0) {};`,
  ),
  basics(
    'circle-left-of-square',
    'colours of CMYK and RGB, a white page',
    raw`
    \definecolor{r}{cmyk}{0,1,1,0}\definecolor{b}{RGB}{30,60,200}
    \fill[white] (-3,-3) rectangle (8,3); \path[fill=r, draw=none] (0,0) ellipse (1 and 1);
    \path[fill=b] (3,-1) rectangle (5,1);`,
  ),
  basics(
    'circle-left-of-square',
    'a square of a grid cell and words',
    raw`
    \shadedraw[inner color=red!40, outer color=red] (0,0) circle (1); \shadedraw[top color=blue!60, bottom color=blue] (3,-1) rectangle (5,1);
    \node[below] at (0,-1.2) {Red circle}; \node[below] at (4,-1.2) {Blue square};`,
  ),
  {
    task: 'basics/circle-left-of-square',
    name: 'a scaled box in an article, fenced',
    source: raw`Here it is:
${'```'}latex
\documentclass{article}
\usepackage{tikz,graphicx}
\pagestyle{empty}
\begin{document}
\begin{center}
\scalebox{0.4}{\begin{tikzpicture}
\tikzset{shape style/.style={minimum size=2cm, inner sep=0}}
\node[shape style, circle, fill=red] {}; \node[shape style, fill=blue] at (4,0) {};
\end{tikzpicture}}
\end{center}
\end{document}
${'```'}`,
    unmet: [],
  },
];
