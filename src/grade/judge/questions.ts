import type { AnswerForm } from '../../domain/reply.ts';
import type { AskedItem, Rubric } from '../../domain/rubric.ts';
import { sha256 } from '../../util/sha256.ts';
import type { JudgePrompts } from './judge-prompts.ts';

/** One question to a judge about one picture. */
export type JudgeQuestion =
  | { readonly kind: 'naming' }
  /** `crop`: the subject whose part alone is shown; null: the whole picture. `items`: at least one. */
  | { readonly kind: 'items'; readonly crop: string | null; readonly items: readonly AskedItem[] };

/** Whether the first question is what is drawn, without a hint. */
export interface Asking {
  readonly blindNaming: boolean;
}

/** All questions that a rubric takes, blind naming first: what the others say would give it away. */
export function questionsOf({ items }: Rubric, { blindNaming }: Asking): readonly JudgeQuestion[] {
  const asked = items.filter((item) => item.kind === 'asked');
  const byCrop = Map.groupBy(asked, ({ crop }) => crop ?? null);
  return [
    ...(blindNaming ? [{ kind: 'naming' } as const] : []),
    ...[...byCrop].map(([crop, ofCrop]) => ({ kind: 'items', crop, items: ofCrop }) as const),
  ];
}

/** What a question asks for, each with the key under which an answer to it is kept: an item's is made of its text alone. */
export function topicsOf(question: JudgeQuestion): readonly string[] {
  return question.kind === 'naming' ? ['naming'] : question.items.map(topicOf);
}

/** Key of an item: answers to the same words about the same picture are the same. */
export function topicOf({ question, yes, no, crop }: AskedItem): string {
  return sha256(JSON.stringify([question, yes, no, crop ?? null]));
}

/** The name of the n-th item (from 0) in a question: the judge sees no ids, they might give something away. */
export function fieldOf(index: number): string {
  return `q${index + 1}`;
}

/** What is sent beside the picture. */
export function questionText(question: JudgeQuestion, prompts: JudgePrompts): string {
  if (question.kind === 'naming') return prompts.naming();
  const asked = question.items.map((item, index) => ({
    id: fieldOf(index),
    question: item.question,
    counts: item.yes,
    does_not_count: item.no,
  }));
  return question.crop === null ? prompts.items(asked) : prompts.part(asked);
}

/** The form that the answer is to have: a field an item, so that none can be left out or answered twice. */
export function answerForm(question: JudgeQuestion): AnswerForm {
  if (question.kind === 'naming') return NAMING;
  const fields = question.items.map((_, index) => [fieldOf(index), ANSWER] as const);
  return { name: 'answers', schema: objectOf(Object.fromEntries(fields)) };
}

/** The form of an answer about two drawings. */
export const PAIR_FORM: AnswerForm = {
  name: 'comparison',
  schema: objectOf({ evidence: { type: 'string' }, better: choice('first', 'second', 'equal') }),
};

const ANSWER = objectOf({ evidence: { type: 'string' }, answer: choice('yes', 'no', 'unsure') });

const NAMING: AnswerForm = {
  name: 'naming',
  schema: objectOf({ sentence: { type: 'string' }, things: { type: 'array', items: { type: 'string' } } }),
};

function choice(...values: readonly string[]) {
  return { type: 'string', enum: values };
}

/** All fields required, no others: OpenAI's strict mode wants it so. */
function objectOf(properties: Readonly<Record<string, unknown>>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
