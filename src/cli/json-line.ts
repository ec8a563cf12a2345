// Control characters but those that JSON escapes itself, and the marks that turn text round: see util/printable.ts.
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A value as one line of JSON that is safe to show in a terminal: what would steer it is escaped, and reads back as it was. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
