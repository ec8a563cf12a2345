import type { BlindName, ItemVote, JudgedVerdict, Judgement } from '../domain/judgement.ts';
import type { JudgementDetails } from './data.ts';

// Judges are asked for a sentence; the run file keeps what they say beyond that.
const MAX_SENTENCE_CHARACTERS = 1_000;
const MAX_ITEMS = 200;
const MAX_VOTES = 20;
const MAX_THINGS = 50;

/** A judgement, cut to what a page can carry; each cut leaves a sentence in `cuts`. */
export function judgementDetails(judgement: Judgement): JudgementDetails {
  const cutter = createCutter();
  const cutVote = (vote: ItemVote): ItemVote => ({ ...vote, evidence: cutter.text(vote.evidence) });
  const cutName = (name: BlindName): BlindName => ({
    ...name,
    sentence: cutter.text(name.sentence),
    things: name.things && cutter.list('names', name.things, MAX_THINGS).map(cutter.text),
  });
  const cutVerdict = (verdict: JudgedVerdict): JudgedVerdict => ({
    ...verdict,
    reason: cutter.text(verdict.reason),
    votes: cutter.list('votes', verdict.votes, MAX_VOTES).map(cutVote),
  });
  const verdicts = cutter.list('items', judgement.verdicts, MAX_ITEMS).map(cutVerdict);
  const blindNames = cutter.list('votes', judgement.blindNames, MAX_VOTES).map(cutName);
  return { ...judgement, verdicts, blindNames, cuts: cutter.cuts() };
}

interface Cutter {
  readonly text: (text: string) => string;
  readonly list: <Item>(what: string, items: readonly Item[], max: number) => readonly Item[];
  readonly cuts: () => readonly string[];
}

function createCutter(): Cutter {
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
