import { JUDGE_ANSWERS, type JudgeAnswer, type JudgeTrouble } from '../../domain/judgement.ts';
import type { ModelReply } from '../../domain/reply.ts';
import { printableLine } from '../../util/printable.ts';
import { fieldOf } from './questions.ts';

/** A judge's answer to one thing, or why there is none. */
export type Read<Value> = { readonly value: Value; readonly evidence: string } | Unanswered;

interface Unanswered {
  readonly value: null;
  readonly trouble: JudgeTrouble;
  readonly evidence: string;
}

/** What blind naming came to. */
export interface Named {
  readonly things: readonly string[];
  readonly sentence: string;
}

// A sentence; what a judge says beyond that is in its raw reply.
const MOST_EVIDENCE_CHARACTERS = 600;
// Twelve are asked for.
const MOST_THINGS = 24;
const MOST_THING_CHARACTERS = 80;

/** The answers to `count` items, in their order. Each stands for itself: one that is missing does not spoil the others. */
export function readItems(reply: ModelReply, count: number): readonly Read<JudgeAnswer>[] {
  const fields = Array.from({ length: count }, (_, index) => fieldOf(index));
  const object = objectIn(reply);
  if ('trouble' in object) return fields.map(() => object);
  return fields.map((field) => readItem(object, field));
}

/** What the judge says is drawn. */
export function readNaming(reply: ModelReply): Read<Named> {
  const object = objectIn(reply);
  if ('trouble' in object) return object;
  const { things, sentence } = object.fields;
  if (things === undefined) return troubled('half-filled', 'the answer has no "things"');
  if (!Array.isArray(things) || things.some((thing) => typeof thing !== 'string'))
    return troubled('unparsable', '"things" is no list of texts');
  const named = (things as readonly string[])
    .map((thing) => printableLine(thing, MOST_THING_CHARACTERS))
    .filter((thing) => thing !== '')
    .slice(0, MOST_THINGS);
  const said = typeof sentence === 'string' ? sentenceOf(sentence) : '';
  return { value: { things: named, sentence: said }, evidence: said };
}

/** Which of two drawings is better. */
export function readPair(reply: ModelReply): Read<'first' | 'second' | 'equal'> {
  const object = objectIn(reply);
  if ('trouble' in object) return object;
  const { better, evidence } = object.fields;
  if (better === undefined) return troubled('half-filled', 'the answer has no "better"');
  const word = wordOf(better);
  const value = (['first', 'second', 'equal'] as const).find((known) => known === word);
  if (value === undefined)
    return troubled('unparsable', `"better" is ${quote(better)}; expected first, second or equal`);
  return { value, evidence: typeof evidence === 'string' ? sentenceOf(evidence) : '' };
}

interface Answered {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** `No, it is bald.`; but not `No. 7 is drawn.` */
const OPENING_WORD = /^(yes|no)\s*(?:[,:;!—–]|\.(?!\s*\d))/i;

function readItem({ fields, text }: Answered, field: string): Read<JudgeAnswer> {
  // JSON takes the last of two fields with one name and says nothing.
  if (text.split(new RegExp(`(?<!\\\\)"${field}"\\s*:`)).length > 2)
    return troubled('contradicting', 'it is answered twice');
  const given = fields[field];
  if (given === undefined || given === null) return troubled('half-filled', 'the answer leaves it out');
  const { answer = given, evidence = '' } = isRecord(given) ? given : { answer: given };
  if (isRecord(answer)) return troubled('half-filled', 'it has evidence and no answer');
  const word = wordOf(answer);
  const value = JUDGE_ANSWERS.find((known) => known === word);
  if (value === undefined)
    return troubled('unparsable', `the answer is ${quote(answer)}; expected yes, no or unsure`);
  const said = typeof evidence === 'string' ? sentenceOf(evidence) : '';
  const first = OPENING_WORD.exec(said)?.[1]?.toLowerCase();
  if (first !== undefined && value !== 'unsure' && first !== value)
    return troubled('contradicting', `it answers ${value}, and its evidence says ${quote(said)}`);
  return { value, evidence: said };
}

/** The JSON object of a reply. Judges that know no structured output put words or a fence around it. */
function objectIn(reply: ModelReply): Answered | Unanswered {
  if (reply.outcome !== 'replied') return troubled(reply.outcome, reply.reason);
  const text = reply.text.trim();
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  const candidates = [text, from >= 0 && to > from ? text.slice(from, to + 1) : ''];
  for (const candidate of candidates) {
    const fields = parsed(candidate);
    if (isRecord(fields)) return { fields, text: candidate };
  }
  return troubled('unparsable', `no JSON object: ${quote(text)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function troubled(trouble: JudgeTrouble, why: string) {
  return { value: null, trouble, evidence: sentenceOf(why) } as const;
}

/** `Yes.` is yes, `true` is not: what was asked for are words. */
function wordOf(value: unknown): string {
  return typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replace(/[.!"'`]+$/, '')
    : '';
}

function sentenceOf(text: string): string {
  return printableLine(text, MOST_EVIDENCE_CHARACTERS);
}

function quote(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'an object';
  return printableLine(JSON.stringify(value) ?? 'nothing', 120);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
