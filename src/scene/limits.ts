/** Limits of one reading. What goes beyond is `too-large`: no honest drawing of the corpus comes near. */
export const LIMITS = {
  /** What TeX may write (the sandbox stops it there, too). */
  pdfBytes: 32 * 1024 * 1024,
  /** Sides of a page that are read: pdfTeX's own longest is 16383 pt; the picture gets at most 2048 px of it. */
  pageSidePt: 16_384,
  /** A page below this has no picture in it: a hundredth of a point. */
  smallestSidePt: 0.01,
  operations: 1_000_000,
  /** Depth of `q`: the canvas takes the square of it (measured: 1,000 take 0.2 s, 30,000 two minutes). */
  nesting: 1000,
  /** Numbers of all paths; about 250,000 segments. The densest drawing of the corpus has some 20,000. */
  pathNumbers: 1_500_000,
} as const;

/** The picture: 288 dpi, but its longest side is at least 512 and at most 2048 px. */
export const PICTURE = { pxPerPt: 4, shortestPx: 512, longestPx: 2048 } as const;

/** The masks' longest side. */
export const MASK_PX = 512;

/** Things of one subject that get masks; more is texture, not things that a person would count. */
export const MAX_THINGS = 200;
