import type { CheckDefinition, Evidence, Finding } from '../../domain/check.ts';
import { numberOf, plain, subjectAt } from '../finding.ts';
import { type Crossing, crossingsOf } from '../geometry/crossings.ts';
import { joinedPieces } from '../geometry/joined-pieces.ts';
import { linesOf } from '../geometry/lines.ts';
import { seenCrossings } from '../geometry/seen-crossings.ts';
import { HOW_MANY, howMany, mistakesOfHowMany, wantedNumber } from './how-many.ts';

/** As for `connects`: edges end at the border of a node, or near its middle. */
const LEAST_BEYOND = 0.02;
/** A third of a millimetre in a drawing of 10 cm: about the width of a line. Less between two lines is not seen. */
const MOST_TOUCH = 0.003;
const MOST_SHOWN = 40;

/**
 * Counts the places where lines of A pass through each other or through themselves; `of` one subject, all its things
 * together. Lines are strokes without a fill; open pieces that go on from end to end are one, tips are none. Where
 * several lines pass through one place each pair counts: three make 3; a line that is drawn twice counts once. Not
 * counted: where a line ends or has less than `beyond` × D left (nodes of a graph, a T), where lines only touch or lie
 * upon each other, where both bend in one place (a node that a path goes through), what an opaque area painted later
 * covers, and where one of the lines is not seen at both sides of the place (white, transparent, clipped, covered).
 * Nothing drawn is no drawing without crossings. Margin: none, crossings are whole.
 */
export const crossings: CheckDefinition = {
  name: 'crossings',
  summary:
    'The lines of A (all things that match) cross each other or themselves as often: exactly `is`, or at least `min` and at most `max`. Three lines through one place are 3 crossings; shared ends, corners and touches are none.',
  subjects: { min: 1, max: 1 },
  wants: 'things',
  parameters: {
    ...HOW_MANY,
    beyond: {
      kind: 'number',
      default: LEAST_BEYOND,
      min: 0,
      max: 1,
      doc: 'How far both lines must go on at both sides, a fraction of D.',
    },
  },
  validate: mistakesOfHowMany,
  evaluate(input): Finding {
    const subject = subjectAt(input, 0);
    const { lines } = linesOf(subject.things, input);
    if (lines.length === 0) return plain(false, noLines(subject.things.length, subject), []);
    const { diagonalPt } = input.scene;
    const found = crossingsOf(joinedPieces(lines), {
      beyondPt: numberOf(input.parameters, 'beyond') * diagonalPt,
      touchPt: MOST_TOUCH * diagonalPt,
    });
    if (found === null) return plain(false, `${subject.name} has too many lines to tell them apart`, []);
    const seen = seenCrossings(found, subject.things, input);
    const { least, most } = howMany(input.parameters);
    const met = seen.length >= least && seen.length <= most;
    const reason = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'} of ${subject.name} with ${seen.length} crossings; ${wantedNumber(least, most)} wanted`;
    return plain(met, reason, seen.slice(0, MOST_SHOWN).map(asEvidence(met)));
  },
};

function noLines(count: number, { name, how }: { readonly name: string; readonly how: string }): string {
  return count === 0 ? `${name}: ${how}` : `${name} has no line`;
}

function asEvidence(met: boolean) {
  return ({ at }: Crossing, index: number): Evidence => ({
    kind: 'point',
    at,
    label: `${index + 1}`,
    tone: met ? 'contact' : 'fault',
  });
}
