import type { CheckDefinition, Evidence } from '../../domain/check.ts';
import type { Box } from '../../domain/geometry.ts';
import { byMargin, type Chosen, chosen, inD, numberOf, textOf } from '../finding.ts';

/** Two millimetres in a drawing of 10 cm: room for strokes of unlike width. */
const MOST_SPREAD = 0.02;

const LINES: Readonly<Record<string, (box: Box) => number>> = {
  left: (box) => box.xMin,
  right: (box) => box.xMax,
  centre: (box) => (box.xMin + box.xMax) / 2,
  top: (box) => box.yMax,
  bottom: (box) => box.yMin,
  middle: (box) => (box.yMin + box.yMax) / 2,
};

/** Met when one edge, or the middles, of all boxes lie on one line. Margin: a fraction of D. */
export const aligned: CheckDefinition = {
  name: 'aligned',
  summary: 'The edges or middles of all subjects that `on` names lie within `within` × D.',
  subjects: { min: 2, max: 20 },
  wants: 'one',
  parameters: {
    on: {
      kind: 'choice',
      choices: Object.keys(LINES),
      doc: '`left`, `right` and `centre` (one above the other), `top`, `bottom` and `middle` (side by side).',
    },
    within: { kind: 'number', default: MOST_SPREAD, min: 0, max: 1, doc: 'Largest spread, a fraction of D.' },
  },
  validate: ({ on }) => (on === undefined ? ['expected "on", got nothing; say which edge or middle'] : []),
  evaluate(input) {
    const on = textOf(input.parameters, 'on');
    const line = LINES[on];
    if (line === undefined) throw new Error(`Unknown line "${on}".`);
    const all = input.subjects.map((_, index) => chosen(input, index));
    const places = all.map(({ ink }) => line(ink.box));
    const spread = (Math.max(...places) - Math.min(...places)) / input.scene.diagonalPt;
    const within = numberOf(input.parameters, 'within');
    const names = all.map(({ the }) => the).join(', ');
    const reason = `${on} of ${names}: spread over ${inD(spread)}; at most ${inD(within)} is aligned`;
    return byMargin(within - spread, reason, all.map(asEvidence));
  },
};

function asEvidence({ ink, name }: Chosen): Evidence {
  return { kind: 'box', box: ink.box, label: name, tone: 'subject' };
}
