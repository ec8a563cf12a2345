import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../src/domain/geometry.ts';
import type { SceneReader, SceneReading } from '../../src/domain/ports.ts';
import { picturesOf, type RenderedDrawing } from '../../src/domain/rendered.ts';
import type { Scene } from '../../src/domain/scene.ts';
import type { CheckSpec } from '../../src/domain/task.ts';
import { readDisplayList, writeDisplayList } from '../../src/sweep/mutants/display-list.ts';
import { makeMutants } from '../../src/sweep/mutants/make-mutants.ts';
import { mutantsOf, requestOf } from '../../src/sweep/mutants/mutants-of.ts';
import { openContent } from '../../src/sweep/mutants/pdf-content.ts';
import { proveMutants } from '../../src/sweep/mutants/prove-mutants.ts';
import { renderReply } from '../../src/sweep/render-drawing.ts';
import { makeTask } from '../helpers/sweep-world.ts';
import { openTestWorkshop, ROOT, type TestWorkshop } from '../helpers/workshop.ts';

const check = (id: string, name: string, of: readonly string[]): CheckSpec => ({
  ...{ id, skill: 'order', check: name, of, weight: 1, parameters: {} },
  needs: name === 'there' ? [] : of.map((subject) => `${subject}-there`),
});

/** A red triangle with a bar of two colours to the right of it, half covered by a disc. */
const TASK = makeTask('made/up', {
  subjects: { roof: { label: 'roof' }, bar: { label: 'bar' }, disc: { label: 'disc' } },
  checks: [
    ...['roof', 'bar', 'disc'].map((name) => check(`${name}-there`, 'there', [name])),
    check('roof-left-of-bar', 'left-of', ['roof', 'bar']),
    { ...check('same-level', 'aligned', ['bar', 'disc']), parameters: { on: 'bottom', within: 0.2 } },
  ],
});
const DRAWING = `\\begin{tikzpicture}
\\begin{scope}[part=roof]\\fill[red] (0,0) -- (2,0) -- (0,1) -- cycle;\\end{scope}
\\begin{scope}[part=bar]\\fill[blue] (4,0) rectangle (5,2);\\fill[orange] (5,0) rectangle (6,2);\\end{scope}
\\begin{scope}[part=disc]\\fill[teal] (6,1) circle (0.5);\\end{scope}
\\end{tikzpicture}`;

let workshop: TestWorkshop;
let rendered: RenderedDrawing;

async function render(source: string, subjects = TASK.subjects): Promise<RenderedDrawing> {
  const made = await renderReply(source, { ...workshop, subjects });
  if (made.outcome !== 'drawn') throw new Error(made.reason);
  return made;
}

beforeAll(async () => {
  workshop = await openTestWorkshop();
  rendered = await render(DRAWING);
});
afterAll(() => workshop[Symbol.asyncDispose]());

/** Of two pictures, 0 to 255. */
async function largestDifference(...pictures: readonly [Uint8Array, Uint8Array]): Promise<number> {
  const [one, other] = await Promise.all(
    pictures.map(async (png) => {
      const image = await loadImage(Buffer.from(png));
      const context = createCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }),
  );
  return one!.reduce((most, value, at) => Math.max(most, Math.abs(value - (other![at] ?? 255))), 0);
}

describe('the display list', () => {
  it.each([
    'basics/house/drawings/good-1.tex',
    'figures/neural-network/drawings/good-1.tex',
    'figures/search-tree/drawings/good-1.tex',
    'otters/sea-otter/drawings/good-dusk.tex',
    'otters/otter-on-a-plane/drawings/good-biplane.tex',
    'unicorn/draw-a-unicorn/drawings/good-rainbow.tex',
  ])('of %s, read and written again, gives the same picture and the same marks', async (path) => {
    const { pdf, png, scene } = await render(readFileSync(join(ROOT, 'tasks', path), 'utf8'), {});
    const { operators, rewrite } = openContent(pdf);
    const page = { xMin: 0, yMin: 0, xMax: scene.page.widthPt, yMax: scene.page.heightPt };
    const again = rewrite(writeDisplayList(readDisplayList(operators)), page);
    const reading = await workshop.reader.read({ pdf: again, subjects: {} });
    expect(reading.outcome).toBe('drawn');
    if (reading.outcome !== 'drawn') return;
    // Coordinates are written with seven decimals: an edge may be a hair lighter.
    expect(await largestDifference(reading.png, png)).toBeLessThanOrEqual(8);
    const looks = ({ marks, parts }: Scene) => ({
      looks: marks.map(({ kind, fill, stroke, text, comment }) => ({ kind, fill, stroke, text, comment })),
      parts,
    });
    expect(looks(reading.scene)).toEqual(looks(scene));
  });
});

