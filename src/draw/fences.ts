/** A piece of a reply: inside a fence, or the prose between fences. */
export interface ReplyPiece {
  readonly kind: 'fence' | 'prose';
  /** First word after the opening fence, in lower case; empty for prose and for fences without one. */
  readonly language: string;
  readonly text: string;
  /** False for a fence that the reply never closes. */
  readonly isClosed: boolean;
}

interface OpenFence {
  readonly mark: string;
  readonly length: number;
  readonly language: string;
}

const MAX_INFO = 200;

/**
 * Cuts a reply at its fences (``` and ~~~, of any length and indent, as CommonMark has it). Beyond CommonMark: prose may stand
 * before an opening fence, code before a closing one, and a fence with a language ends one that was left open. Linear.
 */
export function splitAtFences(reply: string): readonly ReplyPiece[] {
  const pieces: ReplyPiece[] = [];
  let fence: OpenFence | null = null;
  let lines: string[] = [];
  const flush = (isClosed: boolean): void => {
    pieces.push({
      kind: fence === null ? 'prose' : 'fence',
      language: fence?.language ?? '',
      text: lines.join('\n'),
      isClosed,
    });
    lines = [];
  };
  for (const line of reply.split('\n')) {
    const change: FenceChange | null = fence === null ? readOpening(line) : readInside(line, fence);
    if (change === null) {
      lines.push(line);
      continue;
    }
    if (change.before.trim() !== '') lines.push(change.before);
    flush(true);
    fence = change.opened;
  }
  flush(fence === null);
  return pieces.filter((piece) => piece.text.trim() !== '');
}

interface FenceChange {
  /** What stands on the line before the fence. */
  readonly before: string;
  readonly opened: OpenFence | null;
}

function readOpening(line: string): FenceChange | null {
  const start = firstFence(line);
  if (start === -1) return null;
  const mark = line.charAt(start);
  const marksEnd = endOfRun(line, start);
  const info = line.slice(marksEnd).trim();
  const before = line.slice(0, start);
  if (info.length > MAX_INFO || (mark === '`' && info.includes('`'))) return null;
  if (before.trim() !== '' && (mark === '~' || /\s/.test(info))) return null;
  return {
    before,
    opened: { mark, length: marksEnd - start, language: cleanLanguage(info.split(/\s/)[0] ?? '') },
  };
}

function firstFence(line: string): number {
  const backticks = line.indexOf('```');
  const tildes = line.indexOf('~~~');
  return backticks === -1 || (tildes !== -1 && tildes < backticks) ? tildes : backticks;
}

function endOfRun(line: string, start: number): number {
  let end = start;
  while (line.charAt(end) === line.charAt(start) && end < line.length) end += 1;
  return end;
}

function readInside(line: string, fence: OpenFence): FenceChange | null {
  const closing = readClosing(line, fence);
  if (closing !== null) return closing;
  const opening = readOpening(line);
  if (opening?.opened?.mark !== fence.mark || opening.opened.length !== fence.length) return null;
  return opening.opened.language !== '' && opening.before.trim() === '' ? opening : null;
}

function readClosing(line: string, fence: OpenFence): FenceChange | null {
  const trimmed = line.trimEnd();
  let start = trimmed.length;
  while (start > 0 && trimmed.charAt(start - 1) === fence.mark) start -= 1;
  if (trimmed.length - start < fence.length) return null;
  const before = trimmed.slice(0, start);
  return before.trim() === '' || fence.mark === '`' ? { before, opened: null } : null;
}

function cleanLanguage(word: string): string {
  return word.replace(/^[{.]+|[}:]+$/g, '').toLowerCase();
}
