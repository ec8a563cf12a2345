/** What a question asks that geometry decides. */
export interface GeometryQuestion {
  /** The words that show it, as they stand in the question. */
  readonly phrase: string;
  /** The check that decides it. */
  readonly check: string;
}

const COUNT = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)';
const COLOUR = '(?:red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y)';
const OUTLINE =
  '(?:circle|square|ellipse|oval|rectangle|triangle|pentagon|hexagon|octagon|parallelogram|trapezium)';
const LETTERING = '(?:words?|texts?|letters?|titles?|signs?|labels?|captions?|banners?|inscriptions?)';
const TIE = '(?:lines?|arrows?|wires?|paths?|edges?)';
/** Where a clause ends: what stands before it is its point, not a word that goes with a noun. */
const END = '(?=\\s*(?:[?.,;]|$|and\\b|or\\b))';

/** The phrases that give it away, by the check that decides it; the first that fits is named. */
const PHRASES: readonly (readonly [check: string, phrases: string])[] = [
  ['left-of', '(?:to |on )?the left of|left of'],
  ['right-of', '(?:to |on )?the right of|right of'],
  ['rests-on', 'on top of|rest(?:s|ing)? (?:up)?on'],
  ['above', 'above|higher (?:up )?than|over the heads? of'],
  ['below', 'below|beneath|underneath|lower (?:down )?than'],
  ['in-front-of', 'in front of'],
  ['behind', 'behind'],
  ['larger-than', '(?:larger|bigger|smaller|taller|shorter|wider|narrower|longer|thicker|thinner) than'],
  ['ratio', '(?:twice|half|three times|four times) as|as (?:large|big|small|tall|wide|long|high) as'],
  [
    'inside',
    '(?:is|are|lies?|stands?|sits?|stays?|fits?) (?:[^?.,;]* )?inside|(?:wholly|completely|entirely|fully) (?:in|within)|within the (?:outline|bounds|border|frame|box|circle|rectangle)',
  ],
  ['touching', 'touch(?:es|ed|ing)?'],
  ['overlaps', 'overlap(?:s|ped|ping)?'],
  ['apart', '(?:is|are|keeps?|stands?|stays?|lies?) (?:clearly |well |far )?apart|gap between'],
  ['count', `how many|the number of|(?:exactly|precisely|just|at least|at most) ${COUNT}|are there ${COUNT}`],
  ['evenly-spaced', '(?:evenly|equally|regularly) spaced|equal (?:gaps|distances)'],
  ['between', '(?:is|are|lies?|stands?|sits?) (?:[^?.,;]* )?between (?:the|an?|both|two|its|their)'],
  ['centred-on', 'centred|centered|in the (?:very |exact )?(?:middle|centre|center) of'],
  ['aligned', 'aligned|in (?:one|a single) (?:row|column|line)|(?:on|at) the same (?:height|level)'],
  ['symmetric', 'symmetric(?:al|ally)?|mirror images?'],
  ['perpendicular', 'perpendicular|at (?:a )?right angles?'],
  ['parallel', `parallel to|parallel${END}`],
  ['tangent', 'tangent'],
  ['rotated', '(?:rotated|tilted|turned|inclined|leaning) by|degrees|(?:horizontal|vertical)(?:ly)?'],
  ['crossings', `${TIE} (?:\\w+ )?cross(?:es|ing)?|crossing ${TIE}|cross(?:es)? each other`],
  [
    'arrow',
    '(?:does|do|is|are) (?:[^?.,;]* )?arrows? (?:[^?.,;]* )?(?:points?|leads?|goes?|runs?) (?:at|to|from)',
  ],
  [
    'connects',
    `(?:connected|joined|linked) (?:to|with|by)|${TIE} (?:\\w+ )?(?:connect|join|link)s?|${TIE} (?:leads?|goes?|runs?) from`,
  ],
  ['closed', 'closed (?:outline|loop|curve|path)'],
  ['colour', `the colours? of|what colour|(?:is|are) (?:[\\w'’-]+ ){1,5}${COLOUR}${END}`],
  [
    'shape',
    `(?:is|are) (?:[\\w'’-]+ ){1,6}${OUTLINE}s?${END}|shape of an? ${OUTLINE}|circular|rectangular|triangular`,
  ],
  [
    'text',
    `${LETTERING} (?:[\\w'’-]+ ){0,4}(?:says?|spells?|reads?(?! as))|(?:says?|reads?|spells?) ["'“‘«]`,
  ],
  ['moved', `(?:has|have) (?:[\\w'’-]+ ){0,3}moved|moves? (?:to the|left|right|up|down)`],
  ['unchanged', 'unchanged|the same place'],
];

const TABLE = PHRASES.map(([check, phrases]) => ({
  check,
  pattern: new RegExp(`\\b(?:${phrases})\\b`, 'iu'),
}));

/**
 * What in a question geometry decides, or null. Only the question counts: what counts as yes or no may well speak of
 * places ("whiskers at both sides of the nose"). The line: a question is refused when it asks for a place, an order, a
 * size, a number, a colour, a shape, a contact, a way or a text of the drawing, since the drawing's own paths answer
 * that exactly. It is let through when it asks what something looks like, whether it is well made, or in which style;
 * so a colour beside its noun ("a muted brown wash") passes, a colour that is the point ("is the roof brown?") does
 * not. It is a matter of words: what a task fills in is not looked at, and whoever words around it gets through.
 */
export function geometryQuestion(question: string): GeometryQuestion | null {
  const text = question.replaceAll(/\s+/g, ' ');
  for (const { check, pattern } of TABLE) {
    const found = pattern.exec(text);
    if (found !== null) return { phrase: found[0].toLowerCase(), check };
  }
  return null;
}

/** The names of all checks that the table points at. */
export const CHECKS_IN_PLACE_OF_QUESTIONS: readonly string[] = PHRASES.map(([check]) => check);