/** What of a subject is seen in a mutant, in the coordinates of the good drawing. */
interface Seen {
  readonly box: Box | null;
  readonly areaPt: number;
  readonly fills: readonly (string | null)[];
  readonly things: number;
}

function seenIn({ scene, grounding }: Extract<SceneReading, { outcome: 'drawn' }>, origin = { x: 0, y: 0 }) {
  return (name: string): Seen => {
    const chosen = grounding.subjects[name]?.chosen ?? null;
    const box = chosen?.ink.box;
    return {
      box: box
        ? {
            xMin: Math.round(box.xMin + origin.x),
            yMin: Math.round(box.yMin + origin.y),
            xMax: Math.round(box.xMax + origin.x),
            yMax: Math.round(box.yMax + origin.y),
          }
        : null,
      areaPt: (chosen?.ink.visiblePx ?? 0) / grounding.frame.pxPerPt ** 2,
      fills: (chosen?.marks ?? []).map((mark) => scene.marks[mark]?.fill ?? null),
      things: grounding.subjects[name]?.things.length ?? 0,
    };
  };
}

const width = ({ box }: Seen) => (box ? box.xMax - box.xMin : 0);
const height = ({ box }: Seen) => (box ? box.yMax - box.yMin : 0);

describe('a mutant', () => {
  type Fact = (after: (name: string) => Seen, before: (name: string) => Seen) => boolean;
  const FACTS: readonly (readonly [name: string, says: string, fact: Fact])[] = [
    ['remove roof', 'is without it', (after) => after('roof').box === null],
    ['hide bar', 'does not show it', (after) => after('bar').box === null],
    ['shift-right roof', 'has it right of all', (after) => after('roof').box!.xMin > after('disc').box!.xMax],
    ['shift-down bar', 'has it below all', (after) => after('bar').box!.yMax < after('roof').box!.yMin],
    ['shrink roof', 'has it small', (after, before) => width(after('roof')) < width(before('roof')) / 4],
    ['grow roof', 'has it large', (after, before) => height(after('roof')) > height(before('roof')) * 3],
    [
      'squash roof',
      'has it flat and as wide as before',
      (after, before) =>
        height(after('roof')) < height(before('roof')) / 2 &&
        width(after('roof')) >= width(before('roof')) - 2,
    ],
    [
      'rotate roof',
      'has it upright',
      (after, before) => height(after('roof')) > height(before('roof')) * 1.5,
    ],
    ['recolour roof', 'has it in another colour', (after) => !after('roof').fills.includes('#ff0000')],
    [
      'bring-to-front bar',
      'has it over the disc',
      (after, before) => after('disc').areaPt < before('disc').areaPt * 0.7,
    ],
    [
      'send-behind disc',
      'has it behind the bar',
      (after, before) => after('disc').areaPt < before('disc').areaPt * 0.7,
    ],
    [
      'swap roof bar',
      'has each in the place of the other',
      (after) => after('bar').box!.xMax < after('roof').box!.xMax && after('roof').box!.xMin > 80,
    ],
  ];

  it.each(FACTS)('%s %s', async (name, _says, fact) => {
    const mutant = makeMutants(TASK, rendered).mutants.find((one) => one.name === name);
    const reading = await workshop.reader.read({ pdf: mutant!.pdf, subjects: TASK.subjects });
    if (reading.outcome !== 'drawn') throw new Error(reading.reason);
    const { outcome: _, ...before } = rendered;
    const good = { ...before, outcome: 'drawn', widthPx: 1, heightPx: 1 } as const;
    expect(fact(seenIn(reading, mutant!.origin), seenIn(good))).toBe(true);
  });

  it.each([
    ['mirror-sideways roof', [1, 0]],
    ['mirror-upside-down roof', [0, 1]],
  ] as const)('%s has its weight on the other side', async (name, [sideways, upside]) => {
    const mutant = makeMutants(TASK, rendered).mutants.find((one) => one.name === name)!;
    const reading = await workshop.reader.read({ pdf: mutant.pdf, subjects: TASK.subjects });
    if (reading.outcome !== 'drawn') throw new Error(reading.reason);
    const from = rendered.grounding.subjects.roof!.chosen!.ink.centroid;
    const to = reading.grounding.subjects.roof!.chosen!.ink.centroid;
    expect([to.x + mutant.origin.x - from.x > 5, to.y + mutant.origin.y - from.y > 3]).toEqual([
      sideways === 1,
      upside === 1,
    ]);
  });

  it('is never painted in a colour that a subject is known by', async () => {
    const subjects = { ...TASK.subjects, plum: { colour: 'purple' } };
    const fills: unknown[] = [];
    for (const task of [TASK, { ...TASK, subjects }]) {
      const mutant = makeMutants(task, rendered).mutants.find(({ name }) => name === 'recolour roof')!;
      const reading = await workshop.reader.read({ pdf: mutant.pdf, subjects: TASK.subjects });
      fills.push(reading.outcome === 'drawn' && seenIn(reading)('roof').fills);
    }
    expect(fills).toEqual([['#8c1abf'], ['#009933']]);
  });

  it('of a moving scene breaks one frame and leaves the other where it was', async () => {
    const frame = (x: number) => `\\begin{tikzpicture}
\\begin{scope}[part=roof]\\fill[red] (0,0) -- (2,0) -- (0,1) -- cycle;\\end{scope}
\\begin{scope}[part=disc]\\fill[teal] (${x},3) circle (0.5);\\end{scope}
\\end{tikzpicture}`;
    const subjects = { roof: TASK.subjects.roof!, disc: TASK.subjects.disc! };
    const task = { ...TASK, subjects, frames: 2 };
    const good = await renderReply([frame(1), frame(4)].join('\n'), { ...workshop, subjects, frames: 2 });
    if (good.outcome !== 'drawn') throw new Error(good.reason);
    const { mutants, unmade } = mutantsOf(task, good);
    expect([unmade, new Set(mutants.map((mutant) => mutant.frame))]).toEqual([null, new Set([1, 2])]);
    const mutant = mutants.find(({ name }) => name === 'shift-down disc in frame 2')!;
    const reading = await workshop.reader.read(requestOf(mutant, task));
    if (reading.outcome !== 'drawn') throw new Error(reading.reason);
    const levels = picturesOf(reading).map(({ grounding }) => {
      const [roof, disc] = ['roof', 'disc'].map((name) => grounding.subjects[name]!.chosen!.ink.centroid);
      return disc!.y > roof!.y ? 'disc above roof' : 'disc below roof';
    });
    expect(levels).toEqual(['disc above roof', 'disc below roof']);
    const roofs = picturesOf(reading).map(({ grounding }) => grounding.subjects.roof!.chosen!.ink.box.xMin);
    expect(roofs[1]).toBeCloseTo(roofs[0]!, 0);
  });

  it('is not made of a drawing whose marks are not told apart', () => {
    const marks = rendered.scene.marks.slice(1);
    const { mutants, unmade } = makeMutants(TASK, { ...rendered, scene: { ...rendered.scene, marks } });
    expect({ mutants, unmade }).toEqual({
      mutants: [],
      unmade: 'its 3 marks are not told apart in the PDF',
    });
  });
});

