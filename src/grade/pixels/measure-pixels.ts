import type { Box } from '../../domain/geometry.ts';
import type { SeenPicture } from '../../domain/rendered.ts';
import type { Task } from '../../domain/task.ts';
import type { PixelMeasures } from '../../domain/verdict.ts';
import { changedOutside } from './changed-outside.ts';
import { likenessToReference } from './compare-pictures.ts';

/** A drawing with what its pixels may be compared with. */
export interface Measurable {
  readonly task: Pick<Task, 'checks'>;
  /** Which turn of an edit task it answers. */
  readonly turn: number;
  readonly picture: SeenPicture;
  /** The picture of the turn before, or the one that was given. */
  readonly before?: SeenPicture;
  /** The picture that the task refers to, as PNG. */
  readonly reference?: Uint8Array;
}

/** What pixels tell of a drawing; null where there is nothing to compare with. */
export function measurePixels({ picture, before, reference, ...asked }: Measurable): PixelMeasures | null {
  const { png } = picture;
  if (!png || png.length === 0) return null;
  const isEdit = before?.png !== undefined && before.png.length > 0;
  const boxes = { before: before ? askedBoxes(before, asked) : [], after: askedBoxes(picture, asked) };
  const measures = {
    ...(isEdit && {
      changedOutside: changedOutside({ ...before, png: before.png }, { ...picture, png }, boxes).share,
    }),
    ...(reference && { likeReference: likenessToReference(png, reference) }),
  };
  return Object.keys(measures).length === 0 ? null : measures;
}

/** Where what a turn asks for lies: all that its checks speak of, but for what they want unchanged. */
function askedBoxes(
  { grounding }: SeenPicture,
  { task, turn }: Pick<Measurable, 'task' | 'turn'>,
): readonly Box[] {
  const wanted = task.checks.filter(
    ({ check, turn: ofTurn = 1 }) => ofTurn === turn && check !== 'unchanged' && check !== 'there',
  );
  const names = new Set(wanted.flatMap(({ of }) => of));
  return [...names].flatMap(
    (name) => grounding.subjects[name]?.things.flatMap(({ ink }) => ink.box ?? []) ?? [],
  );
}
