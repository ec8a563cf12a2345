import type { PictureBefore } from '../domain/check.ts';
import type { SeenPicture } from '../domain/rendered.ts';
import type { GroundedSubject } from '../domain/subject.ts';
import type { CheckSpec } from '../domain/task.ts';

/** A picture that a criterion is held against, and what there was before it. */
export interface View {
  readonly picture: SeenPicture;
  /** From 1; null in a task of one picture. */
  readonly frame: number | null;
  readonly before: { readonly picture: SeenPicture; readonly sharesPage: boolean } | null;
}

/** The pictures of a drawing, and those of the turn before. */
export interface Pictures {
  readonly frames: readonly SeenPicture[];
  /** How many frames the task asks for; null: it asks for one picture. */
  readonly wanted: number | null;
  readonly before: readonly SeenPicture[] | null;
}

/**
 * The views in which a criterion must hold; the number of a frame that was not drawn. A criterion that compares has no
 * view of the first frame.
 */
export function viewsFor(
  { frames: named }: Pick<CheckSpec, 'frames'>,
  { frames, wanted, before }: Pictures,
  compares: boolean,
): readonly (View | number)[] {
  if (wanted === null) {
    const [picture] = frames;
    const [old] = before ?? [];
    if (picture === undefined) return [1];
    return [{ picture, frame: null, before: old === undefined ? null : { picture: old, sharesPage: false } }];
  }
  const all = named ?? Array.from({ length: wanted }, (_, index) => index + 1);
  return all
    .filter((frame) => frame > 1 || !compares)
    .map((frame) => {
      const [picture, old] = [frames[frame - 1], frames[frame - 2]];
      if (picture === undefined) return frame;
      return { picture, frame, before: old === undefined ? null : { picture: old, sharesPage: true } };
    });
}

/** A subject in a picture. @throws Error when the drawing was not searched for it (a bug) */
export function subjectIn({ grounding }: SeenPicture, name: string): GroundedSubject {
  const subject = grounding.subjects[name];
  if (subject === undefined) throw new Error(`The drawing was not searched for the subject "${name}".`);
  return subject;
}

/** What a comparing check is given of the picture before; null where there is none. */
export function pictureBefore({ before }: View, names: readonly string[]): PictureBefore | null {
  if (before === null) return null;
  const { picture, sharesPage } = before;
  const { grounding, scene } = picture;
  return { subjects: names.map((name) => subjectIn(picture, name)), grounding, scene, sharesPage };
}
