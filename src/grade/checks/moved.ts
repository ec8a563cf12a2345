import type { CheckDefinition, CheckInput, Evidence } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import { byMargin, type Chosen, chosen, inD, numberOf, plain, textOf } from '../finding.ts';
import { type Common, commonMoves, type Move, moveOf, offOf, scaleBetween } from '../geometry/common-move.ts';

/** More than a shake of the hand (2 % passes for staying): 5 mm in a drawing of 10 cm. A judgement, not measured. */
const LEAST_WAY = 0.05;

const ALONG: Readonly<Record<string, (way: Point) => number>> = {
  left: ({ x }) => -x,
  right: ({ x }) => x,
  up: ({ y }) => y,
  down: ({ y }) => -y,
  any: ({ x, y }) => Math.hypot(x, y),
};

/**
 * Met when A's centre (of its silhouette, covered parts included) lies at least `by` × D further in the direction than
 * in the picture before: against B where one is named, else on the page of a moving scene, else against what most other
 * subjects of the task did. Where two groups of them are as large, the one that says so counts. Ways across the
 * direction play no part. Margin: what goes beyond, a fraction of D; none where nothing tells where A was.
 */
export const moved: CheckDefinition = {
  name: 'moved',
  summary:
    'A lies at least `by` × D further in the `direction` than in the picture before: against B, else against the page (frames) or most other subjects (turns).',
  subjects: { min: 1, max: 2 },
  wants: 'one',
  compares: 'before',
  parameters: {
    direction: {
      kind: 'choice',
      choices: ['any', 'left', 'right', 'up', 'down'],
      default: 'any',
      doc: 'Where to.',
    },
    by: { kind: 'number', default: LEAST_WAY, min: 0, max: 10, doc: 'Least way, a fraction of D.' },
  },
  evaluate(input) {
    const subject = chosen(input, 0);
    const own = moveOf(subjectName(input, 0), input);
    const common = input.subjects.length > 1 ? alongWith(input) : commonMoves(input, [subjectName(input, 0)]);
    const direction = textOf(input.parameters, 'direction');
    const amount = ALONG[direction] ?? (() => 0);
    const ways = own === null ? [] : common.map((one) => offOf(own, one));
    const [first, ...others] = ways;
    if (own === null || first === undefined)
      return plain(false, `nothing else tells where ${subject.the} was`, []);
    const way = others.reduce((best, next) => (amount(next) > amount(best) ? next : best), first);
    const went = amount(way) / input.scene.diagonalPt;
    const by = numberOf(input.parameters, 'by');
    const where = direction === 'any' ? '' : ` ${direction}`;
    const reason = `${subject.the} moved ${inD(went)}${where}; at least ${inD(by)} is wanted`;
    return byMargin(went - by, reason, evidenceOf(subject, own, way));
  },
};

function subjectName({ subjects }: CheckInput, index: number): string {
  return subjects[index]?.name ?? '';
}

/** B stays where it is. */
function alongWith(input: CheckInput): readonly Common[] {
  const reference = moveOf(subjectName(input, 1), input);
  if (reference === null) return [];
  const scale = input.before === undefined ? 1 : scaleBetween({ ...input, before: input.before });
  const shift = offOf(reference, { scale, shift: { x: 0, y: 0 }, votes: 1 });
  return [{ scale, shift, votes: 1 }];
}

function evidenceOf({ ink, name }: Chosen, { after }: Move, way: Point): Evidence[] {
  const from = { x: after.centre.x - way.x, y: after.centre.y - way.y };
  return [
    { kind: 'box', box: ink.box, label: name, tone: 'subject' },
    { kind: 'line', from, to: after.centre, label: 'moved', tone: 'contact' },
  ];
}
