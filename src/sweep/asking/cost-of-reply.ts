import { mayBeBilled } from '../../domain/billed.ts';
import type { Model } from '../../domain/model.ts';
import { costOf } from '../../domain/money.ts';
import type { ModelReply } from '../../domain/reply.ts';

/** US dollars of a request: what the provider says, else by its tokens and the model's price; null: not known. */
export function costOfReply(reply: ModelReply, { price }: Pick<Model, 'price'>): number | null {
  if (price === undefined) return 0;
  const { facts } = reply;
  return facts?.costUsd ?? (mayBeBilled(reply) ? costOf(facts?.usage ?? null, price) : 0);
}
