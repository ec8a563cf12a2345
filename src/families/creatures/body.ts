/** Colours of an animal, in the words of xcolor. */
export interface Coat {
  readonly fur: string;
  readonly dark: string;
  readonly belly: string;
}

/** A sitting body with a belly and two feet; the neck is at (0,1.75). */
export function body({ fur, dark, belly }: Coat): string[] {
  return [
    `\\fill[${fur}] (0,-.05) .. controls (-1.05,-.05) and (-.9,1.1) .. (-.45,1.75) .. controls (-.2,2.05) and (.2,2.05) .. (.45,1.75) .. controls (.9,1.1) and (1.05,-.05) .. cycle;`,
    `\\fill[${belly}] (.03,.78) ellipse[x radius=.46, y radius=.66];`,
    `\\fill[${dark}] (-.5,.04) ellipse[x radius=.34, y radius=.17];`,
    `\\fill[${dark}] (.56,.04) ellipse[x radius=.34, y radius=.17];`,
  ];
}

/** Two bright eyes and a blush, in a head around (0,2.35). */
export const FACE: readonly string[] = [
  '\\fill[black!85] (-.27,2.45) circle[radius=.11] (.27,2.45) circle[radius=.11];',
  '\\fill[white] (-.23,2.49) circle[radius=.04] (.31,2.49) circle[radius=.04];',
  '\\fill[pink!75!red, opacity=.55] (-.5,2.2) ellipse[x radius=.13, y radius=.08] (.5,2.2) ellipse[x radius=.13, y radius=.08];',
];

/** A nose with a smile below it, at (0,2.22). */
export function snout(colour = 'black!85'): string[] {
  return [
    `\\fill[${colour}] (0,2.2) .. controls (-.16,2.33) and (.16,2.33) .. cycle;`,
    `\\fill[${colour}] (0,2.27) ellipse[x radius=.1, y radius=.07];`,
    '\\draw[black!80, line width=.7pt, line cap=round] (0,2.2) -- (0,2.12) (-.17,2.13) .. controls (-.12,2.03) and (-.02,2.05) .. (0,2.12) .. controls (.02,2.05) and (.12,2.03) .. (.17,2.13);',
  ];
}

/** Three whiskers on each side. */
export const WHISKERS =
  '\\draw[black!55, line width=.5pt, line cap=round] (-.32,2.2) -- (-.85,2.28) (-.32,2.16) -- (-.87,2.13) (-.32,2.12) -- (-.8,1.99) (.32,2.2) -- (.85,2.28) (.32,2.16) -- (.87,2.13) (.32,2.12) -- (.8,1.99);';
