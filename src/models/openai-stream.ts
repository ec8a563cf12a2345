import { BrokenOffError, MalformedError } from './exchange.ts';
import { fieldsOf, textOf } from './lenient.ts';

/** Events that tell only that the server has heard. */
const NO_TOKEN = new Set(['response.created', 'response.in_progress', 'response.queued', 'keepalive']);
const CLOSING = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
  'response.cancelled',
]);

interface StreamHooks {
  onToken(): void;
}

/**
 * The `response` object that closes a stream of the Responses API. Servers that close it without the output (seen where only
 * the items carry it) get it from the items that were done. Throws MalformedError where nothing closes it.
 */
export async function readResponse(events: AsyncIterable<unknown>, hooks: StreamHooks): Promise<unknown> {
  const items: unknown[] = [];
  let closing: unknown;
  try {
    // Read to its end, not only to the closing event: so the connection can be used again.
    for await (const value of events) {
      const event = fieldsOf(value);
      const type = textOf(event.type);
      if (type === 'error') throw new BrokenOffError({ ...event, ...fieldsOf(event.error) });
      if (!NO_TOKEN.has(type)) hooks.onToken();
      if (type === 'response.output_item.done') items.push(event.item);
      if (CLOSING.has(type)) closing ??= withOutput(event.response, items);
    }
  } catch (error) {
    // What comes after the answer can't spoil it.
    if (closing === undefined) throw error;
  }
  if (closing === undefined) throw new MalformedError('the answer ended before it was complete');
  return closing;
}

function withOutput(value: unknown, items: readonly unknown[]): unknown {
  const response = fieldsOf(value);
  const hasOutput = Array.isArray(response.output) && response.output.length > 0;
  return hasOutput || items.length === 0 ? value : { ...response, output: items };
}
