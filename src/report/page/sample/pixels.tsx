import type { PixelMeasures } from '../../../domain/verdict.ts';
import { finePercent } from '../words.ts';

/** What comparing pixels tells of a round, in a quiet line; nothing where there was nothing to compare with. */
export function Pixels({ pixels = {} }: { readonly pixels: PixelMeasures | undefined }) {
  const { changedOutside, likeReference } = pixels;
  if (changedOutside === undefined && likeReference === undefined) return null;
  return (
    <p class="pixels">
      Pixels:{' '}
      {changedOutside !== undefined && (
        <span title="How much of the picture looks other than before, outside of the boxes around what was asked for, among the pixels with ink there. It earns nothing and costs nothing.">
          {finePercent(changedOutside)} changed outside of what was asked for.
        </span>
      )}{' '}
      {likeReference !== undefined && (
        <span title="How much of the drawing is as in the picture that the task refers to; 100 % is the same. It earns nothing: there are other ways to draw it right.">
          {finePercent(likeReference)} like the reference picture.
        </span>
      )}
    </p>
  );
}
