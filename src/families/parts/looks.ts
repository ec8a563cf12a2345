import type { Random } from '../../util/random.ts';
import { BRIGHT_COLOURS } from './colours.ts';
import { chooseSome, shuffle } from './pick.ts';
import type { Item, Kind } from './thing.ts';

/** What a thing looks like, and how it is spoken of. */
export type Look = Pick<Item, 'kind' | 'colour' | 'name'>;

const PLAIN_KINDS: readonly Kind[] = ['circle', 'square', 'triangle', 'pentagon', 'hexagon'];

/**
 * So many looks that nobody can take for one another: a colour of its own each, and shapes that repeat only when
 * there are more things than shapes. @throws RangeError for more than nine.
 */
export function chooseLooks(random: Random, count: number, kinds: readonly Kind[] = PLAIN_KINDS): Look[] {
  const colours = chooseSome(random, BRIGHT_COLOURS, count);
  const rounds = Math.ceil(count / kinds.length);
  const all = Array.from({ length: rounds }, () => shuffle(random, kinds)).flat();
  return colours.flatMap((colour, index) => {
    const kind = all[index];
    return kind === undefined ? [] : [{ kind, colour, name: `${colour} ${kind}` }];
  });
}
