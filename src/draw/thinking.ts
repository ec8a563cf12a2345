/** A reply without what it thinks aloud. */
export interface SpokenReply {
  readonly text: string;
  /** Whether something was left out. */
  readonly hasThought: boolean;
  /** What follows a `<think>` that is never closed, else null. */
  readonly unclosedThought: string | null;
}

const OPEN = /^[ \t]*<(think|thinking|thought|reasoning)>/gim;
const CLOSE = /<\/(?:think|thinking|thought|reasoning)>/gi;

/** Leaves out `<think>…</think>` (also `thinking`, `thought`, `reasoning`), and all before a closing tag whose opening one is missing. Linear. */
export function leaveOutThinking(reply: string): SpokenReply {
  const spoken: string[] = [];
  let at = 0;
  let hasThought = false;
  for (;;) {
    const close = find(CLOSE, reply, at);
    const open = find(OPEN, reply, at);
    if (open !== null && (close === null || open.start < close.start)) {
      spoken.push(reply.slice(at, open.start));
      hasThought = true;
      const end = find(CLOSE, reply, open.end);
      if (end === null)
        return { text: spoken.join('\n'), hasThought, unclosedThought: reply.slice(open.end) };
      at = end.end;
    } else if (close !== null && !hasThought && isOnItsOwn(reply, close)) {
      spoken.length = 0;
      hasThought = true;
      at = close.end;
    } else {
      spoken.push(reply.slice(at));
      return { text: spoken.join('\n'), hasThought, unclosedThought: null };
    }
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
}

function find(pattern: RegExp, text: string, from: number): Found | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, end: pattern.lastIndex };
}

function isOnItsOwn(text: string, found: Found): boolean {
  return text.slice(Math.max(0, found.start - 1), found.start).trim() === '';
}
