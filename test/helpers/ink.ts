import type { CheckInput, Finding, ParameterValue } from '../../src/domain/check.ts';
import type { Box, Mask, MaskFrame, Point } from '../../src/domain/geometry.ts';
import type { Mark, RecognisedShape, Scene } from '../../src/domain/scene.ts';
import type { GroundedSubject, Grounding, Ink, Thing } from '../../src/domain/subject.ts';
import type { CheckSpec, Task } from '../../src/domain/task.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';

/** What is inked, in points, y up. */
export type Form = (point: Point) => boolean;

/** A shape to draw: ink of a subject, painted over all before it. */
export interface Stroke {
  readonly subject: string;
  readonly form: Form;
  readonly mark?: Partial<Mark>;
  /** See-through: what is beneath stays visible. */
  readonly isSeeThrough?: boolean;
}

export function rectangle(xMin: number, yMin: number, xMax: number, yMax: number): Form {
  return ({ x, y }) => x >= xMin && x <= xMax && y >= yMin && y <= yMax;
}

export function disc(x: number, y: number, radius: number): Form {
  return (point) => Math.hypot(point.x - x, point.y - y) <= radius;
}

export function ring(x: number, y: number, radius: number): Form {
  return (point) => Math.abs(Math.hypot(point.x - x, point.y - y) - radius) <= 1.5;
}

/** One drawing: subjects of one thing each for each stroke, full and visible masks as paint order has it. */
export interface Picture {
  readonly scene: Scene;
  readonly grounding: Grounding;
}

export interface PictureOptions {
  readonly widthPt?: number;
  readonly heightPt?: number;
  readonly pxPerPt?: number;
}

/** A picture on a page of 300 × 200 pt at 1 px a pt, unless said otherwise. Several strokes of one subject are several things. */
export function picture(strokes: readonly Stroke[], options: PictureOptions = {}): Picture {
  const { widthPt = 300, heightPt = 200, pxPerPt = 1 } = options;
  const frame: MaskFrame = {
    xMinPt: 0,
    yMaxPt: heightPt,
    pxPerPt,
    widthPx: Math.round(widthPt * pxPerPt),
    heightPx: Math.round(heightPt * pxPerPt),
  };
  const fulls = strokes.map(({ form }) => paint(form, frame));
  const inks = fulls.map((full, index) => {
    const covers = fulls.filter((_, later) => later > index && strokes[later]?.isSeeThrough !== true);
    return inkOf(full, uncovered(full, covers), frame);
  });
  const marks = strokes.map(({ mark }, index) => markOf(inks[index]!, { index, ...mark }));
  const subjects: Record<string, GroundedSubject> = {};
  for (const name of new Set(strokes.map(({ subject }) => subject))) {
    const things = strokes.flatMap(({ subject }, index) => {
      const ink = inks[index]!;
      return subject === name && ink.visiblePx > 0 ? [{ marks: [index], ink }] : [];
    });
    subjects[name] = grounded(name, things);
  }
  const all = inks.filter(({ visiblePx }) => visiblePx > 0).map(({ box }) => box);
  const box = all.length === 0 ? null : around(all);
  const diagonalPt = box === null ? 0 : Math.hypot(box.xMax - box.xMin, box.yMax - box.yMin);
  const page = { widthPt, heightPt };
  return {
    scene: { version: 1, page, box, diagonalPt, marks, parts: [], notes: [] },
    grounding: { frame, subjects },
  };
}

/** A subject with these things; ambiguous when there are several. */
function grounded(name: string, things: readonly Thing[]): GroundedSubject {
  if (things.length === 0) {
    return { name, by: null, how: `no mark has the label "${name}"`, things, chosen: null };
  }
  const how =
    things.length === 1
      ? `by its label "${name}"`
      : `by its label "${name}": ${things.length} things, expected one`;
  return { name, by: 'label', how, things, chosen: things.length === 1 ? things[0]! : null };
}

/** The finding of one check, its defaults filled in. */
export function examine(
  { scene, grounding }: Picture,
  check: string,
  of: readonly string[],
  parameters: Readonly<Record<string, ParameterValue>> = {},
): Finding {
  const definition = CHECKS.find(({ name }) => name === check)!;
  const defaults = Object.entries(definition.parameters).flatMap(([key, spec]) =>
    'default' in spec && spec.default !== undefined ? [[key, spec.default] as const] : [],
  );
  const input: CheckInput = {
    scene,
    grounding,
    subjects: of.map((name) => grounding.subjects[name] ?? grounded(name, [])),
    parameters: { ...Object.fromEntries(defaults), ...parameters },
  };
  return definition.evaluate(input);
}

