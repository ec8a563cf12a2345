import type { Outcome } from '../domain/outcome.ts';
import type { Message, ModelReply } from '../domain/reply.ts';
import { promptsOf } from '../domain/task.ts';
import { keepsDrawing, nextMessage } from '../draw/conversation.ts';
import type { Conclusion } from '../store/conclude.ts';
import { firstReplyKey, nextReplyKey } from './conversation-key.ts';
import { type Drawn, ensureDrawn } from './ensure-drawn.ts';
import { ensureReply, type Question } from './ensure-reply.ts';
import { mostRounds } from './plan.ts';
import type { CellContext, Sample } from './sample.ts';
import { beginTurns, type TurnState, turnEnded } from './turn-state.ts';

const NOTHING_TO_MEND = 'it compiled, so the conversation was over';

/** How the work on a sample ended. */
export type CellEnd =
  | { readonly kind: 'finished'; readonly outcome: Outcome; readonly spatial: number | null }
  | { readonly kind: 'left-out'; readonly limit: 'max-cost' | 'max-requests' | 'max-minutes' };

/**
 * Brings one sample to its end: asks, draws and grades round after round, as its track has it, and turn after turn, as its
 * task has them. Each step is done only where it has not been done with the same inputs, and is committed before the next.
 * The sample's result is that of its last round. Throws the signal's reason when stopped on the way.
 */
export async function sweepCell(sample: Sample, context: CellContext): Promise<CellEnd> {
  const concluded = context.store.conclusionOf(sample.id);
  let question = firstQuestion(sample, context);
  let turn = await beginTurns(sample, context);
  let last: Drawn | null = null;
  for (;;) {
    const answer = await ensureReply(sample, question, context);
    if (answer.kind === 'left-out') return answer;
    const isKept: boolean = last !== null && isContent(answer.reply) && turn.round > 1;
    const { round } = question;
    const before = context.store.drawnOutcome({ sampleId: sample.id, round });
    const wasOver = isNothingToMend(concluded, round) && before?.attemptId === answer.attemptId;
    if (!isKept) last = await ensureDrawn(sample, { ...answer, round, turn: turn.reached() }, context);
    const drawn = last as Drawn;
    const said = { question, turn, reply: answer.reply, drawn };
    const next = isKept ? null : nextRound(sample, said, context);
    const later = turnQuestion(sample, said, context);
    // What is on file was said: a newer TeX may see more to mend, but nobody pays for that.
    const isDone = !isOnFile(sample, next, context) && (wasOver || isOnFile(sample, later, context));
    const taken = isDone ? later : (next ?? later);
    if (taken === null) {
      const note = isKept ? 'kept as it was' : endingOf(sample, { question, turn, wasOver }, context);
      return conclude(sample, { drawn, round: isKept ? round - 1 : round, note }, context);
    }
    turn = taken === next ? { ...turn, round: turn.round + 1 } : turnEnded(turn, drawn);
    question = taken;
  }
}

/** The first request of a sample. */
export function firstQuestion(
  { task, cell, model }: Sample,
  { prompts }: Pick<CellContext, 'prompts'>,
): Question {
  const message: Message = { role: 'user', text: prompts.first(task), pictures: [] };
  const request = {
    task,
    track: cell.track,
    sample: cell.number,
    round: 1,
    systemPrompt: prompts.system(),
    messages: [message],
  };
  return { round: 1, key: firstReplyKey(model, request), request };
}

interface Said {
  readonly question: Question;
  readonly turn: TurnState;
  readonly reply: ModelReply;
  readonly drawn: Drawn;
}

/** What the same turn asks next, by its track; null when the turn is over. */
function nextRound(
  { cell, model }: Sample,
  { question, turn, reply, drawn }: Said,
  { prompts, rounds }: CellContext,
): Question | null {
  if (turn.round >= mostRounds(cell.track, model, rounds) || reply.outcome !== 'replied') return null;
  const message = nextMessage(cell.track, drawn.rendered(), prompts);
  if (message === null) return null;
  return goOnWith(question, {
    reply,
    message,
    key: nextReplyKey(question.key, reply, { promptsHash: prompts.hash }),
  });
}

/** The first request of the next turn; null after the last one, and where there is no drawing to change. */
function turnQuestion(
  { task }: Sample,
  { question, turn, reply, drawn }: Said,
  { prompts }: CellContext,
): Question | null {
  const number = turn.turn + 1;
  if (number > promptsOf(task).length || reply.outcome !== 'replied' || drawn.outcome !== 'drawn')
    return null;
  const text = prompts.turn(task, number);
  const message: Message = { role: 'user', text, pictures: [] };
  const key = nextReplyKey(question.key, reply, { promptsHash: prompts.hash, turn: text });
  const next = goOnWith(question, { reply, message, key });
  return { ...next, request: { ...next.request, turn: number } };
}

interface Going {
  readonly reply: Extract<ModelReply, { readonly text: string }>;
  readonly message: Message;
  readonly key: string;
}

function goOnWith({ request, ...question }: Question, { reply, message, key }: Going): Question {
  const round = question.round + 1;
  const said: Message = { role: 'assistant', text: reply.text, pictures: [] };
  return { round, key, request: { ...request, round, messages: [...request.messages, said, message] } };
}

function isContent(reply: ModelReply): boolean {
  return reply.outcome === 'replied' && keepsDrawing(reply.text);
}

/** Whether a conversation ended there because its drawing left nothing to mend. */
export function isNothingToMend(concluded: Conclusion | null, round: number): boolean {
  return concluded?.finalRound === round && concluded.note === NOTHING_TO_MEND;
}

function isOnFile({ id }: Sample, question: Question | null, { store }: CellContext): boolean {
  return question !== null && store.findReply({ sampleId: id, round: question.round }, question.key) !== null;
}

interface Over {
  readonly question: Question;
  readonly turn: TurnState;
  /** It was over before; a newer TeX may draw it another way, but asking again would cost money. */
  readonly wasOver: boolean;
}

function endingOf(
  { id, cell, model }: Sample,
  { question, turn, wasOver }: Over,
  { store, rounds }: CellContext,
): string {
  if (wasOver) return NOTHING_TO_MEND;
  if (turn.round >= mostRounds(cell.track, model, rounds)) return '';
  const drawn = store.drawnOutcome({ sampleId: id, round: question.round });
  return drawn?.outcome === 'drawn' && drawn.clean ? NOTHING_TO_MEND : '';
}

interface Ending {
  readonly drawn: Drawn;
  readonly round: number;
  readonly note: string;
}

function conclude({ id }: Sample, { drawn, round, note }: Ending, { store }: CellContext): CellEnd {
  const concluded = store.conclusionOf(id);
  if (concluded?.finalRound !== round || concluded.note !== note)
    store.concludeSample(id, { finalRound: round, note });
  return { kind: 'finished', outcome: drawn.outcome, spatial: drawn.spatial };
}
