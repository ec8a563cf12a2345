import type { Model } from '../domain/model.ts';
import type { ModelReply, ModelRequest } from '../domain/reply.ts';
import { sha256 } from '../util/sha256.ts';
import { hashJson, stageKey } from './stage-key.ts';

/**
 * Key of the first reply in the run file: all that it depends on. The sample's number is in it, so that repeats are asked
 * for each for itself.
 */
export function firstReplyKey(model: Model, request: ModelRequest): string {
  return stageKey({
    model: model.id,
    settings: model.fingerprint?.(request) ?? '',
    track: request.track,
    sample: String(request.sample),
    systemPrompt: request.systemPrompt,
    prompt: request.messages[0]?.text ?? '',
  });
}

/** What is asked next. `turn`: the text of a new turn; left out where the same turn goes on. */
export interface NextQuestion {
  readonly promptsHash: string;
  readonly turn?: string;
}

/**
 * Key of a later reply in the run file: what was said before, and the wording of what comes back. Not the picture or the
 * log that came back: those may look another way with a newer TeX, and nobody pays again for that.
 */
export function nextReplyKey(before: string, reply: ModelReply, { promptsHash, turn }: NextQuestion): string {
  const asked = turn === undefined ? {} : { turn };
  return stageKey({ before, reply: hashReply(reply), prompts: promptsHash, ...asked });
}

/** What a drawing depends on of a reply: its text, or why there is none. */
export function hashReply(reply: ModelReply): string {
  if (reply.outcome === 'replied') return hashJson([reply.outcome, reply.text]);
  if (reply.outcome === 'provider-trouble') return hashJson([reply.outcome, reply.reason]);
  return hashJson([reply.outcome, reply.text, reply.reason]);
}

/**
 * Key of a reply in the cache that all runs share: everything that is sent, pictures included, and the number of the
 * sample. The track too: its samples are draws of their own.
 */
export function cacheKey(model: Model, request: ModelRequest): string {
  const messages = request.messages.map(({ role, text, pictures }) => ({
    role,
    text,
    pictures: pictures.map(({ bytes }) => sha256(bytes)),
  }));
  return stageKey({
    // The label of a model is a name for its settings, which are in the fingerprint.
    model: model.id.replace(/@[^@]*$/, ''),
    settings: model.fingerprint?.(request) ?? '',
    track: request.track,
    sample: String(request.sample),
    round: String(request.round),
    systemPrompt: request.systemPrompt,
    messages: hashJson(messages),
    ...(request.answerForm && { answerForm: hashJson(request.answerForm) }),
  });
}
