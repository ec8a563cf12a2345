import { printable } from '../../../util/printable.ts';
import type { PairDetails, SampleDetails } from '../../data.ts';
import { PAIR_SIGNS, pairVoteWords, pairWords } from '../pair-words.ts';
import type { Report, Sample } from '../report.ts';
import { sampleAddress } from '../route.ts';

/** With more pairs than this by one judge, its sentences are folded. */
const MOST_OPEN = 3;

interface PairsProps {
  readonly report: Report;
  readonly sample: Sample;
  readonly details: SampleDetails;
}

/** What judges say of this drawing beside those of other models; nothing where nobody compared it. */
export function SamplePairs({ report, sample, details }: PairsProps) {
  const { pairs = [], pairCuts = [] } = details;
  if (pairs.length === 0) return null;
  return (
    <section class="sample-pairs" aria-label="Pairs">
      <h3>Beside other drawings</h3>
      <p class="hint">Asked in both orders which of the two is better. It is no part of any score.</p>
      {[...Map.groupBy(pairs, ({ judgeId }) => judgeId)].map(([judgeId, own]) => (
        <div key={judgeId}>
          <b>{printable(judgeId)}</b>
          <ul class="pair-verdicts">
            {own.map((pair) => (
              <Pair key={pair.otherId} {...{ report, sample, pair }} isOpen={own.length <= MOST_OPEN} />
            ))}
          </ul>
        </div>
      ))}
      {pairCuts.map((cut) => (
        <p key={cut} class="hint">
          {cut}
        </p>
      ))}
    </section>
  );
}

interface PairProps extends Omit<PairsProps, 'details'> {
  readonly pair: PairDetails;
  readonly isOpen: boolean;
}

function Pair({ report, sample, pair, isOpen }: PairProps) {
  const other = report.byId.get(pair.otherId);
  const [before, after] = pairWords(pair);
  return (
    <li class={pair.outcome}>
      <details open={isOpen}>
        <summary>
          <span aria-hidden="true">{PAIR_SIGNS[pair.outcome]} </span>
          {before}
          {other ? <b>{printable(other.contender.modelId)}’s</b> : printable(pair.otherId)}
          {after}
        </summary>
        {pair.votes.map((vote, place) => (
          <p key={place}>
            Shown {place === 0 ? 'first' : 'second'}: <VoteWords vote={vote} />
          </p>
        ))}
        {other && <a href={sampleAddress(sample.id, other.id)}>See both side by side</a>}
      </details>
    </li>
  );
}

function VoteWords({ vote }: { readonly vote: PairDetails['votes'][number] }) {
  const words = printable(pairVoteWords(vote));
  if (vote.better === null) return <>{words}</>;
  return (
    <>
      <b>{words}</b> {vote.evidence !== '' && <q>{printable(vote.evidence)}</q>}
    </>
  );
}
