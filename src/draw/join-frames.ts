import type { Drawing } from '../domain/drawing.ts';
import type { Candidate } from './candidates.ts';

/**
 * The frames of a moving scene that stand in several blocks, joined into one drawing; null when one block holds as many
 * as are wanted, when a block is a whole document, or when they are not as many together. Preambles are taken once each.
 */
export function joinFrames(candidates: readonly Candidate[], frames: number): Drawing | null {
  const blocks = candidates.flatMap(({ block, isForeign }) =>
    block.kind === 'complete' && !block.isHollow && !isForeign ? [block] : [],
  );
  const sum = blocks.reduce((count, { pictures }) => count + pictures, 0);
  if (blocks.length < 2 || sum !== frames || blocks.some(({ form }) => form === 'document')) return null;
  const preambles = candidates.flatMap(({ block }) => {
    if (block.kind === 'preamble') return [block.text];
    return block.kind === 'complete' && block.preamble !== '' ? [block.preamble] : [];
  });
  const preamble = [...new Set(preambles.map((one) => one.trim()))].map((one) => `${one}\n`).join('');
  const body = blocks.map((block) => block.body).join('\n');
  return {
    form: preamble === '' ? 'picture' : 'preamble-and-picture',
    source: `${preamble}${body}`,
    preamble,
    body,
    note: `${frames} frames, taken from ${blocks.length} blocks`,
  };
}
