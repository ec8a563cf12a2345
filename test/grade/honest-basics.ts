import type { TriedDrawing } from '../helpers/judge.ts';

function basics(task: string, name: string, body: string, unmet: readonly string[] = []): TriedDrawing {
  return { task: `basics/${task}`, name, source: `\\begin{tikzpicture}${body}\\end{tikzpicture}`, unmet };
}

const { raw } = String;

/** Right drawings of the basics, each in a way that some model writes. */
export const HONEST_BASICS: readonly TriedDrawing[] = [
  basics('dots-in-a-row', 'a loop', raw`\foreach \x in {0,...,4} \fill (\x,0) circle (0.2);`),
  basics(
    'dots-in-a-row',
    'nodes',
    raw`
    \foreach \i in {1,...,5} \node[circle, fill=black, inner sep=3pt] at (\i,0) {};`,
  ),
  basics('dots-in-a-row', 'nearly black', raw`\foreach \x in {0,...,4} \fill[black!80] (\x,0) circle (0.2);`),
  basics(
    'dots-in-a-row',
    'filled and drawn',
    raw`
    \foreach \x in {1,2,3,4,5} \filldraw[black, thick] (1.5*\x,0) circle (4pt);`,
  ),
  basics(
    'dots-in-a-row',
    'balls of black',
    raw`\foreach \x in {0,...,4} \shade[ball color=black] (\x,0) circle (0.3);`,
  ),
  basics(
    'dots-in-a-row',
    'in one path',
    raw`\fill (0,0) circle (.2) (1,0) circle (.2) (2,0) circle (.2) (3,0) circle (.2) (4,0) circle (.2);`,
  ),
  basics(
    'dots-in-a-row',
    'on a rotated and scaled scope',
    raw`
    \begin{scope}[rotate=90, scale=.5] \foreach \y in {0,...,4} \fill (0,-\y) circle (.3); \end{scope}`,
  ),
  basics(
    'fish-below-boat',
    'water with waves, fish with an eye',
    raw`
    \fill[blue!60] (-4,-4) rectangle (4,0);
    \foreach \x in {-3,-1,1,3} \draw[white, thick] (\x,-.4) sin ++(.25,.1) cos ++(.25,-.1);
    \draw[fill=red] (-1.5,.2) -- (1.5,.2) -- (1,-.4) -- (-1,-.4) -- cycle;
    \draw[brown, very thick] (0,.2) -- (0,2); \draw[fill=white] (0,2) -- (1,.6) -- (0,.6) -- cycle;
    \fill[orange] (0,-2.5) ellipse (.8 and .4) (.7,-2.5) -- (1.2,-2.1) -- (1.2,-2.9) -- cycle;
    \fill[black] (-.4,-2.4) circle (.06);`,
  ),
  basics(
    'fish-below-boat',
    'see-through water over the fish',
    raw`
    \draw[orange!80!black, fill=orange] (0,-2.5) ellipse (.8 and .4);
    \fill[orange] (.7,-2.5) -- (1.2,-2.1) -- (1.2,-2.9) -- cycle;
    \draw[red!60!black, fill=red!80] (-1.5,.3) -- (1.5,.3) -- (1,-.3) -- (-1,-.3) -- cycle;
    \fill[blue, opacity=.35] (-4,-4) rectangle (4,0);`,
  ),
  basics(
    'fish-below-boat',
    'water of cyan',
    raw`
    \fill[cyan!60!blue] (-4,-4) rectangle (4,0);
    \fill[red!80!black] (-1.5,.5) -- (1.5,.5) -- (1,-.2) -- (-1,-.2) -- cycle;
    \fill[orange] (0,-2) ellipse (.8 and .4);`,
  ),
  basics(
    'house',
    'strokes around everything',
    raw`
    \draw[thick, fill=yellow!80] (0,0) rectangle (4,4);
    \draw[thick, fill=red!80!black] (-.5,4) -- (2,6.5) -- (4.5,4) -- cycle;
    \draw[thick, fill=brown!70!black] (1.5,0) rectangle (2.5,2);
    \draw[thick, fill=cyan!30] (.4,2) rectangle (1.2,2.8); \fill (2.3,1) circle (.06);`,
  ),
  basics(
    'house',
    'nodes of shapes',
    raw`
    \node[rectangle, fill=yellow, minimum size=4cm] (w) at (0,0) {};
    \node[isosceles triangle, shape border rotate=90, isosceles triangle apex angle=90, fill=red, anchor=south, minimum width=4.4cm] at (w.north) {};
    \node[rectangle, fill=brown, minimum width=1cm, minimum height=2cm, anchor=south] at (w.south) {};`,
  ),
  basics(
    'house',
    'a gold wall and a saddle brown door',
    raw`
    \definecolor{gold}{HTML}{FFD700}\definecolor{door}{HTML}{8B4513}
    \fill[gold] (0,0) rectangle (4,4); \fill[red] (0,4) -- (4,4) -- (2,6) -- cycle;
    \fill[door] (1.5,0) rectangle (2.5,2);`,
  ),
  basics(
    'moon-behind-cloud',
    'a cloud of circles with outlines',
    raw`
    \fill[blue!30!black] (-5,-3) rectangle (5,5); \fill[yellow!90] (0,2) circle (1.3);
    \foreach \x/\y/\r in {-1.3/.8/.8, 0/1/1, 1.3/.8/.8} \fill[gray!40] (\x,\y) circle (\r);`,
  ),
  basics(
    'moon-behind-cloud',
    'the cloud shape of TikZ',
    raw`
    \fill[blue!20!black] (-5,-3) rectangle (5,5); \fill[yellow] (.3,2.2) circle (1.2);
    \node[cloud, cloud puffs=10, fill=gray!50, minimum width=4cm, minimum height=2cm] at (0,.8) {};`,
  ),
  basics(
    'nested-squares',
    'nodes with outlines',
    raw`
    \node[draw, fill=red, minimum size=6cm] {}; \node[draw, fill=yellow, minimum size=4cm] {};
    \node[draw, fill=blue, minimum size=2cm] {};`,
  ),
  basics(
    'nested-squares',
    'turned by 45 degrees, outlines alone',
    raw`
    \begin{scope}[rotate=45] \draw[red, line width=2pt] (-3,-3) rectangle (3,3);
    \draw[yellow, line width=2pt] (-2,-2) rectangle (2,2); \draw[blue, line width=2pt] (-1,-1) rectangle (1,1); \end{scope}`,
  ),
  basics(
    'nested-squares',
    'tints with outlines',
    raw`
    \draw[red, thick, fill=red!40] (0,0) rectangle (6,6); \draw[yellow!80!black, thick, fill=yellow!50] (1,1) rectangle (5,5);
    \draw[blue, thick, fill=blue!40] (2,2) rectangle (4,4);`,
  ),
  basics(
    'overlapping-circles',
    'a lens in violet under a clip',
    raw`
    \fill[red] (0,0) circle (2); \fill[blue] (2,0) circle (2);
    \begin{scope} \clip (0,0) circle (2); \fill[violet] (2,0) circle (2); \end{scope}
    \draw[thick] (0,0) circle (2) (2,0) circle (2);`,
  ),
  basics(
    'overlapping-circles',
    'in a transparency group with multiply',
    raw`
    \begin{scope}[blend group=multiply] \fill[red!80] (0,0) circle (2); \fill[blue!80] (2,0) circle (2); \end{scope}`,
  ),
  basics(
    'overlapping-circles',
    'half-transparent with outlines',
    raw`
    \draw[red, fill=red, fill opacity=.4] (0,0) circle (2); \draw[blue, fill=blue, fill opacity=.4] (2,0) circle (2);
    \node at (-1,0) {A}; \node at (3,0) {B};`,
  ),
  basics(
    'overlapping-circles',
    'nodes, thinly filled',
    raw`
    \node[circle, draw=red, fill=red!50, opacity=.7, minimum size=4cm] at (0,0) {};
    \node[circle, draw=blue, fill=blue!50, opacity=.7, minimum size=4cm] at (2.2,0) {};`,
  ),
  basics(
    'sun-above-hill',
    'a sun with rays and an orange rim',
    raw`
    \fill[cyan!20] (-5,-2) rectangle (5,6);
    \draw[orange, thick, fill=yellow] (2,4) circle (.8);
    \foreach \a in {0,30,...,330} \draw[orange, thick] (2,4) ++(\a:1) -- ++(\a:.4);
    \fill[green!60!black] (-5,-2) .. controls (-2,3) and (2,3) .. (5,-2) -- cycle;`,
  ),
  basics(
    'sun-above-hill',
    'a shaded sun, a hill on layers',
    raw`
    \shade[inner color=yellow!60, outer color=yellow!80!orange] (0,4) circle (1);
    \fill[olive!60!green] (-4,0) parabola bend (0,2) (4,0) -- cycle;`,
  ),
  basics(
    'sun-above-hill',
    'a hill cut by a clip',
    raw`
    \clip (-4,-1) rectangle (4,5); \fill[blue!10] (-4,-1) rectangle (4,5);
    \fill[yellow!80!orange] (2,4) circle (.7); \fill[green!50!black] (0,-4) circle (5);`,
  ),
  basics(
    'three-balloons',
    'ellipses with strings and shine',
    raw`
    \foreach \x/\c/\s in {0/red/1, 3/yellow/1, 7/blue/1.6} {
      \draw[black] (\x,0) .. controls (\x+.2,-1) .. (\x,-3);
      \draw[fill=\c] (\x,1) ellipse ({.9*\s} and {1.1*\s}); \fill[white, opacity=.5] (\x-.3,1.5) circle (.15); }`,
  ),
  basics(
    'three-balloons',
    'balls',
    raw`
    \foreach \x/\c/\r in {0/red/.8, 2.5/yellow/.8, 6/blue/1.5} { \shade[ball color=\c] (\x,0) circle (\r); \draw (\x,-\r) -- ++(0,-2); }`,
  ),
  basics(
    'tower-of-blocks',
    'nodes stacked by anchors',
    raw`
    \node[draw, fill=blue!70, minimum width=4cm, minimum height=2cm] (a) {};
    \node[draw, fill=yellow, minimum width=3cm, minimum height=1.5cm, anchor=south] (b) at (a.north) {};
    \node[draw, fill=red, minimum width=1.5cm, minimum height=1cm, anchor=south] at (b.north) {};`,
  ),
  basics(
    'tower-of-blocks',
    'thick outlines of colour',
    raw`
    \draw[blue, line width=3pt, fill=blue!30] (0,0) rectangle (6,2);
    \draw[yellow!90!black, line width=3pt, fill=yellow!50] (1,2) rectangle (5,4);
    \draw[red, line width=3pt, fill=red!30] (2,4) rectangle (4,5.5);`,
  ),
  basics(
    'traffic-light',
    'rims and shine',
    raw`
    \fill[black, rounded corners=8pt] (0,0) rectangle (2.4,6.6);
    \foreach \y/\c in {5.4/red,3.3/yellow,1.2/green} { \filldraw[draw=gray, fill=\c, thick] (1.2,\y) circle (.8);
      \fill[white, opacity=.4] (.9,\y+.3) circle (.2); }`,
  ),
  basics(
    'traffic-light',
    'housing of black!85',
    raw`
    \draw[black, fill=black!85] (0,0) rectangle (2,6);
    \fill[red!80!black] (1,5) circle (.7); \fill[yellow!80!orange] (1,3) circle (.7); \fill[green!60!black] (1,1) circle (.7);`,
  ),
  basics(
    'triangle-in-front',
    'with outlines, a gradient',
    raw`
    \draw[fill=gray!50] (0,0) rectangle (5,3);
    \draw[thick, bottom color=green!70!black, top color=green!50] (1,-1) -- (4,-1) -- (2.5,2) -- cycle;`,
  ),
  basics(
    'triangle-in-front',
    'on layers',
    raw`
    \pgfdeclarelayer{back}\pgfsetlayers{back,main}
    \fill[green!60!black] (1,-1) -- (4,-1) -- (2.5,2) -- cycle;
    \begin{pgfonlayer}{back} \fill[gray] (0,0) rectangle (5,3); \end{pgfonlayer}`,
  ),
  basics('wifi-in-a-circle', 'a node', raw`\node[circle, draw, minimum size=3cm] {WiFi};`),
  basics(
    'wifi-in-a-circle',
    'white on blue',
    raw`\fill[blue] (0,0) circle (2); \node[white, font=\Large\bfseries] at (0,0) {WiFi};`,
  ),
  basics(
    'wifi-in-a-circle',
    'sans serif in a double ring',
    raw`\node[circle, draw, double, inner sep=8pt, font=\sffamily\huge] {Wi\kern0ptFi};`,
  ),
  basics(
    'dots-in-a-row',
    'white outlines',
    raw`\foreach \x in {0,...,4} \draw[fill=black, draw=white, thick] (\x,0) circle (.25);`,
  ),
  basics(
    'dots-in-a-row',
    'a plot with marks',
    raw`\draw plot[only marks, mark=*, mark size=4pt] coordinates {(0,0) (1,0) (2,0) (3,0) (4,0)};`,
  ),
  basics(
    'dots-in-a-row',
    'a chain of nodes',
    raw`
    \foreach \n [count=\i] in {a,b,c,d,e} \node[circle, draw=black, fill=black, minimum size=6pt, inner sep=0] (\n) at (\i,0) {};`,
  ),
  basics(
    'house',
    'regular polygons and a sky',
    raw`
    \fill[cyan!15] (-4,-3) rectangle (6,8); \fill[green!60!black] (-4,-3) rectangle (6,0);
    \fill[yellow!90!orange] (0,0) rectangle (3,3);
    \filldraw[fill=red!70!black, draw=black] (-.4,3) -- (3.4,3) -- (1.5,5) -- cycle;
    \filldraw[fill=brown!80!black, draw=black] (1,0) rectangle (2,1.6);`,
  ),
  basics(
    'house',
    'a house of orange-yellow with a maroon roof',
    raw`
    \definecolor{maroon}{HTML}{800000}
    \fill[yellow!80!orange] (0,0) rectangle (3,3); \fill[maroon] (-.2,3) -- (3.2,3) -- (1.5,4.8) -- cycle; \fill[brown] (1,0) rectangle (1.8,1.6);`,
  ),
  basics(
    'triangle-in-front',
    'shape nodes',
    raw`
    \node[rectangle, fill=gray!70, minimum width=5cm, minimum height=3cm] {};
    \node[regular polygon, regular polygon sides=3, fill=green!70!black, minimum size=3cm] at (0,-1.2) {};`,
  ),
  basics(
    'triangle-in-front',
    'see-through green with outlines',
    raw`
    \draw[fill=lightgray] (0,0) rectangle (5,3); \draw[thick, fill=green, fill opacity=.7] (1,-1) -- (4,-1) -- (2.5,2) -- cycle;`,
  ),
  basics(
    'triangle-in-front',
    'rounded corners and grey steel',
    raw`
    \fill[gray!60!black, rounded corners=3pt] (0,0) rectangle (5,3); \fill[green!60!black, rounded corners=2pt] (1,-1) -- (4,-1) -- (2.5,2) -- cycle;`,
  ),
  basics(
    'moon-behind-cloud',
    'a glow, stars, a cloud outlined in grey',
    raw`
    \fill[blue!40!black] (-5,-3) rectangle (5,5); \foreach \x/\y in {-4/4,3/4,-2/3.5,4/1} \fill[white] (\x,\y) circle (.05);
    \fill[yellow!30, opacity=.2] (0,2) circle (1.8); \fill[yellow!80] (0,2) circle (1.2);
    \begin{scope} \fill[gray!30] (-1.2,.6) circle (.8) (0,.9) circle (1) (1.2,.6) circle (.8) (-1.9,0) rectangle (1.9,.6); \end{scope}`,
  ),
  basics(
    'moon-behind-cloud',
    'a see-through cloud',
    raw`
    \fill[blue!50!black] (-5,-3) rectangle (5,5); \fill[yellow] (0,2) circle (1.2);
    \fill[gray!50, opacity=.85] (0,.8) ellipse (2.5 and .9);`,
  ),
  basics(
    'sun-above-hill',
    'an arc for a hill, a node for a sun',
    raw`
    \node[circle, draw=orange, fill=yellow, minimum size=1.5cm] at (0,4) {};
    \draw[fill=green!70!black] (-5,0) arc (180:0:5 and 2) -- cycle;`,
  ),
  basics(
    'sun-above-hill',
    'a gradient hill of lime',
    raw`
    \fill[orange!20!yellow] (1,5) circle (1); \shade[top color=lime, bottom color=green!50!black] (-4,0) .. controls (-2,3) and (2,3) .. (4,0) -- cycle;`,
  ),
  basics(
    'tower-of-blocks',
    'a ground line and numbers',
    raw`
    \draw[thick] (-4,0) -- (4,0); \draw[fill=blue!80] (-3,0) rectangle (3,2); \draw[fill=yellow!90] (-2,2) rectangle (2,3.5); \draw[fill=red!90] (-1,3.5) rectangle (1,4.5);
    \node[white] at (0,1) {1}; \node at (0,2.75) {2}; \node[white] at (0,4) {3};`,
  ),
  basics(
    'three-balloons',
    'knots and highlights',
    raw`
    \foreach \x/\c/\r in {-4/red/1, 0/yellow/1, 4.5/blue/1.7} { \fill[\c] (\x,0) circle (\r); \fill[\c!70!black] (\x,-\r) -- ++(-.15,-.25) -- ++(.3,0) -- cycle; \fill[white, opacity=.6] (\x-.3,.4) ellipse (.15 and .25); \draw[thin] (\x,-\r-.25) -- ++(0,-2); }`,
  ),
  basics(
    'traffic-light',
    'glows',
    raw`
    \fill[black!90, rounded corners] (0,0) rectangle (3,9); \draw[line width=6pt, black] (1.5,0) -- (1.5,-3);
    \foreach \y/\c in {7.4/red,4.5/yellow,1.6/green} { \shade[inner color=\c!60, outer color=\c] (1.5,\y) circle (1.1); }`,
  ),
  basics(
    'overlapping-circles',
    'even-odd with an intersection in purple',
    raw`
    \fill[red!70] (0,0) circle (2); \fill[blue!70] (2,0) circle (2);
    \begin{scope}\clip (2,0) circle (2);\fill[purple!70] (0,0) circle (2);\end{scope}`,
  ),
  basics(
    'overlapping-circles',
    'outlined in their colours, white inside',
    raw`
    \draw[red, ultra thick] (0,0) circle (2); \draw[blue, ultra thick] (2.5,0) circle (2);`,
  ),
  basics(
    'nested-squares',
    'loops over sizes',
    raw`
    \foreach \s/\c in {3/red, 2/yellow, 1/blue} \filldraw[fill=\c, draw=black, line width=1pt] (-\s,-\s) rectangle (\s,\s);`,
  ),
  basics(
    'nested-squares',
    'double borders',
    raw`
    \node[fill=red, draw=red!50!black, double, minimum size=6cm] {}; \node[fill=yellow, draw=orange, double, minimum size=4cm] {}; \node[fill=blue, draw=blue!50!black, double, minimum size=2cm] {};`,
  ),
  basics(
    'wifi-in-a-circle',
    'text on a path node',
    raw`\draw[thick] (0,0) circle (2) node[rotate=30] {\textbf{WiFi}};`,
  ),
  basics(
    'wifi-in-a-circle',
    'filled with a tint',
    raw`\filldraw[fill=yellow!20, draw=orange] (0,0) circle[radius=1.5cm]; \node[scale=2] at (0,0) {\textsf{WiFi}};`,
  ),
];
