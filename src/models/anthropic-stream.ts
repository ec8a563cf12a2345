import { MalformedError } from './exchange.ts';
import { type Fields, fieldsOf, textOf } from './lenient.ts';

interface StreamHooks {
  onToken(): void;
}

/** The text fields of blocks, by the kind of piece that makes them longer. */
const GROWS: Readonly<Record<string, string>> = {
  text_delta: 'text',
  thinking_delta: 'thinking',
  signature_delta: 'signature',
};

/**
 * The message that the events of a stream make, as the API gives it without streaming. Throws MalformedError where nothing
 * closes it.
 */
export async function readMessage(events: AsyncIterable<unknown>, hooks: StreamHooks): Promise<unknown> {
  const growing = new GrowingMessage();
  try {
    // Read to its end, not only to the closing event: so the connection can be used again.
    for await (const value of events) {
      const event = fieldsOf(value);
      if (textOf(event.type).startsWith('content_block')) hooks.onToken();
      growing.take(event);
    }
  } catch (error) {
    // What comes after the answer can't spoil it.
    if (!growing.isWhole) throw error;
  }
  if (!growing.isWhole) throw new MalformedError('the answer ended before it was complete');
  return growing.message();
}

class GrowingMessage {
  isWhole = false;
  #head: Fields = {};
  #usage: Fields = {};
  readonly #blocks = new Map<unknown, Record<string, unknown>>();

  take(event: Fields): void {
    if (event.type === 'message_start') this.#start(fieldsOf(event.message));
    if (event.type === 'content_block_start')
      this.#blocks.set(event.index, { ...fieldsOf(event.content_block) });
    if (event.type === 'content_block_delta') this.#grow(event.index, fieldsOf(event.delta));
    if (event.type === 'message_delta') this.#end(event);
    if (event.type === 'message_stop') this.isWhole = Object.keys(this.#head).length > 0;
  }

  message(): Fields {
    return { ...this.#head, content: [...this.#blocks.values()], usage: this.#usage };
  }

  #start(message: Fields): void {
    this.#head = message;
    this.#use(fieldsOf(message.usage));
  }

  #grow(index: unknown, delta: Fields): void {
    const field = GROWS[textOf(delta.type)];
    const block = this.#blocks.get(index);
    if (field !== undefined && block !== undefined)
      block[field] = textOf(block[field]) + textOf(delta[field]);
  }

  #end(event: Fields): void {
    this.#head = { ...this.#head, ...fieldsOf(event.delta) };
    this.#use(fieldsOf(event.usage));
  }

  /** The counts at the end are of the whole message; what they leave out was told at the start. */
  #use(usage: Fields): void {
    const told = Object.entries(usage).filter(([, value]) => value !== null);
    this.#usage = { ...this.#usage, ...Object.fromEntries(told) };
  }
}
