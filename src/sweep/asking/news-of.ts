import type { ModelReply, TroubleKind } from '../../domain/reply.ts';
import type { LaneNews } from './breaker.ts';

const NEWS: Readonly<Record<TroubleKind, LaneNews>> = {
  'rate-limit': 'rate-limit',
  server: 'down',
  network: 'down',
  timeout: 'down',
  malformed: 'down',
  key: 'refused',
  quota: 'refused',
  'not-found': 'refused',
  'bad-request': 'refused',
};

/** What a reply tells of its lane. */
export function newsOf(reply: ModelReply): LaneNews {
  if (reply.outcome !== 'provider-trouble') return 'answered';
  return reply.trouble ? NEWS[reply.trouble.kind] : 'no-news';
}
