import type { CheckDefinition, Finding } from '../../domain/check.ts';
import {
  asColourWord,
  type ColourWord,
  colourWordsOf,
  deltaEOk,
  isHexColour,
  nearestColourWord,
} from '../../util/colour.ts';
import { byMargin, type Chosen, chosen, numberOf, plain, textOf } from '../finding.ts';
import { type ShownColour, shownColours } from '../geometry/shown-colours.ts';

/** Five times the just noticeable difference of 0.02 (CSS Color 4): `red!70` (0.065) passes for red, `red!60` (0.107) does not. */
const MOST_DELTA_E = 0.1;

/** Met when most of A shows the colour. Margin: the word's lead as a share of the area, or what is left of ΔE. */
export const colour: CheckDefinition = {
  name: 'colour',
  summary:
    'The colour that most of A shows is `is`: one of the 11 basic words (a colour at a border answers to both), or `#rrggbb` within ΔE `within` in OKLab.',
  subjects: { min: 1, max: 1 },
  wants: 'one',
  parameters: {
    is: {
      kind: 'text',
      doc: 'black, white, grey (or gray), red, orange, yellow, green, blue, purple, pink, brown, or `#rrggbb`.',
    },
    within: {
      kind: 'number',
      default: MOST_DELTA_E,
      min: 0,
      max: 1,
      doc: 'Largest ΔE (OKLab) from a hex colour.',
    },
  },
  validate({ is }) {
    if (typeof is === 'string' && (asColourWord(is) !== null || isHexColour(is))) return [];
    return [
      `expected "is" to be one of the 11 basic colour words or "#rrggbb", got ${JSON.stringify(is) ?? 'nothing'}`,
    ];
  },
  evaluate(input) {
    const subject = chosen(input, 0);
    const own = new Set(subject.thing.marks);
    const colours = shownColours(input.scene.marks.filter(({ index }) => own.has(index)));
    const largest = colours[0];
    if (largest === undefined) return plain(false, `${subject.the} shows no plain colour`, boxOf(subject));
    const wanted = textOf(input.parameters, 'is');
    const word = asColourWord(wanted);
    if (word !== null) return byWord(subject, colours, word);
    const within = numberOf(input.parameters, 'within');
    const [nearest, away] = nearestOf(largest, wanted);
    const reason = `most of ${subject.the} is ${nearest}, ΔE ${away.toFixed(3)} from ${wanted}; at most ${within} is allowed`;
    return byMargin(within - away, reason, boxOf(subject));
  },
};

function nearestOf({ colours: { plain, also } }: ShownColour, wanted: string): readonly [string, number] {
  const all = [...plain, ...also].map((hex) => [hex, deltaEOk(hex, wanted)] as const);
  return all.reduce((best, next) => (next[1] < best[1] ? next : best), all[0] ?? [wanted, 0]);
}

/** What may be called by the wanted word counts for it; the rest counts for the likeliest word each. */
function byWord(subject: Chosen, colours: readonly ShownColour[], wanted: ColourWord): Finding {
  const areas = new Map<string, number>();
  for (const shown of colours) {
    const word = answers(shown, wanted) ? wanted : nearestColourWord(shown.colours.plain[0] ?? '#ffffff');
    areas.set(word, (areas.get(word) ?? 0) + shown.area);
  }
  const total = colours.reduce((sum, { area }) => sum + area, 0);
  const [most = '', best = 0] = [...areas].sort((one, other) => other[1] - one[1])[0] ?? [];
  const rival = Math.max(0, ...[...areas].filter(([word]) => word !== wanted).map(([, area]) => area));
  const lead = ((areas.get(wanted) ?? 0) - rival) / total;
  const share = Math.round((100 * best) / total);
  const reason = `most of ${subject.the} (${share} %) is ${most}; ${wanted} is wanted`;
  return byMargin(lead, reason, boxOf(subject));
}

function answers({ colours: { plain, also } }: ShownColour, wanted: ColourWord): boolean {
  return [...plain, ...also].some((hex) => colourWordsOf(hex).includes(wanted));
}

function boxOf({ ink, name }: Chosen) {
  return [{ kind: 'box' as const, box: ink.box, label: name, tone: 'subject' as const }];
}
