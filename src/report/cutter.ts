// Judges are asked for a sentence; the run file keeps what they say beyond that.
const MAX_SENTENCE_CHARACTERS = 1_000;

/** Cuts what judges say to what a page can carry; each cut leaves a sentence, once. */
interface Cutter {
  readonly text: (text: string) => string;
  readonly list: <Item>(what: string, items: readonly Item[], max: number) => readonly Item[];
  readonly cuts: () => readonly string[];
}

/** A cutter that has cut nothing yet. */
export function createCutter(): Cutter {
  const cuts = new Set<string>();
  return {
    text: (text) => {
      if (text.length <= MAX_SENTENCE_CHARACTERS) return text;
      cuts.add(
        `Of long sentences the first ${MAX_SENTENCE_CHARACTERS} characters are shown; the run file has all.`,
      );
      return text.slice(0, MAX_SENTENCE_CHARACTERS);
    },
    list: (what, items, max) => {
      if (items.length <= max) return items;
      cuts.add(`The first ${max} of ${items.length} ${what} are shown; the run file has all.`);
      return items.slice(0, max);
    },
    cuts: () => [...cuts],
  };
}
