import { z } from 'zod';

// C0 and C1 controls but tab and newline, and the marks that turn the direction of text around: they can hide what a
// file says from the person who reviews it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Words of letters and digits joined by hyphens or underscores: safe as an id, a file name and a URL. */
export const NAME_PATTERN = /^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/;

/** More pictures than that make no scene that a person follows, and cost time. */
export const MAX_FRAMES = 12;

/** A name, or several words: what a model writes behind `part=`. */
const LABEL_PATTERN = /^[A-Za-z0-9]+([-_ ][A-Za-z0-9]+)*$/;

/** A file name without folders; nothing that begins with a dot. */
export const DRAWING_FILE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*\.tex$/;

/** Text that a person reads, of 1 to `max` characters, with nothing hidden in it. */
export function readableText(max: number) {
  return z
    .string()
    .max(max)
    .regex(/\S/, { error: 'is empty; expected some text' })
    .refine((text) => !HIDDEN.test(text), { error: 'holds control characters; expected plain text' });
}

/** Text on one line. */
export function line(max: number) {
  return readableText(max).regex(/^[^\n]*$/, { error: 'has several lines; expected one line' });
}

/** A name such as `otter-in-plane`. */
export function name() {
  return z.string().max(80).regex(NAME_PATTERN, {
    error: 'is no name; expected words joined by hyphens, such as otter-in-plane',
  });
}

/** A label such as `otter` or `traffic light`. */
export function label() {
  return z.string().max(60).regex(LABEL_PATTERN, {
    error: 'is no label; expected words joined by hyphens or spaces, such as left-otter',
  });
}

/** One text or a list of texts. */
export function oneOrMore(what: string) {
  return z.union([line(200), z.array(line(200))], { error: `is wrong; expected ${what}` });
}
