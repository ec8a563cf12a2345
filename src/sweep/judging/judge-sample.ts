import { isTrouble } from '../../domain/outcome.ts';
import type { ModelReply } from '../../domain/reply.ts';
import type { Rubric } from '../../domain/rubric.ts';
import {
  JUDGEMENT_VERSION,
  type Judged,
  judgementOf,
  judgementOfNothing,
} from '../../grade/judge/judgement.ts';
import { type JudgeQuestion, topicsOf } from '../../grade/judge/questions.ts';
import { readItems, readNaming } from '../../grade/judge/read-answer.ts';
import { whereReadable } from '../../grade/pixels/png.ts';
import { drawingOf } from '../../store/judgements.ts';
import type { Limit } from '../limit.ts';
import { stageKey } from '../stage-key.ts';
import { askJudge } from './ask-judge.ts';
import { isOwnFamily, type Judge, type Judgeable, type JudgingContext } from './judge.ts';
import { judgeRequest } from './judge-request.ts';
import { lastRound } from './last-round.ts';
import { type AskedQuestion, answersOf, questionsAbout } from './open-questions.ts';

/** How the judging of a drawing by one judge ended. */
export interface JudgeEnd {
  /** `nothing`: there is nothing to judge, or this judge is not to. */
  readonly kind: 'judged' | 'nothing';
  readonly likeness: number | null;
  /** Items without a verdict, for trouble of the judge or for a limit. */
  readonly ungraded: number;
  /** The limit that kept something from being asked; null: none. */
  readonly limit: Limit | null;
  /** False: it was all on file. */
  readonly isNew: boolean;
}

const NOTHING: JudgeEnd = { kind: 'nothing', likeness: null, ungraded: 0, limit: null, isNew: false };

/** Whether a judge has anything to say of a drawing. */
export function isToJudge({ sample, task, drawer }: Judgeable, judge: Judge): boolean {
  if (task.rubric === undefined || isTrouble(sample.outcome)) return false;
  return !(judge.skipsOwnFamily && isOwnFamily(judge, drawer));
}

/**
 * Brings one drawing to its judgement by one judge: asks only what is not answered yet, commits each reply before it is used,
 * and records the verdicts that follow. Throws the signal's reason when stopped on the way.
 */
export async function judgeSample(
  judged: Judgeable,
  judge: Judge,
  context: JudgingContext,
): Promise<JudgeEnd> {
  const { task, sample } = judged;
  if (task.rubric === undefined || !isToJudge(judged, judge)) return NOTHING;
  if (sample.pngHash === null) {
    const reason = `nothing was drawn: ${sample.outcome}`;
    const nothing = judgementOfNothing(task.rubric, reason, judge);
    return keep(nothing, { judged, judge, rubric: task.rubric, limit: null, answers: reason }, context);
  }
  const { store, prompts } = context;
  const place = {
    ...{ result: sample, task, rubric: task.rubric, judge, prompts, repliesOf: store.judgeReplies },
    groundingHash: () => store.groundingHash(lastRound(sample)),
  };
  const limit = await askOpen(questionsAbout(place), { judged, judge }, context);
  const asked = questionsAbout(place);
  const said = judgementOf(task.rubric, answersOf(asked, judge));
  const answers = JSON.stringify(asked.map(({ items, naming }) => [[...items], naming ?? null]));
  return keep(said, { judged, judge, rubric: task.rubric, limit, answers }, context);
}

interface Both {
  readonly judged: Judgeable;
  readonly judge: Judge;
}

/** The first limit that was met, else null. */
async function askOpen(
  questions: readonly AskedQuestion[],
  { judged, judge }: Both,
  context: JudgingContext,
): Promise<Limit | null> {
  const show = context.showing(judged.sample);
  const open = questions.filter((one) => one.open !== null);
  if (open.length > 0) context.signal?.throwIfAborted();
  const { task, sample } = judged;
  const { prompts } = context;
  const limits = await Promise.all(
    open.map(({ open: question, vote, key }) => {
      if (question === null) return null;
      const shown = whereReadable(() => show(question));
      // Nobody can look at it: it stays open.
      if (shown === null) return null;
      const told = shown.isPart || question.kind === 'naming' ? question : { ...question, crop: null };
      const request = judgeRequest(told, { task, vote, prompts, picture: shown.png });
      const about = { sampleId: sample.id, kind: question.kind, vote, key, topics: topicsOf(question) };
      return askJudge(
        { ...about, request, isUsable: (reply) => isAnswered(reply, question) },
        judge,
        context,
      );
    }),
  );
  return limits.find((limit) => limit !== null) ?? null;
}

/** Whether a reply answers everything that a question asks. */
function isAnswered(reply: ModelReply, question: JudgeQuestion): boolean {
  if (question.kind === 'naming') return readNaming(reply).value !== null;
  return readItems(reply, question.items.length).every(({ value }) => value !== null);
}

interface Said extends Both {
  readonly rubric: Rubric;
  readonly limit: Limit | null;
  /** All that the verdicts follow from, beside the rubric. */
  readonly answers: string;
}

function keep(
  said: Judged,
  { judged, judge, rubric, limit, answers }: Said,
  context: JudgingContext,
): JudgeEnd {
  const { store, clock } = context;
  const { sample, drawer } = judged;
  const judgeId = judge.model.id;
  const drawing = drawingOf(sample);
  const { votes, blindNaming } = judge;
  const isOwn = isOwnFamily(judge, drawer);
  const how = JSON.stringify([votes, blindNaming, isOwn]);
  const key = stageKey({ version: JUDGEMENT_VERSION, rubric: rubric.hash, drawing, how, answers });
  const before = store.storedJudgement(sample.id, judgeId);
  // What is whole is not given up for what is open: a limit or trouble may be all that came between.
  const isWorse =
    said.likeness === null &&
    before?.drawing === drawing &&
    before.judgement.likeness !== null &&
    before.judgement.rubricHash === rubric.hash;
  const isNew = before?.key !== key;
  if (isNew && !isWorse) {
    const made = { isOwnFamily: isOwn, rubricHash: rubric.hash, votesWanted: votes };
    const judgement = { judgeId, ...said, ...made };
    const at = new Date(clock.now()).toISOString();
    store.recordJudgement({ sampleId: sample.id, key, drawing, judgement, at });
  }
  const ungraded = said.verdicts.filter(({ outcome }) => outcome === 'ungraded').length;
  return { kind: 'judged', likeness: said.likeness, ungraded, limit, isNew };
}
