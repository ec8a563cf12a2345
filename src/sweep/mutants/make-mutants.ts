import type { Box, Point } from '../../domain/geometry.ts';
import type { RenderedDrawing } from '../../domain/rendered.ts';
import type { Grounding } from '../../domain/subject.ts';
import type { CheckSpec, Task } from '../../domain/task.ts';
import { boxAround } from './affine.ts';
import { type Item, readDisplayList, writeDisplayList } from './display-list.ts';
import { changeNothing, type Mutation, mutateOne, swap, type Target } from './mutations.ts';
import { openContent } from './pdf-content.ts';

/** A drawing with one fault, as a PDF that the reader of scenes reads like any other. */
export interface Mutant {
  /** What was done to what: `remove otter`. */
  readonly name: string;
  /** What was done: `remove`. */
  readonly kind: string;
  /** Subjects some of whose marks were changed. */
  readonly subjects: ReadonlySet<string>;
  /** Made when it is asked for. */
  readonly pdf: Uint8Array;
  /** Where its page begins, in the coordinates of the good drawing. */
  readonly origin: Point;
  /** Criteria that the fault breaks, whatever else it does. */
  readonly mustFlip: readonly string[];
  /** Whether a person sees the same drawing: then nothing may fail. */
  readonly isHarmless: boolean;
  /** Which picture it breaks: 1, or one of a moving scene's frames. */
  readonly frame: number;
}

/** All mutants of a drawing; none, with the reason, when its marks can't be told apart in the PDF. */
export interface Mutants {
  readonly mutants: readonly Mutant[];
  readonly unmade: string | null;
}

/** Makes every mutant of a good drawing; of a moving scene, of this `frame`, whose scene stands in `rendered`. */
export function makeMutants(task: Task, rendered: RenderedDrawing, frame?: number): Mutants {
  const { marks, box: ink, page } = rendered.scene;
  const content = openContent(rendered.pdf, frame);
  const items = readDisplayList(content.operators);
  const itemOf = itemsOfMarks(items, marks.length);
  if (itemOf === null || ink === null)
    return { mutants: [], unmade: `its ${marks.length} marks are not told apart in the PDF` };
  const targets = targetsOf(rendered, itemOf);
  const drawing = { items, ink, colours: coloursOf(task) };
  const mutations = [
    ...targets.flatMap((target) => mutateOne(drawing, target)),
    ...pairsOf(targets).flatMap(([one, other]) => swap(drawing, one, other)),
    ...changeNothing(drawing),
  ];
  const pageBox = { xMin: 0, yMin: 0, xMax: page.widthPt, yMax: page.heightPt };
  const mutants = mutations.map((mutation) => {
    const box = pageFor(pageBox, mutation.touched);
    return {
      name: [mutation.kind, ...mutation.subjects, ...(frame === undefined ? [] : [`in frame ${frame}`])].join(
        ' ',
      ),
      kind: mutation.kind,
      subjects: sharing(targets, mutation.subjects),
      get pdf() {
        return content.rewrite(writeDisplayList(mutation.items), box);
      },
      origin: { x: box.xMin, y: box.yMin },
      mustFlip: mustFlip(task, rendered, mutation),
      isHarmless: mutation.isHarmless === true,
      frame: frame ?? 1,
    };
  });
  return { mutants, unmade: null };
}

function coloursOf({ subjects }: Task): ReadonlySet<string> {
  return new Set(Object.values(subjects).flatMap(({ colour }) => colour ?? []));
}

/** A page grows with its drawing: 5 pt are left around what moved. */
function pageFor(page: Box, touched: readonly Box[]): Box {
  const { xMin, yMin, xMax, yMax } = boxAround([page, ...touched]);
  return { xMin: xMin - 5, yMin: yMin - 5, xMax: xMax + 5, yMax: yMax + 5 };
}

/** Which item makes each mark. A form makes as many as are left over; of several forms, one each or nobody knows. */
function itemsOfMarks(items: readonly Item[], markCount: number): readonly Item[] | null {
  const forms = items.filter(({ marks }) => marks === null).length;
  const rest = markCount - items.reduce((sum, { marks }) => sum + (marks ?? 0), 0);
  const each = forms === 0 ? 0 : rest / forms;
  if (rest < 0 || (forms !== 1 && rest !== forms)) return null;
  return items.flatMap((item) => Array.from({ length: item.marks ?? each }, () => item));
}

function targetsOf({ grounding }: RenderedDrawing, itemOf: readonly Item[]): readonly Target[] {
  return Object.values(grounding.subjects).flatMap(({ name, chosen, things }) => {
    const marks = chosen === null ? things.flatMap((thing) => thing.marks) : chosen.marks;
    const items = new Set(marks.flatMap((mark) => itemOf[mark] ?? []));
    const box = chosen?.ink.box ?? (things.length > 0 ? boxAround(things.map(({ ink }) => ink.box)) : null);
    return box === null || items.size === 0 ? [] : [{ name, items, box }];
  });
}

function pairsOf(targets: readonly Target[]): readonly (readonly [Target, Target])[] {
  return targets.flatMap((one, at) => targets.slice(at + 1).map((other) => [one, other] as const));
}

/** The subjects and those that they have marks in common with. */
function sharing(targets: readonly Target[], names: readonly string[]): ReadonlySet<string> {
  const items = new Set(
    targets.filter(({ name }) => names.includes(name)).flatMap((target) => [...target.items]),
  );
  const isReached = (target: Target) => [...target.items].some((item) => items.has(item));
  return new Set(targets.filter(isReached).map(({ name }) => name));
}

const ORDERS = new Set(['left-of', 'right-of', 'above', 'below']);

/** What can't be seen is not there; what changed places is in the other order. Once removed, it may be found elsewhere. */
function mustFlip(
  { checks }: Task,
  { grounding }: RenderedDrawing,
  { kind, subjects }: Mutation,
): readonly string[] {
  const isBroken = ({ check, of }: CheckSpec): boolean => {
    if (kind === 'swap') return ORDERS.has(check) && subjects.every((name) => of.includes(name));
    return (
      kind === 'hide' &&
      check === 'there' &&
      of.every((name) => subjects.includes(name) && isWhole(grounding, name))
    );
  };
  return checks.filter(isBroken).map(({ id }) => id);
}

/** Whether nothing is left when the chosen thing is gone: no other that could be picked in its place. */
function isWhole({ subjects }: Grounding, name: string): boolean {
  const subject = subjects[name];
  const chosen = new Set(subject?.chosen?.marks);
  return (
    subject?.chosen === null ||
    subject?.things.every(({ marks }) => marks.every((mark) => chosen.has(mark))) === true
  );
}
