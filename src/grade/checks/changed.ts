import type { CheckDefinition, CheckInput, Finding } from '../../domain/check.ts';
import { byMargin, chosen, inD, numberOf, percent, plain, textOf } from '../finding.ts';
import { type Compared, compare } from '../geometry/comparison.ts';
import { bestTurn } from '../geometry/likeness.ts';
import { boxNow, COLOURS, SAME_DELTA_E, SHARE, SIZE, WITHIN } from './comparing.ts';
import { inDegrees } from './line-angle.ts';
import { type Limits, limitsOf, whatIsLeft } from './unchanged.ts';

/** As for `rotated`. */
const LEAST_TURN_DEG = 5;

interface Asked {
  readonly input: CheckInput;
  readonly found: Compared;
  readonly limits: Limits;
}

/**
 * Met when A differs from what it was in the aspect by more than the limits of `unchanged`: `any` of them, or
 * its place (against most other subjects), its size (either way, or `larger` or `smaller`), its colours, its shape
 * (however it is turned) or its turn (round things have none). Margin: what goes beyond the limit, in the aspect's
 * unit: D, a share of the size, of the colours or of the outline, degrees; none where the place can't be told.
 */
export const changed: CheckDefinition = {
  name: 'changed',
  summary: 'A differs from what it was in the picture before, in the `aspect`, by more than the limit.',
  subjects: { min: 1, max: 1 },
  wants: 'one',
  compares: 'before',
  parameters: {
    aspect: {
      kind: 'choice',
      choices: ['any', 'place', 'size', 'larger', 'smaller', 'colour', 'shape', 'turn'],
      default: 'any',
      doc: 'What must differ. `shape` plays no part in how it is turned, `turn` none in its size or place.',
    },
    share: SHARE,
    size: SIZE,
    colours: COLOURS,
    within: WITHIN,
    turn: {
      kind: 'number',
      default: LEAST_TURN_DEG,
      min: 0,
      max: 180,
      doc: 'Largest turn that counts as none, in degrees.',
    },
  },
  evaluate(input) {
    const asked = { input, found: compare(input, SAME_DELTA_E), limits: limitsOf(input.parameters) };
    return ASPECTS[textOf(input.parameters, 'aspect')]?.(asked) ?? plain(false, 'no such aspect', []);
  },
};

const ASPECTS: Readonly<Record<string, (asked: Asked) => Finding>> = {
  any: (asked) => beyond(asked, ['shape', 'size', 'colour', 'place']),
  place: (asked) =>
    asked.found.off === null
      ? plain(false, `nothing else tells where ${chosen(asked.input, 0).the} was`, boxNow(asked.input))
      : byMargin(
          asked.found.off - asked.limits.within,
          `${chosen(asked.input, 0).the} lies ${inD(asked.found.off)} from where it was; more than ${inD(asked.limits.within)} is wanted`,
          boxNow(asked.input),
        ),
  size: (asked) => beyond(asked, ['size']),
  larger: (asked) => grown(asked, asked.found.growth),
  smaller: (asked) => grown(asked, 1 / asked.found.growth),
  colour: (asked) => beyond(asked, ['colour']),
  shape: ({ input, found, limits: { share } }) => {
    const { overlap } = bestTurn(found.before, found.after, { mostDeg: 180, mayMirror: false });
    const reason = `the outline of ${chosen(input, 0).the} shares ${percent(overlap)} with the old one, however it is turned; less than ${percent(share)} is wanted`;
    return byMargin(share - overlap, reason, boxNow(input));
  },
  turn: ({ input, found }) => {
    const { turnDeg } = bestTurn(found.before, found.after, { mostDeg: 180, mayMirror: false });
    const limit = numberOf(input.parameters, 'turn');
    const reason = `${chosen(input, 0).the} is turned by ${inDegrees(turnDeg)}; more than ${inDegrees(limit)} is wanted`;
    return byMargin(Math.abs(turnDeg) - limit, reason, boxNow(input));
  },
};

/** The limit that is broken most, of those that are asked for. */
function beyond({ input, found, limits }: Asked, aspects: readonly string[]): Finding {
  const left = whatIsLeft(found, limits).filter(({ aspect }) => aspects.includes(aspect));
  const least = left.reduce((worst, next) => (next.margin < worst.margin ? next : worst));
  const { the } = chosen(input, 0);
  return byMargin(-least.margin, `${the}: ${least.words}; a change is wanted`, boxNow(input));
}

function grown({ input, found, limits: { size } }: Asked, factor: number): Finding {
  const reason = `${chosen(input, 0).the} is ${Number(found.growth.toFixed(3))} times as large as it was; a change by more than ${percent(size)} is wanted`;
  return byMargin(factor - 1 - size, reason, boxNow(input));
}
