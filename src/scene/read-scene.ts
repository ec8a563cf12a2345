import type { Box } from '../domain/geometry.ts';
import type { SceneReading, SceneRequest } from '../domain/ports.ts';
import type { LaterFrame } from '../domain/rendered.ts';
import type { Scene } from '../domain/scene.ts';
import { groundSubjects } from './ground.ts';
import type { Matrix } from './marks/matrix.ts';
import { readMarks } from './marks/read-marks.ts';
import { createMasker } from './masks.ts';
import { type OpenedPage, openPage, turnToPage } from './open-page.ts';
import { type Picture, takePicture } from './picture.ts';
import { pageObjects } from './recorder.ts';
import { RefusedError } from './refusal.ts';

/**
 * Reads a PDF in this process: picture, geometry, subjects, of the first page or of each frame. What is wrong with the PDF
 * is an outcome; a bug flies.
 */
export async function readScene({ pdf, frames, ...request }: SceneRequest): Promise<SceneReading> {
  try {
    await using opened = await openPage(pdf, frames);
    const first = await readPage(opened, request);
    if (first.outcome !== 'drawn' || frames === undefined) return first;
    const laterFrames: LaterFrame[] = [];
    for (let frame = 2; frame <= Math.min(frames, opened.document.numPages); frame += 1) {
      const page = await readPage(await turnToPage(opened, frame), request);
      if (page.outcome !== 'drawn') return { ...page, reason: `Frame ${frame}: ${page.reason}` };
      laterFrames.push({ png: page.png, scene: page.scene, grounding: page.grounding });
    }
    return { ...first, laterFrames };
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}

async function readPage(
  opened: OpenedPage,
  { subjects, picture: isSeen = true }: Omit<SceneRequest, 'pdf'>,
): Promise<SceneReading> {
  const picture = await takePicture(opened);
  const { marks, parts, hidings, hasRasterImage } = marksOf(opened, picture);
  if (hasRasterImage)
    return { outcome: 'forbidden', reason: 'The drawing holds a raster image, which is not drawn.' };
  const box = picture.inkBox;
  if (box === null) return { outcome: 'blank', reason: blankReason(marks.length) };
  const masker = await createMasker(opened, { inkBox: box, marks, hidings });
  const grounding = await groundSubjects({ marks, parts }, subjects, masker);
  const scene: Scene = {
    version: 1,
    page: pageSize(opened),
    box,
    diagonalPt: Math.hypot(box.xMax - box.xMin, box.yMax - box.yMin),
    marks,
    parts,
    notes: opened.notes,
  };
  const { widthPx, heightPx } = picture;
  const png = isSeen ? picture.encode() : new Uint8Array();
  return { outcome: 'drawn', png, widthPx, heightPx, scene, grounding };
}

function marksOf({ page }: OpenedPage, { operations }: Picture) {
  const { widthPt, heightPt } = pageSize({ page });
  const [xMin = 0, yMin = 0] = page.view;
  const matrix: Matrix = [1, 0, 0, 1, -xMin, -yMin];
  const pageBox: Box = { xMin: 0, yMin: 0, xMax: widthPt, yMax: heightPt };
  return readMarks(operations, pageObjects(page), { page: pageBox, matrix });
}

function pageSize({ page }: Pick<OpenedPage, 'page'>): Scene['page'] {
  const { width, height } = page.getViewport({ scale: 1 });
  return { widthPt: width, heightPt: height };
}

function blankReason(markCount: number): string {
  if (markCount === 0) return 'The page is empty.';
  return `Nothing can be seen: ${markCount} marks are white, transparent, clipped away or off the page.`;
}
