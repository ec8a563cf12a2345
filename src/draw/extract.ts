import { Buffer } from 'node:buffer';
import type { Drawing, Extraction } from '../domain/drawing.ts';
import type { Block } from './block.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { unescapeHtml } from './html-entities.ts';
import { joinFrames } from './join-frames.ts';
import { explainNoCode } from './no-code.ts';
import { earlierOrLaterPreamble } from './preamble-blocks.ts';
import { leaveOutThinking } from './thinking.ts';

/** A reply longer than this is not read: the longest honest replies are below 100 KiB. */
export const MAX_REPLY_BYTES = 1024 * 1024;

type CompleteBlock = Extract<Block, { kind: 'complete' }>;

/**
 * Finds the drawing in a reply, or in a `.tex` file. The last complete picture or document wins; its block is taken
 * whole, as the model wrote it. Where frames are wanted and stand in blocks of their own, all of them are taken. What was chosen and what was left out is in `note`. Never throws; linear in time.
 */
export function extractDrawing(reply: string, frames?: number): Extraction {
  if (Buffer.byteLength(reply) > MAX_REPLY_BYTES) {
    return { outcome: 'too-large', reason: `the reply is longer than ${MAX_REPLY_BYTES / 1024} KiB` };
  }
  const text = normalise(reply);
  if (text.trim() === '') return { outcome: 'empty', reason: 'the reply is empty' };
  const spoken = leaveOutThinking(text);
  const notes = spoken.hasThought ? ['the text in thinking tags was left out'] : [];
  const answer =
    (frames === undefined ? null : extractFrames(spoken.text, frames, notes)) ??
    extractFrom(spoken.text, notes);
  if (answer.outcome === 'found' || spoken.unclosedThought === null) {
    return spoken.text.trim() === '' && spoken.unclosedThought === null
      ? { outcome: 'no-code', reason: 'there is nothing after the thinking' }
      : answer;
  }
  return extractFromThought(spoken.unclosedThought);
}

function extractFrames(text: string, frames: number, notes: readonly string[]): Extraction | null {
  const drawing = joinFrames(findCandidates(text), frames);
  if (drawing === null) return null;
  return { outcome: 'found', drawing: unescaped({ ...drawing, note: joinNotes([drawing.note, ...notes]) }) };
}

/** The thinking never ends: a complete picture in it is taken, for the closing tag may just be missing. Anything less was cut off. */
function extractFromThought(thought: string): Extraction {
  const extraction = extractFrom(thought, [
    'the thinking never ends; the last complete picture in it was taken',
  ]);
  const isComplete = extraction.outcome === 'found' && !extraction.drawing.note.includes(WRAPPED);
  return isComplete ? extraction : { outcome: 'truncated', reason: 'the reply ends within its thinking' };
}

function extractFrom(text: string, notes: readonly string[]): Extraction {
  const candidates = findCandidates(text);
  const chosen = choose(candidates);
  if (chosen !== null) return { outcome: 'found', drawing: takeComplete(candidates, chosen, notes) };
  const cutOff = candidates.findLast((candidate) => candidate.block.kind === 'truncated');
  if (cutOff?.block.kind === 'truncated')
    return { outcome: 'truncated', reason: `${cutOff.block.reason}, in ${cutOff.place}` };
  const commands = candidates.findLast(({ block, isForeign }) => block.kind === 'commands' && !isForeign);
  if (commands !== undefined) return { outcome: 'found', drawing: wrapCommands(candidates, commands, notes) };
  return { outcome: 'no-code', reason: explainNoCode(text, candidates) };
}

/** The last complete picture; one with nothing but dots in it, or in a block of another language, only when there is no other. */
function choose(candidates: readonly Candidate[]): Candidate | null {
  const complete = candidates.filter((candidate) => candidate.block.kind === 'complete');
  const isSolid = ({ block }: Candidate): boolean => block.kind === 'complete' && !block.isHollow;
  return (
    complete.findLast((candidate) => !candidate.isForeign && isSolid(candidate)) ??
    complete.findLast((candidate) => !candidate.isForeign) ??
    complete.findLast(isSolid) ??
    null
  );
}