/** A finding but for its evidence. */
export function verdictOf(finding: Finding): Omit<Finding, 'evidence'> {
  const { met, margin, reason } = finding;
  return { met, margin, reason };
}

/** A mark with the given fields; else a grey, unstroked path with the box of the ink. */
function markOf(ink: { readonly box: Box }, fields: Partial<Mark>): Mark {
  return {
    index: 0,
    kind: 'path',
    operators: [],
    box: ink.box,
    outlines: [outlineOf(ink.box)],
    fill: '#808080',
    stroke: null,
    strokeWidthPt: 0.4,
    fillOpacity: 1,
    strokeOpacity: 1,
    shapes: [null],
    text: null,
    parts: [],
    comment: null,
    ...fields,
  };
}

export function shaped(shape: RecognisedShape | null): Partial<Mark> {
  return { shapes: [shape] };
}

/** A text mark. */
export function lettered(text: string, fields: Partial<Mark> = {}): Partial<Mark> {
  return { kind: 'text', text, outlines: [], shapes: [], fill: '#000000', ...fields };
}

export function outlineOf({ xMin, yMin, xMax, yMax }: Box) {
  const points = [
    { x: xMin, y: yMin },
    { x: xMax, y: yMin },
    { x: xMax, y: yMax },
    { x: xMin, y: yMax },
  ];
  return { points, closed: true };
}

/** A task with these checks. Fields that a test says nothing of are the plainest. */
export function taskOf(
  checks: readonly (Partial<CheckSpec> & { id: string; check: string })[],
  fields: Partial<Task> = {},
): Task {
  const spec = { skill: 'test', of: [], needs: [], weight: 1, parameters: {} };
  return {
    id: 'test/task',
    suite: 'test',
    title: 'A task',
    prompt: 'Draw.',
    tracks: ['blind'],
    tags: [],
    subjects: {},
    checks: checks.map((check) => ({ ...spec, ...check })),
    drawings: [],
    path: 'task.yaml',
    hash: '0',
    ...fields,
  };
}

function paint(form: Form, frame: MaskFrame): Mask {
  const { widthPx, heightPx, pxPerPt, xMinPt, yMaxPt } = frame;
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    for (let column = 0; column < widthPx; column += 1) {
      const point = { x: xMinPt + (column + 0.5) / pxPerPt, y: yMaxPt - (row + 0.5) / pxPerPt };
      if (form(point)) pixels[row * widthPx + column] = 1;
    }
  }
  return { widthPx, heightPx, pixels };
}

function uncovered(full: Mask, covers: readonly Mask[]): Mask {
  const pixels = Uint8Array.from(full.pixels);
  for (const cover of covers) {
    for (let at = 0; at < pixels.length; at += 1) if (cover.pixels[at] === 1) pixels[at] = 0;
  }
  return { ...full, pixels };
}

/** Ink from two masks: box and centroid of what is visible. */
function inkOf(full: Mask, visible: Mask, { pxPerPt, xMinPt, yMaxPt }: MaskFrame): Ink {
  let [count, sumX, sumY] = [0, 0, 0];
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  visible.pixels.forEach((pixel, at) => {
    if (pixel === 0) return;
    const x = xMinPt + ((at % visible.widthPx) + 0.5) / pxPerPt;
    const y = yMaxPt - (Math.floor(at / visible.widthPx) + 0.5) / pxPerPt;
    const half = 0.5 / pxPerPt;
    [count, sumX, sumY] = [count + 1, sumX + x, sumY + y];
    [xMin, xMax] = [Math.min(xMin, x - half), Math.max(xMax, x + half)];
    [yMin, yMax] = [Math.min(yMin, y - half), Math.max(yMax, y + half)];
  });
  const fullPx = full.pixels.reduce((sum, pixel) => sum + pixel, 0);
  const isEmpty = count === 0;
  return {
    full,
    visible,
    box: isEmpty ? { xMin: 0, yMin: 0, xMax: 0, yMax: 0 } : { xMin, yMin, xMax, yMax },
    centroid: isEmpty ? { x: 0, y: 0 } : { x: sumX / count, y: sumY / count },
    fullPx,
    visiblePx: count,
  };
}

function around(boxes: readonly Box[]): Box {
  return {
    xMin: Math.min(...boxes.map(({ xMin }) => xMin)),
    yMin: Math.min(...boxes.map(({ yMin }) => yMin)),
    xMax: Math.max(...boxes.map(({ xMax }) => xMax)),
    yMax: Math.max(...boxes.map(({ yMax }) => yMax)),
  };
}
