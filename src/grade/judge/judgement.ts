import {
  type BlindName,
  type ItemVote,
  type JudgeAnswer,
  type JudgedVerdict,
  type Judgement,
  ownOutcome,
} from '../../domain/judgement.ts';
import type { Rubric, RubricItem } from '../../domain/rubric.ts';
import type { VerdictOutcome } from '../../domain/verdict.ts';
import { namesOneOf } from './match-names.ts';
import { topicOf } from './questions.ts';
import type { Named, Read } from './read-answer.ts';

/** Changes when the same answers make other verdicts. */
export const JUDGEMENT_VERSION = 'judgement/1';

/** All that one judge has answered about one drawing, a vote each. */
export interface JudgeAnswers {
  readonly votes: number;
  readonly blindNaming: boolean;
  /** What vote n (from 1) says of an item; undefined: it was not asked yet. */
  readonly item: (vote: number, topic: string) => Read<JudgeAnswer> | undefined;
  readonly naming: (vote: number) => Read<Named> | undefined;
}

/** Verdicts and likeness: the part of a judgement that follows from answers. */
export type Judged = Pick<Judgement, 'likeness' | 'bounds' | 'verdicts' | 'blindNames'>;

/**
 * The verdicts that follow from a judge's answers. An item is met when more than half of its votes say yes: what leaves a
 * judge unsure is not shown. It is ungraded while a vote is missing, and unmet while one of its needs is. Items that blind
 * naming answers are left out where there is none.
 */
export function judgementOf(rubric: Rubric, answers: JudgeAnswers): Judged {
  const items = itemsFor(rubric, answers);
  const votesOf = new Map(items.map((item) => [item.id, votesFor(item, answers)]));
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = new Map<string, Omit<JudgedVerdict, 'votes'>>();
  const decide = (item: RubricItem): Omit<JudgedVerdict, 'votes'> => {
    const before = known.get(item.id);
    if (before !== undefined) return before;
    const needs = item.needs.flatMap((need) => byId.get(need) ?? []).map(decide);
    const verdict = { ...headOf(item), ...outcomeOf(votesOf.get(item.id) ?? [], needs) };
    known.set(item.id, verdict);
    return verdict;
  };
  const verdicts = items.map((item) => ({ ...decide(item), votes: votesOf.get(item.id) ?? [] }));
  return { ...likenessOf(verdicts), verdicts, blindNames: blindNamesOf(answers) };
}

/** Where the model drew nothing: every item is unmet, and nobody is asked. */
export function judgementOfNothing(rubric: Rubric, reason: string, asking: AskedFor): Judged {
  const verdicts = itemsFor(rubric, asking).map(
    (item): JudgedVerdict => ({ ...headOf(item), outcome: 'unmet', reason, votes: [] }),
  );
  return { ...likenessOf(verdicts), verdicts, blindNames: [] };
}

type AskedFor = Pick<JudgeAnswers, 'blindNaming'>;

/** The items that count. */
function itemsFor({ items }: Rubric, { blindNaming }: AskedFor): readonly RubricItem[] {
  return items.filter(({ kind }) => kind === 'asked' || blindNaming);
}

function headOf({ id, skill, weight }: RubricItem) {
  return { id, skill, weight };
}

function votesFor(item: RubricItem, answers: JudgeAnswers): readonly ItemVote[] {
  const votes = Array.from({ length: answers.votes }, (_, index) => index + 1);
  return votes.map((vote) => {
    const read =
      item.kind === 'named' ? namedVote(item.names, answers.naming(vote)) : answers.item(vote, topicOf(item));
    return voteOf(vote, read ?? UNASKED);
  });
}

const UNASKED: Read<JudgeAnswer> = { value: null, trouble: 'unasked', evidence: 'it was not asked yet' };

function voteOf(vote: number, read: Read<JudgeAnswer>): ItemVote {
  const { evidence } = read;
  return read.value === null
    ? { vote, answer: null, trouble: read.trouble, evidence }
    : { vote, answer: read.value, trouble: null, evidence };
}

function namedVote(names: readonly string[], naming: Read<Named> | undefined): Read<JudgeAnswer> | undefined {
  if (naming === undefined || naming.value === null) return naming;
  const { things } = naming.value;
  const evidence = things.length === 0 ? 'it named nothing' : `it named: ${things.join(', ')}`;
  return { value: namesOneOf(things, names) ? 'yes' : 'no', evidence };
}

type Decision = Pick<JudgedVerdict, 'outcome' | 'reason'>;

function outcomeOf(votes: readonly ItemVote[], needs: readonly Omit<JudgedVerdict, 'votes'>[]): Decision {
  const unmet = needs.find(({ outcome }) => outcome === 'unmet');
  if (unmet) return { outcome: 'unmet', reason: `needs ${unmet.id}, which is unmet` };
  const open = needs.find(({ outcome }) => outcome === 'ungraded');
  if (open) return { outcome: 'ungraded', reason: `needs ${open.id}, which is ungraded` };
  const troubled = votes.find(({ trouble }) => trouble !== null);
  if (troubled)
    return {
      outcome: 'ungraded',
      reason: `vote ${troubled.vote}: ${troubled.trouble}: ${troubled.evidence}`,
    };
  const count = (wanted: JudgeAnswer): number => votes.filter(({ answer }) => answer === wanted).length;
  const outcome: VerdictOutcome = ownOutcome({ votes }) ?? 'ungraded';
  const words = (['yes', 'no', 'unsure'] as const).flatMap((answer) =>
    count(answer) > 0 ? [`${count(answer)} ${answer}`] : [],
  );
  return { outcome, reason: words.join(', ') };
}

/** Weighted shares; null and its bounds where something is open, and null where there is no item at all. */
function likenessOf(verdicts: readonly JudgedVerdict[]): Pick<Judgement, 'likeness' | 'bounds'> {
  const weigh = (wanted: readonly VerdictOutcome[]): number =>
    verdicts.filter(({ outcome }) => wanted.includes(outcome)).reduce((sum, { weight }) => sum + weight, 0);
  const total = weigh(['met', 'unmet', 'ungraded']);
  if (total === 0) return { likeness: null, bounds: { low: 0, high: 1 } };
  const lost = verdicts.filter(
    (verdict) => verdict.outcome === 'ungraded' && ownOutcome(verdict) === 'unmet',
  );
  const high = weigh(['met', 'ungraded']) - lost.reduce((sum, { weight }) => sum + weight, 0);
  const bounds = { low: weigh(['met']) / total, high: high / total };
  const isWhole = verdicts.every(({ outcome }) => outcome !== 'ungraded');
  return { likeness: isWhole ? bounds.low : null, bounds };
}

function blindNamesOf({ votes, blindNaming, naming }: JudgeAnswers): readonly BlindName[] {
  if (!blindNaming) return [];
  return Array.from({ length: votes }, (_, index) => index + 1).flatMap((vote): readonly BlindName[] => {
    const read = naming(vote);
    if (read === undefined) return [];
    return read.value === null
      ? [{ vote, things: null, sentence: read.evidence, trouble: read.trouble }]
      : [{ vote, ...read.value, trouble: null }];
  });
}
