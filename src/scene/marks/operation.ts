/** One entry of the page's operator list: a code of pdf.js' `OPS` and what comes with it. */
export interface Operation {
  readonly code: number;
  readonly args: readonly unknown[];
}

/** What pdf.js holds by name beside the operator list: fonts and shadings. */
export interface PageObjects {
  font(name: string): unknown;
  shading(name: string): unknown;
}

/**
 * What to give a painting operation instead of its arguments so that it paints nothing and leaves the state as it
 * would have been; null: leave the operation out.
 */
export type Hiding = readonly unknown[] | null;
