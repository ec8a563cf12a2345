import type { ColourWord } from '../../util/colour.ts';

/**
 * How a drawing of ours writes each of the 11 basic words: a colour that reads as this
 * word and as no other one, and that `!65!black` may follow.
 */
export const COLOUR_CODES: Readonly<Record<ColourWord, string>> = {
  black: 'black',
  white: 'white',
  grey: 'gray',
  red: 'red!85!black',
  orange: 'orange',
  yellow: 'yellow!90!orange',
  green: 'green!60!black',
  blue: 'blue!70!cyan',
  purple: 'violet!85!blue!80!white',
  pink: 'magenta!40!white',
  brown: 'brown!75!black',
};

/** The words for things on white paper beside black lines and letters: all but white and black. */
export const BRIGHT_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'grey',
] as const satisfies readonly ColourWord[];
