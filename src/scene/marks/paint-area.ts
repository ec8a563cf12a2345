import type { Box } from '../../domain/geometry.ts';
import type { MarkKind } from '../../domain/scene.ts';
import { intersectBoxes, transformedBox } from './matrix.ts';
import { shadingColour } from './middle-colour.ts';
import { describe } from './paint-path.ts';
import { addMark, type NewMark, type ReaderState } from './reader-state.ts';

/** Follows `shadingFill`: it paints the current clip, so that the clipping path is its outline. */
export function paintShading(reader: ReaderState, args: readonly unknown[], operator: number): void {
  const { outlines, shapes, box } = describe(reader, reader.now.clipPath);
  const seen = outlines.length > 0 ? intersectBoxes(reader.now.clip, box) : reader.now.clip;
  const mark = { ...areaMark(reader, 'shading', { box: seen, operator }), outlines, shapes };
  addMark(reader, { ...mark, fill: shadingColour(reader, args[0]) }, { operator, hiding: null });
}

/** Follows every operation that paints an image: it fills the unit square. */
export function paintImage(reader: ReaderState, operator: number): void {
  reader.hasRasterImage = true;
  const unitSquare = { xMin: 0, yMin: 0, xMax: 1, yMax: 1 };
  const box = intersectBoxes(reader.now.clip, transformedBox(reader.now.matrix, unitSquare));
  addMark(reader, areaMark(reader, 'image', { box, operator }), { operator, hiding: null });
}

function areaMark(
  { now }: ReaderState,
  kind: MarkKind,
  { box, operator }: { box: Box; operator: number },
): NewMark {
  return {
    kind,
    operators: [operator],
    box,
    outlines: [],
    shapes: [],
    fill: null,
    stroke: null,
    strokeWidthPt: 0,
    fillOpacity: now.fillOpacity * now.groupOpacity,
    strokeOpacity: now.strokeOpacity * now.groupOpacity,
    text: null,
  };
}
