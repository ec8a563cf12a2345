// Control characters (C0 but tab and line feed, DEL, C1), the bidirectional overrides and lone surrogates:
// they move the cursor, colour the screen or turn text round in a terminal.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of strangers made safe to print: what would steer a terminal is shown as `\u{1b}`. Tabs and line feeds stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    character === '\n' || character === '\t' ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** The same on one line, cut to `maxLength` characters. */
export function printableLine(text: string, maxLength = 200): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}
