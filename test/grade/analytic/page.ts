import type { CheckInput, Finding, ParameterValue, PictureBefore } from '../../../src/domain/check.ts';
import type { SubjectSpec } from '../../../src/domain/subject.ts';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { onePage } from '../../helpers/make-pdf.ts';
import { readDrawn } from '../../scene/read-drawn.ts';

/** Content of a part: path operators of PDF. */
export type Ink = string;
/** Parts by label, in paint order. */
export type Drawing = Readonly<Record<string, Ink>>;

/** The frame that every drawing has: its ink is 400 by 300 points, so D is 500 and a pixel of the masks 0.78. */
const FRAME: Ink = '0.9 G 1 w 0.5 0.5 399 299 re S';

export interface AnalyticCase {
  readonly check: string;
  readonly name: string;
  readonly drawing: Drawing;
  readonly of: readonly string[];
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly met: boolean;
  /** How a subject is found where it has no label. */
  readonly subjects?: Readonly<Record<string, SubjectSpec>>;
  readonly before?: Drawing;
  /** Turns are cropped each for itself; frames share a page. */
  readonly sharesPage?: boolean;
}

/** What is done to the page as a whole: the matrix of `cm`, and content after it. */
export interface Warp {
  readonly matrix: string;
  readonly scale: number;
  readonly extra?: string;
}
const STILL: Warp = { matrix: '1 0 0 1 0 0', scale: 1 };

/** A filled upright rectangle. */
export function box(xMin: number, yMin: number, xMax: number, yMax: number, fill = '0.2 0.4 0.8'): Ink {
  return `${fill} rg ${xMin} ${yMin} ${xMax - xMin} ${yMax - yMin} re f`;
}

/** Bézier's circle, 0.03 % off. */
function circlePath(x: number, y: number, radius: number, ry = radius): string {
  const [k, m] = [0.5523 * radius, 0.5523 * ry];
  return [
    `${x + radius} ${y} m`,
    `${x + radius} ${y + m} ${x + k} ${y + ry} ${x} ${y + ry} c`,
    `${x - k} ${y + ry} ${x - radius} ${y + m} ${x - radius} ${y} c`,
    `${x - radius} ${y - m} ${x - k} ${y - ry} ${x} ${y - ry} c`,
    `${x + k} ${y - ry} ${x + radius} ${y - m} ${x + radius} ${y} c h`,
  ].join(' ');
}

export function disc(x: number, y: number, radius: number, fill = '0.9 0.1 0.1'): Ink {
  return `${fill} rg ${circlePath(x, y, radius)} f`;
}

export function ellipse(x: number, y: number, rx: number, ry: number): Ink {
  return `0.9 0.1 0.1 rg ${circlePath(x, y, rx, ry)} f`;
}

export function ring(x: number, y: number, radius: number, widthPt = 1): Ink {
  return `0 G ${widthPt} w ${circlePath(x, y, radius)} S`;
}

/** A black line from point to point. */
export function line(points: readonly (readonly [number, number])[], widthPt = 1): Ink {
  const steps = points.map(([x, y], index) => `${x.toFixed(4)} ${y.toFixed(4)} ${index === 0 ? 'm' : 'l'}`);
  return `0 G ${widthPt} w ${steps.join(' ')} S`;
}

export function polygon(points: readonly (readonly [number, number])[], fill = '0.2 0.4 0.8'): Ink {
  const steps = points.map(([x, y], index) => `${x.toFixed(4)} ${y.toFixed(4)} ${index === 0 ? 'm' : 'l'}`);
  return `${fill} rg ${steps.join(' ')} h f`;
}

/** The tip of an arrow that points along the angle to the point. */
export function tip(x: number, y: number, angleDeg: number): Ink {
  const corner = (turn: number, away: number): readonly [number, number] => {
    const angle = ((angleDeg + turn) * Math.PI) / 180;
    return [x + away * Math.cos(angle), y + away * Math.sin(angle)];
  };
  return polygon([[x, y], corner(160, 10), corner(200, 10)], '0 0 0');
}

export function at(
  angleDeg: number,
  length: number,
  [x, y]: readonly [number, number],
): readonly [number, number] {
  const angle = (angleDeg * Math.PI) / 180;
  return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
}

/** Whether the check is met, through the real reader of scenes. */
export async function decide(asked: AnalyticCase, warp: Warp = STILL): Promise<Finding> {
  const definition = CHECKS.find(({ name }) => name === asked.check);
  if (definition === undefined) throw new Error(`No check is called ${asked.check}.`);
  const names = new Set([...Object.keys(asked.drawing), ...Object.keys(asked.before ?? {}), ...asked.of]);
  const subjects = Object.fromEntries(
    [...names]
      .filter((name) => name !== 'frame')
      .map((name) => [name, asked.subjects?.[name] ?? { label: name }]),
  );
  const drawn = await readDrawn(pdfOf(asked.drawing, warp), subjects);
  const defaults = Object.entries(definition.parameters).flatMap(([key, spec]) =>
    'default' in spec && spec.default !== undefined ? [[key, spec.default] as const] : [],
  );
  const input: CheckInput = {
    scene: drawn.scene,
    grounding: drawn.grounding,
    subjects: asked.of.map((name) => drawn.grounding.subjects[name]!),
    parameters: { ...Object.fromEntries(defaults), ...asked.parameters },
    ...(asked.before !== undefined && { before: await pictureBefore(asked, subjects, warp) }),
  };
  return definition.evaluate(input);
}

async function pictureBefore(
  { before, of, sharesPage }: AnalyticCase,
  subjects: Readonly<Record<string, SubjectSpec>>,
  warp: Warp,
): Promise<PictureBefore> {
  const { scene, grounding } = await readDrawn(pdfOf(before ?? {}, warp), subjects);
  return {
    scene,
    grounding,
    sharesPage: sharesPage === true,
    subjects: of.map((name) => grounding.subjects[name]!),
  };
}

const FONT = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

function pdfOf(drawing: Drawing, { matrix, scale, extra = '' }: Warp): Uint8Array {
  const parts = Object.entries(drawing).map(
    ([label, ink]) => `/Part.${Buffer.from(label).toString('hex')} BMC ${ink} EMC`,
  );
  const content = `q ${matrix} cm ${FRAME} ${parts.join('\n')} Q ${extra}`;
  const [widthPt, heightPt] = [420 * scale, 320 * scale];
  return onePage(content, { page: `/MediaBox [0 0 ${widthPt} ${heightPt}]`, resources: FONT });
}
