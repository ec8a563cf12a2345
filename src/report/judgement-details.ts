import type { BlindName, ItemVote, JudgedVerdict, Judgement } from '../domain/judgement.ts';
import { createCutter } from './cutter.ts';
import type { JudgementDetails } from './data.ts';

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
