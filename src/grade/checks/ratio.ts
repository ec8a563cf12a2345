import type { CheckDefinition, CheckInput, Evidence, Finding } from '../../domain/check.ts';
import type { Box } from '../../domain/geometry.ts';
import { bothBoxes, byMargin, type Chosen, chosen, numberOf, textOf } from '../finding.ts';
import { fineBox } from '../geometry/fine-box.ts';
import { areaPx } from '../geometry/masks.ts';
import { silhouette } from '../geometry/silhouette.ts';

/** As for `larger-than`: a tenth is where people begin to say that a size is another. A judgement, not measured. */
const WITHIN = 0.1;

/**
 * Met when a size is `is` times another, give or take a factor of 1 + `within`, which is the same both ways round:
 * A to B is 2 where B to A is 1/2. Margin: what is left of `within`, a share of the wanted ratio.
 */
export const ratio: CheckDefinition = {
  name: 'ratio',
  summary:
    "A's `measure` is `is` times B's, give or take a factor of 1 + `within`; of one subject, its width over its height.",
  subjects: { min: 1, max: 2 },
  wants: 'one',
  parameters: {
    is: { kind: 'number', min: 0.001, max: 1000, doc: 'The wanted ratio.' },
    within: {
      kind: 'number',
      default: WITHIN,
      min: 0,
      max: 10,
      doc: 'Largest deviation, a share of the ratio.',
    },
    measure: {
      kind: 'choice',
      choices: ['area', 'width', 'height', 'diagonal'],
      default: 'area',
      doc: 'Of two subjects: area of the silhouette (outer outline, holes filled), or width, height or diagonal of the box of visible ink (the length of a straight line, however it is turned).',
    },
  },
  validate: ({ is }) => (is === undefined ? ['expected "is", got nothing; say the wanted ratio'] : []),
  evaluate: (input) => (input.subjects.length === 1 ? evaluateOne(input) : evaluatePair(input)),
};

function evaluateOne(input: CheckInput): Finding {
  const subject = chosen(input, 0);
  const box = boxOf(subject, input);
  const evidence: Evidence[] = [{ kind: 'box', box: subject.ink.box, label: subject.name, tone: 'subject' }];
  const found = widthOf(box) / Math.max(heightOf(box), Number.EPSILON);
  return judge(input, {
    found,
    words: `${subject.the}'s width is ${rounded(found)} times its height`,
    evidence,
  });
}

function evaluatePair(input: CheckInput): Finding {
  const [one, other] = [chosen(input, 0), chosen(input, 1)];
  const measure = textOf(input.parameters, 'measure');
  const size = (thing: Chosen) => sizeOf(thing, { measure, box: boxOf(thing, input) });
  const found = size(one) / Math.max(size(other), Number.EPSILON);
  const words = `${one.the}'s ${measure} is ${rounded(found)} times ${other.the}'s`;
  return judge(input, { found, words, evidence: bothBoxes(one, other) });
}

function judge(
  { parameters }: CheckInput,
  { found, words, evidence }: { found: number; words: string; evidence: readonly Evidence[] },
): Finding {
  const [wanted, within] = [numberOf(parameters, 'is'), numberOf(parameters, 'within')];
  const off = Math.max(found / wanted, wanted / Math.max(found, Number.EPSILON)) - 1;
  const range = `${rounded(wanted / (1 + within))} to ${rounded(wanted * (1 + within))}`;
  return byMargin(within - off, `${words}; ${range} is wanted`, evidence);
}

function boxOf({ thing }: Chosen, { scene, grounding }: CheckInput): Box {
  return fineBox(thing, { marks: scene.marks, frame: grounding.frame });
}

function sizeOf({ ink }: Chosen, { measure, box }: { measure: string; box: Box }): number {
  if (measure === 'area') return areaPx(silhouette(ink.full));
  if (measure === 'width') return widthOf(box);
  return measure === 'height' ? heightOf(box) : Math.hypot(widthOf(box), heightOf(box));
}

function widthOf({ xMin, xMax }: Box): number {
  return xMax - xMin;
}

function heightOf({ yMin, yMax }: Box): number {
  return yMax - yMin;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
