import type { SceneReader, TexCompiler } from '../../src/domain/ports.ts';
import type { Rendered } from '../../src/domain/rendered.ts';
import type { GroundedBy } from '../../src/domain/subject.ts';
import type { CheckSpec, Task } from '../../src/domain/task.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { forEachConcurrently } from '../../src/sweep/for-each-concurrently.ts';
import { gradeRendered } from '../../src/sweep/grade-drawing.ts';
import { renderReply } from '../../src/sweep/render-drawing.ts';
import type { RelationRow } from './rows.ts';

/** The rules that are compared: parameters of the checks of direction. */
export const RULES = {
  'band 0.2': {},
  'band 0.2, dominant': { dominant: true },
} as const;
export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

/** The two verdicts of a rule on a drawing: on the relation of the caption, and on its opposite. */
export interface RulePair {
  readonly stated: Verdict;
  readonly opposite: Verdict;
}

/** What became of a row. */
export interface MeasuredRow {
  readonly row: RelationRow;
  readonly rendered: Rendered;
  /** What led to each thing, where exactly one was found that can be seen; a name of a node counts as its label. */
  readonly grounded: { readonly a: GroundedBy | null; readonly b: GroundedBy | null };
  readonly rules: Readonly<Record<RuleName, RulePair>>;
}

const CHECK_OF: Readonly<Record<string, string>> = {
  'to the left of': 'left-of',
  'to the right of': 'right-of',
  above: 'above',
  below: 'below',
};
const OPPOSITE: Readonly<Record<string, string>> = {
  'left-of': 'right-of',
  'right-of': 'left-of',
  above: 'below',
  below: 'above',
};

/** Renders and grades each row, two at a time; the result is in the order of the rows. */
export async function measureRows(
  rows: readonly RelationRow[],
  workshop: { readonly compiler: TexCompiler; readonly reader: SceneReader },
): Promise<readonly MeasuredRow[]> {
  const measured = new Map<RelationRow, MeasuredRow>();
  await forEachConcurrently(rows, { concurrency: 2 }, async (row) => {
    const task = taskOf(row);
    const rendered = await renderReply(row.tikz, { ...workshop, subjects: task.subjects });
    measured.set(row, measuredRow(row, task, rendered));
  });
  return rows.flatMap((row) => measured.get(row) ?? []);
}

function measuredRow(row: RelationRow, task: Task, rendered: Rendered): MeasuredRow {
  const verdicts = new Map(gradeRendered(task, rendered).verdicts.map((verdict) => [verdict.id, verdict]));
  const pairs = RULE_NAMES.map((rule) => [
    rule,
    { stated: verdicts.get(`stated, ${rule}`), opposite: verdicts.get(`opposite, ${rule}`) },
  ]);
  const grounded = { a: groundedBy(rendered, 'a'), b: groundedBy(rendered, 'b') };
  return { row, rendered, grounded, rules: Object.fromEntries(pairs) };
}

function groundedBy({ grounding }: Rendered, name: string): GroundedBy | null {
  const subject = grounding?.subjects[name];
  return subject === undefined || subject.chosen === null ? null : subject.by;
}

/** The caption as a task: its two things, the relation and the opposite one under each rule. */
function taskOf({ id, caption, a, b, relation }: RelationRow): Task {
  const stated = CHECK_OF[relation];
  const opposite = OPPOSITE[stated ?? ''];
  if (stated === undefined || opposite === undefined)
    throw new Error(`Row ${id}: unknown relation "${relation}"`);
  return {
    id: `relations/${id}`,
    suite: 'relations',
    title: caption,
    prompt: caption,
    tracks: ['blind'],
    tags: [],
    subjects: { a: { label: a }, b: { label: b } },
    checks: RULE_NAMES.flatMap((rule) => [
      criterion(`stated, ${rule}`, stated, RULES[rule]),
      criterion(`opposite, ${rule}`, opposite, RULES[rule]),
    ]),
    drawings: [],
    path: '',
    hash: '',
  };
}

function criterion(id: string, check: string, parameters: CheckSpec['parameters']): CheckSpec {
  return { id, skill: 'order', check, of: ['a', 'b'], needs: [], weight: 1, parameters };
}
