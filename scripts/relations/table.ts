import { formatTable } from '../../src/cli/print-table.ts';
import type { GroundedBy } from '../../src/domain/subject.ts';
import { type MeasuredRow, RULE_NAMES, type RuleName } from './measure.ts';
import type { Seen } from './rows.ts';

/** A verdict of a check where people say otherwise. */
export interface Disagreement {
  readonly id: number;
  /** `a cat below a sheep`, or the opposite in the same words. */
  readonly question: string;
  readonly people: 'yes' | 'no';
  readonly margin: number | null;
  readonly reason: string;
}

/** Answers of people beside those of a rule; rows where people are unclear or disagree stay apart. */
export interface Agreement {
  readonly agreed: number;
  readonly asked: number;
  readonly disagreements: readonly Disagreement[];
}

/** The whole result as text: grounding, rates, agreement, disagreements. */
export function formatRelations(measured: readonly MeasuredRow[]): string {
  return [groundedLine(measured), ...RULE_NAMES.map((rule) => formatRule(measured, rule))].join('\n\n');
}

/** How often a rule says what people see, of the relation of the captions (`stated`) or of the opposite one. */
export function agreementOf(
  measured: readonly MeasuredRow[],
  rule: RuleName,
  side: 'stated' | 'opposite',
): Agreement {
  const asked = measured.filter(({ row }) => isClear(side === 'stated' ? row.seen : row.oppositeSeen));
  const disagreements = asked.flatMap((one) => disagreementOf(one, rule, side));
  return { agreed: asked.length - disagreements.length, asked: asked.length, disagreements };
}

/** In how many drawings both things were found, and in how many of these both by comments. */
export function countGrounded(measured: readonly MeasuredRow[]): {
  readonly drawings: number;
  readonly both: number;
  readonly byComments: number;
} {
  const count = (isGood: (by: GroundedBy | null) => boolean) =>
    measured.filter(({ grounded }) => isGood(grounded.a) && isGood(grounded.b)).length;
  return {
    drawings: measured.length,
    both: count((by) => by !== null),
    byComments: count((by) => by === 'comment'),
  };
}

/** Each relation's rate and flipped rate under a rule. A thing that was not found makes it unmet. */
export function ratesTable(measured: readonly MeasuredRow[], rule: RuleName): string {
  const relations = [...new Set(measured.map(({ row }) => row.relation))].sort();
  const groups = relations.map(
    (relation) => [relation, measured.filter(({ row }) => row.relation === relation)] as const,
  );
  return formatTable([
    ['relation', 'drawings', 'met', 'rate', 'flipped', 'flipped rate', 'people: yes', 'flipped: yes'],
    ...[...groups, ['all', measured] as const].map(([relation, rows]) => {
      const met = rows.filter(({ rules }) => rules[rule].stated.outcome === 'met').length;
      const flipped = rows.filter(({ rules }) => rules[rule].opposite.outcome === 'met').length;
      const seen = rows.filter(({ row }) => row.seen === 'yes').length;
      const flippedSeen = rows.filter(({ row }) => row.oppositeSeen === 'yes').length;
      const rate = (count: number) => percent(count, rows.length);
      return [relation, rows.length, met, rate(met), flipped, rate(flipped), seen, flippedSeen].map(String);
    }),
  ]);
}

function groundedLine(measured: readonly MeasuredRow[]): string {
  const missing = measured.flatMap(({ row, grounded, rendered }) =>
    (['a', 'b'] as const)
      .filter((name) => grounded[name] !== 'comment')
      .map((name) => {
        const why = rendered.grounding?.subjects[name]?.how ?? `${rendered.outcome}: ${rendered.reason}`;
        return `  ${row.id} "${row.caption}", ${row[name]}: ${why}`;
      }),
  );
  const { drawings, both, byComments } = countGrounded(measured);
  const head = `Both things found in ${both} of ${drawings} drawings, by comments in ${byComments}`;
  return [missing.length === 0 ? head : `${head}; otherwise:`, ...missing].join('\n');
}

function formatRule(measured: readonly MeasuredRow[], rule: RuleName): string {
  const stated = agreementOf(measured, rule, 'stated');
  const opposite = agreementOf(measured, rule, 'opposite');
  return [
    `Rule: ${rule}`,
    ratesTable(measured, rule),
    '',
    `Agrees with people on the relation ${agreed(stated)}, on its opposite ${agreed(opposite)}`,
    ...[...stated.disagreements, ...opposite.disagreements].map(
      ({ id, question, people, margin, reason }) =>
        `  ${id} "${question}": people say ${people}, margin ${margin === null ? 'none' : margin.toFixed(3)} (${reason})`,
    ),
  ].join('\n');
}

function disagreementOf(
  { row, rules }: MeasuredRow,
  rule: RuleName,
  side: 'stated' | 'opposite',
): Disagreement[] {
  const { outcome, margin, reason, check } = rules[rule][side];
  const people = side === 'stated' ? row.seen : row.oppositeSeen;
  if (!isClear(people) || (people === 'yes') === (outcome === 'met')) return [];
  return [{ id: row.id, question: `${row.a} ${check} ${row.b}`, people, margin, reason }];
}

function isClear(seen: Seen): seen is 'yes' | 'no' {
  return seen === 'yes' || seen === 'no';
}

function agreed({ agreed: count, asked }: Agreement): string {
  return `${count} of ${asked} (${percent(count, asked)})`;
}

function percent(count: number, of: number): string {
  return of === 0 ? '–' : `${((100 * count) / of).toFixed(0)} %`;
}
