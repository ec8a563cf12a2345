/** How a reply was written: only the picture, a preamble with a picture, or a whole document. */
export type DrawingForm = 'picture' | 'preamble-and-picture' | 'document';

/** The TikZ found in a reply. `preamble` and `body` are the model's own text, nothing repaired. */
export interface Drawing {
  readonly form: DrawingForm;
  /** Exactly what was taken from the reply. */
  readonly source: string;
  /** All before `\begin{document}` (a document, its class line included), or the lines before the picture. */
  readonly preamble: string;
  /** What stands inside the document environment, or the picture or pictures. */
  readonly body: string;
  /** What was chosen and what was left out, in plain words. */
  readonly note: string;
}

/** What extraction says of a reply. */
export type Extraction =
  | { readonly outcome: 'found'; readonly drawing: Drawing }
  | { readonly outcome: 'empty' | 'no-code' | 'too-large' | 'truncated'; readonly reason: string };
