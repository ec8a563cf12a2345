import type { CheckInput, PictureBefore } from '../../domain/check.ts';
import type { Thing } from '../../domain/subject.ts';
import { type Body, bodyOf } from './body.ts';
import { commonMoves, offOf, scaleBetween } from './common-move.ts';
import { keptColours } from './kept-colours.ts';
import { overlapOf } from './likeness.ts';
import { solidInk } from './solid-ink.ts';

/** One subject of the check in both pictures. */
export interface Compared {
  readonly before: Body;
  readonly after: Body;
  /** Intersection over union of the silhouettes, laid centre on centre, at one size, not turned. */
  readonly overlap: number;
  /** New size over old size, after the scale that both pictures have in common. */
  readonly growth: number;
  /** Share of the silhouette that keeps its colour. */
  readonly kept: number;
  /** How far it went against what most others did, a fraction of D; null where nothing tells. */
  readonly off: number | null;
  /** Whether more than one other subject, or the page, says so. */
  readonly isSure: boolean;
}

/** @param deltaE what is one colour, in OKLab. @throws Error where a comparing check is not given the picture before. */
export function compare(input: CheckInput, deltaE: number): Compared {
  const { before, grounding, scene, subjects } = input;
  const [subject, old] = [subjects[0], before?.subjects[0]];
  if (before === undefined || !subject?.chosen || !old?.chosen)
    throw new Error('A comparing check wants the subject in both pictures.');
  const [one, other] = [
    bodyFrom(old.chosen, { scene: before.scene, frame: before.grounding.frame }),
    bodyFrom(subject.chosen, { scene, frame: grounding.frame }),
  ];
  const painted = [
    { thing: old.chosen, scene: before.scene, frame: before.grounding.frame, inkShare: one.inkShare },
    { thing: subject.chosen, scene, frame: grounding.frame, inkShare: other.inkShare },
  ] as const;
  return {
    before: one,
    after: other,
    overlap: overlapOf(one, other),
    growth: other.radiusPt / one.radiusPt / scaleBetween({ ...input, before }),
    kept: keptColours(...painted, deltaE),
    ...placeOf(input, { name: subject.name, before: one, after: other }),
  };
}

function placeOf(
  input: CheckInput & { readonly before?: PictureBefore },
  move: { readonly name: string; readonly before: Body; readonly after: Body },
): Pick<Compared, 'off' | 'isSure'> {
  const common = commonMoves(input, [move.name]);
  const offs = common.map((one) => {
    const { x, y } = offOf(move, one);
    return Math.hypot(x, y) / input.scene.diagonalPt;
  });
  const isSure = common.some(({ votes }) => votes > 1);
  return { off: offs.length === 0 ? null : Math.min(...offs), isSure };
}

function bodyFrom(thing: Thing, picture: Parameters<typeof solidInk>[1]): Body {
  const body = bodyOf(solidInk(thing, picture), picture.frame);
  if (body === null) throw new Error('A thing has ink.');
  return body;
}
