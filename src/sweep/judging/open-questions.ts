import type { JudgeAnswer } from '../../domain/judgement.ts';
import type { Rubric } from '../../domain/rubric.ts';
import type { RoundResult } from '../../domain/run.ts';
import type { Task } from '../../domain/task.ts';
import { CANVAS } from '../../grade/judge/canvas.ts';
import type { JudgePrompts } from '../../grade/judge/judge-prompts.ts';
import type { JudgeAnswers } from '../../grade/judge/judgement.ts';
import { type JudgeQuestion, questionsOf, topicOf } from '../../grade/judge/questions.ts';
import { type Named, type Read, readItems, readNaming } from '../../grade/judge/read-answer.ts';
import type { JudgeReply } from '../../store/record-judging.ts';
import { hashJson, stageKey } from '../stage-key.ts';
import type { Judge } from './judge.ts';
import { judgeRequest } from './judge-request.ts';

/** A question with what is on file for it. */
export interface AskedQuestion {
  readonly vote: number;
  readonly question: JudgeQuestion;
  /** Under which its answers are kept. */
  readonly key: string;
  readonly items: ReadonlyMap<string, Read<JudgeAnswer>>;
  readonly naming: Read<Named> | undefined;
  /** What is still to be asked: the question without what is answered; null: nothing. */
  readonly open: JudgeQuestion | null;
}

/** What is judged, and where its answers are. */
export interface Place {
  readonly result: Pick<RoundResult, 'pngHash' | 'laterPngHashes'>;
  readonly task: Task;
  readonly rubric: Rubric;
  readonly judge: Judge;
  readonly prompts: JudgePrompts;
  readonly repliesOf: (key: string) => readonly JudgeReply[];
  /** Hash of where the drawing's parts are; read only where a question is about one. */
  readonly groundingHash: () => string | null;
}

/** All questions of all votes about a drawing, with what is on file for them. */
export function questionsAbout(place: Place): readonly AskedQuestion[] {
  const { rubric, judge } = place;
  const votes = Array.from({ length: judge.votes }, (_, index) => index + 1);
  return votes.flatMap((vote) =>
    questionsOf(rubric, judge).map((question) =>
      lookUp(question, keyOf(question, vote, place), { vote, place }),
    ),
  );
}

/** The answers on file, as verdicts are made of them. */
export function answersOf(asked: readonly AskedQuestion[], { votes, blindNaming }: Judge): JudgeAnswers {
  const ofVote = (vote: number) => asked.filter((one) => one.vote === vote);
  return {
    votes,
    blindNaming,
    item: (vote, topic) => ofVote(vote).flatMap(({ items }) => items.get(topic) ?? [])[0],
    naming: (vote) => ofVote(vote).find(({ question }) => question.kind === 'naming')?.naming,
  };
}

function lookUp(
  question: JudgeQuestion,
  key: string,
  { vote, place }: { readonly vote: number; readonly place: Place },
): AskedQuestion {
  const replies = place.repliesOf(key);
  if (question.kind === 'naming') {
    const naming = best(replies.map(({ reply }) => readNaming(reply)));
    return { vote, question, key, items: new Map(), naming, open: naming?.value ? null : question };
  }
  const items = readAll(replies);
  const open = question.items.filter((item) => !items.get(topicOf(item))?.value);
  return {
    vote,
    question,
    key,
    items,
    naming: undefined,
    open: open.length === 0 ? null : { ...question, items: open },
  };
}

/** What the replies say of each topic: the first answer; where there is none, the newest trouble. */
function readAll(replies: readonly JudgeReply[]): Map<string, Read<JudgeAnswer>> {
  const read = replies.flatMap(({ topics, reply }) =>
    readItems(reply, topics.length).map((one, index) => [topics[index] ?? '', one] as const),
  );
  const byTopic = Map.groupBy(read, ([topic]) => topic);
  return new Map(
    [...byTopic].flatMap(([topic, ofTopic]) => {
      const found = best(ofTopic.map(([, one]) => one));
      return found === undefined ? [] : [[topic, found] as const];
    }),
  );
}

function best<Value>(reads: readonly Read<Value>[]): Read<Value> | undefined {
  return reads.find(({ value }) => value !== null) ?? reads.at(-1);
}

/** All that an answer depends on but what is asked for: an item that is new or changed asks no more than itself. */
function keyOf(question: JudgeQuestion, vote: number, place: Place): string {
  const { result, task, judge, prompts } = place;
  const { pngHash, laterPngHashes = [] } = result;
  const crop = question.kind === 'items' ? question.crop : null;
  const shown = [
    CANVAS.version,
    pngHash,
    ...laterPngHashes,
    ...(crop === null ? [] : [place.groundingHash(), crop]),
  ];
  const told = question.kind === 'naming' ? ['naming' as const] : promptsFor(crop);
  const { model } = judge;
  const request = judgeRequest(question, { task, vote, prompts, picture: null });
  return stageKey({
    judge: model.id,
    settings: model.fingerprint?.(request) ?? '',
    prompts: hashJson([prompts.texts.system, ...told.map((name) => prompts.texts[name])]),
    shown: hashJson(shown),
    vote: String(vote),
  });
}

/** A part that is not found is asked about with the whole picture, in the words for that. */
function promptsFor(crop: string | null): readonly ('items' | 'part')[] {
  return crop === null ? ['items'] : ['items', 'part'];
}
