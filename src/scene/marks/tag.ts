/** What a marked-content tag of ours says: the label of a part, or a comment of the source. */
export type Tag = { readonly kind: 'part' | 'note'; readonly text: string };

/** Longest text of a tag, in bytes of UTF-8: a PDF name holds 127 bytes, two for each hex-coded one. */
const MAX_TEXT_BYTES = 60;

const TAG = /^(Part|Note)\.((?:[0-9a-f]{2})+)$/iu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is stripped
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Reads `Part.<hex>` and `Note.<hex>`, hex of UTF-8; null for any other tag. Control characters are stripped. */
export function readTag(name: string): Tag | null {
  const [, kind = '', hex = ''] = TAG.exec(name.slice(0, 1024)) ?? [];
  if (hex === '') return null;
  const bytes = Buffer.from(hex.slice(0, 2 * MAX_TEXT_BYTES), 'hex');
  // A cut may go through a character; what is left of it decodes to U+FFFD.
  const text = bytes
    .toString('utf8')
    .replace(/\ufffd+$/u, '')
    .replace(CONTROL, '')
    .trim();
  return text === '' ? null : { kind: kind.toLowerCase() === 'part' ? 'part' : 'note', text };
}
