import type { Outcome } from '../domain/outcome.ts';
import type { Message, ModelReply } from '../domain/reply.ts';
import { keepsDrawing, nextMessage } from '../draw/conversation.ts';
import type { Conclusion } from '../store/conclude.ts';
import { firstReplyKey, nextReplyKey } from './conversation-key.ts';
import { type Drawn, ensureDrawn } from './ensure-drawn.ts';
import { ensureReply, type Turn } from './ensure-reply.ts';
import { mostRequests } from './plan.ts';
import type { CellContext, Sample } from './sample.ts';

const NOTHING_TO_MEND = 'it compiled, so the conversation was over';

/** How the work on a sample ended. */
export type CellEnd =
  | { readonly kind: 'finished'; readonly outcome: Outcome; readonly spatial: number | null }
  | { readonly kind: 'left-out'; readonly limit: 'max-cost' | 'max-requests' | 'max-minutes' };

/**
 * Brings one sample to its end: asks, draws and grades round after round, as its track has it. Each step is done only
 * where it has not been done with the same inputs, and is committed before the next. The sample's result is that of its last
 * round. Throws the signal's reason when stopped on the way.
 */
export async function sweepCell(sample: Sample, context: CellContext): Promise<CellEnd> {
  const concluded = context.store.conclusionOf(sample.id);
  let turn = firstTurn(sample, context);
  let last: Drawn | null = null;
  for (;;) {
    const reply = await ensureReply(sample, turn, context);
    if (reply.kind === 'left-out') return reply;
    if (last !== null && isContent(reply.reply))
      return conclude(sample, { drawn: last, round: turn.round - 1, note: 'kept as it was' }, context);
    const { round } = turn;
    const before = context.store.drawnOutcome({ sampleId: sample.id, round });
    const wasOver = isNothingToMend(concluded, round) && before?.attemptId === reply.attemptId;
    last = await ensureDrawn(sample, { ...reply, round }, context);
    const next = nextTurn(sample, { turn, reply: reply.reply, drawn: last }, context);
    if (next === null || (wasOver && !isOnFile(sample, next, context)))
      return conclude(
        sample,
        { drawn: last, round, note: endingOf(sample, { turn, wasOver }, context) },
        context,
      );
    turn = next;
  }
}

/** The first request of a sample. */
export function firstTurn({ task, cell, model }: Sample, { prompts }: Pick<CellContext, 'prompts'>): Turn {
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

interface Answered {
  readonly turn: Turn;
  readonly reply: ModelReply;
  readonly drawn: Drawn;
}

/** The next request of the conversation; null when it is over. */
function nextTurn(
  { cell, model }: Sample,
  { turn, reply, drawn }: Answered,
  { prompts, rounds }: CellContext,
): Turn | null {
  if (turn.round >= mostRequests(cell.track, model, rounds) || reply.outcome !== 'replied') return null;
  const message = nextMessage(cell.track, drawn.rendered(), prompts);
  if (message === null) return null;
  const round = turn.round + 1;
  const said: Message = { role: 'assistant', text: reply.text, pictures: [] };
  const request = { ...turn.request, round, messages: [...turn.request.messages, said, message] };
  return { round, key: nextReplyKey(turn.key, reply, prompts.hash), request };
}

function isContent(reply: ModelReply): boolean {
  return reply.outcome === 'replied' && keepsDrawing(reply.text);
}

/** Whether a conversation ended there because its drawing left nothing to mend. */
export function isNothingToMend(concluded: Conclusion | null, round: number): boolean {
  return concluded?.finalRound === round && concluded.note === NOTHING_TO_MEND;
}

function isOnFile({ id }: Sample, { round, key }: Turn, { store }: CellContext): boolean {
  return store.findReply({ sampleId: id, round }, key) !== null;
}

interface Over {
  readonly turn: Turn;
  /** It was over before; a newer TeX may draw it another way, but asking again would cost money. */
  readonly wasOver: boolean;
}

function endingOf(
  { id, cell, model }: Sample,
  { turn, wasOver }: Over,
  { store, rounds }: CellContext,
): string {
  if (wasOver) return NOTHING_TO_MEND;
  if (turn.round >= mostRequests(cell.track, model, rounds)) return '';
  const drawn = store.drawnOutcome({ sampleId: id, round: turn.round });
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