/** Reads every mutant the same way. */
function readerOf(reading: SceneReading): SceneReader {
  return { read: async () => reading, async [Symbol.asyncDispose]() {} };
}

function unchanged(): SceneReading {
  const { png, grounding, scene } = rendered;
  return { outcome: 'drawn', png, widthPx: 1, heightPx: 1, grounding, scene };
}

describe('proveMutants', () => {
  const prove = (reader: SceneReader) =>
    proveMutants(TASK, { file: 'good.tex', rendered }, { reader, readAll: true });

  it('finds each criterion killed, with no survivor and no false flip, where graders see', async () => {
    const { kills, ...rest } = await prove(workshop.reader);
    expect(rest).toMatchObject({ file: 'good.tex', unmade: null, survivors: [], falseFlips: [], unread: [] });
    expect(kills['disc-there']).toEqual(['remove disc', 'hide disc']);
    expect(kills['roof-left-of-bar']).not.toContain('remove roof');
    expect(kills['roof-left-of-bar']).toEqual(expect.arrayContaining(['shift-right roof', 'swap roof bar']));
  });

  it('reads fewer mutants that show the same', async () => {
    const few = await proveMutants(TASK, { file: 'good.tex', rendered }, workshop);
    const all = await prove(workshop.reader);
    expect(Object.keys(few.kills).sort()).toEqual(Object.keys(all.kills).sort());
    expect(Object.keys(few.kinds)).toEqual(Object.keys(all.kinds));
    expect(few).toMatchObject({ possible: all.mutants, survivors: [], falseFlips: [], unread: [] });
    expect(few.mutants).toBeLessThan(all.mutants * 0.7);
  });

  it('takes it for a false flip when what changes nothing is graded otherwise', async () => {
    const { falseFlips, untouched } = await prove({
      ...workshop.reader,
      read: async (request) => {
        const reading = await workshop.reader.read(request);
        // As graders would see it that go by the page and not by the drawing.
        if (!('scene' in reading) || reading.scene.page.widthPt < rendered.scene.page.widthPt * 1.25)
          return reading;
        return { ...reading, scene: { ...reading.scene, diagonalPt: 1 } };
      },
    });
    expect(falseFlips.filter(({ mutant }) => mutant === 'move-all').map(({ id }) => id)).toEqual([
      'same-level',
    ]);
    expect(untouched).toBeGreaterThan(15);
  });

  it('says what survives: graders that see no change', async () => {
    const { kills, survivors } = await prove(readerOf(unchanged()));
    expect({ kills, survivors: survivors.map(({ id, mutant }) => `${mutant}: ${id}`) }).toEqual({
      kills: {},
      survivors: [
        ...['roof', 'bar', 'disc'].map((name) => `hide ${name}: ${name}-there`),
        'swap roof bar: roof-left-of-bar',
      ],
    });
  });

  it('says what fails though nothing changed that it speaks of: graders with a unit of their own', async () => {
    const { falseFlips } = await prove({
      ...workshop.reader,
      read: async (request) => {
        const reading = await workshop.reader.read(request);
        return 'scene' in reading ? { ...reading, scene: { ...reading.scene, diagonalPt: 1 } } : reading;
      },
    });
    expect(new Set(falseFlips.map(({ id }) => id))).toEqual(new Set(['same-level']));
    const mutants = falseFlips.map(({ mutant }) => mutant);
    expect(mutants).toContain('remove roof');
    expect(mutants.filter((name) => !/ roof$/.test(name))).toEqual(['move-all', 'scale-all', 'add-unseen']);
  });

  it('lets a blank mutant kill only that its own subject is there', async () => {
    const { kills } = await prove(readerOf({ outcome: 'blank', reason: 'Nothing can be seen.' }));
    expect(Object.keys(kills)).toEqual(['roof-there', 'bar-there', 'disc-there']);
    expect(kills['disc-there']).toContain('remove disc');
    expect(kills['disc-there']).not.toContain('remove roof');
  });

  it('takes a mutant that could not be read for no proof', async () => {
    const { kills, unread, mutants } = await prove(readerOf({ outcome: 'timeout', reason: 'too slow' }));
    expect({ kills, unread: unread.length, first: unread[0] }).toEqual({
      kills: {},
      unread: mutants,
      first: { mutant: 'remove roof', reason: 'timeout: too slow' },
    });
  });

  it('ends with an error where the sandbox fails', async () => {
    await expect(prove(readerOf({ outcome: 'sandbox-trouble', reason: 'no bwrap' }))).rejects.toThrow(
      'Mutant remove roof: sandbox-trouble: no bwrap',
    );
  });
});