function takeComplete(
  candidates: readonly Candidate[],
  chosen: Candidate,
  notes: readonly string[],
): Drawing {
  const block = chosen.block as CompleteBlock;
  const borrowed = block.form === 'picture' ? earlierOrLaterPreamble(candidates, chosen) : null;
  const preamble = borrowed === null ? block.preamble : borrowed.text;
  const drawing: Drawing = {
    form: borrowed === null ? block.form : formWith(preamble),
    source: borrowed === null ? block.text : `${borrowed.text}\n${block.text}`,
    preamble,
    body: block.body,
    note: joinNotes([
      `taken from ${chosen.place}`,
      ...(block.pictures > 1 ? [`${block.pictures} pictures in it`] : []),
      ...(block.fault === null ? [] : [block.fault]),
      ...(borrowed === null ? [] : [borrowed.note]),
      ...leftOut(candidates, chosen),
      ...notes,
    ]),
  };
  return unescaped(drawing);
}

const WRAPPED = 'there was no picture environment around the commands, so one was put there';

function wrapCommands(
  candidates: readonly Candidate[],
  chosen: Candidate,
  notes: readonly string[],
): Drawing {
  const block = chosen.block as Extract<Block, { kind: 'commands' }>;
  const borrowed = block.preamble === '' ? earlierOrLaterPreamble(candidates, chosen) : null;
  const preamble = borrowed === null ? block.preamble : borrowed.text;
  const others = candidates.filter(({ block: other }) => other.kind === 'commands').length - 1;
  return unescaped({
    form: preamble === '' ? 'picture' : formWith(preamble),
    source: borrowed === null ? block.text : `${borrowed.text}\n${block.text}`,
    preamble,
    body: `\\begin{tikzpicture}\n${block.body}\n\\end{tikzpicture}`,
    note: joinNotes([
      `taken from ${chosen.place}`,
      WRAPPED,
      ...(borrowed === null ? [] : [borrowed.note]),
      ...(others === 0
        ? []
        : [`left out: ${others} earlier ${others === 1 ? 'stretch' : 'stretches'} of commands`]),
      ...notes,
    ]),
  });
}

function formWith(preamble: string): Drawing['form'] {
  return /^[^%\n]*\\document(?:class|style)/m.test(preamble) ? 'document' : 'preamble-and-picture';
}

function leftOut(candidates: readonly Candidate[], chosen: Candidate): readonly string[] {
  const at = candidates.indexOf(chosen);
  const earlier = candidates.filter(({ block }, index) => block.kind === 'complete' && index < at).length;
  const later = candidates.slice(at + 1).map(({ block }) => block.kind);
  return [
    ...(earlier > 0
      ? [`left out: ${earlier} earlier complete ${earlier === 1 ? 'drawing' : 'drawings'}`]
      : []),
    ...(later.includes('complete')
      ? ['left out: a later picture that is hollow or in another language']
      : []),
    ...(later.includes('commands') ? ['left out: later commands that are no complete picture'] : []),
    ...(later.includes('truncated') ? ['left out: a later picture that never ends'] : []),
  ];
}

function unescaped(drawing: Drawing): Drawing {
  const body = unescapeHtml(drawing.preamble + drawing.body);
  if (body === null) return drawing;
  const preamble = unescapeHtml(drawing.preamble) ?? drawing.preamble;
  return {
    ...drawing,
    preamble,
    body: body.slice(preamble.length),
    note: joinNotes([drawing.note, 'it was escaped for HTML, and was unescaped']),
  };
}

function joinNotes(notes: readonly string[]): string {
  return notes.join('; ');
}

/** Line ends become `\n`; a byte order mark and NUL, which no TeX file holds, go. */
function normalise(reply: string): string {
  return reply
    .replace(/^\uFEFF/, '')
    .replaceAll('\u0000', '')
    .replace(/\r\n?/g, '\n');
}
