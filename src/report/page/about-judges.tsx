import type { RunJudge } from '../../domain/run.ts';
import type { JudgeAgreement } from '../../domain/summary.ts';
import { printable, printableLine } from '../../util/printable.ts';
import { count, usd } from './amounts.ts';
import { JudgePrompts } from './judge-prompts.tsx';
import { settingWords } from './model-words.ts';
import type { Report } from './report.ts';
import { counted, percent } from './words.ts';

const HEADS = ['Judge', 'Asked with', 'Votes', 'Blind naming', 'Models of its maker', 'Took'];

/** Who judged, how each was asked, what it took, how far they agree; nothing where nobody judged. */
export function AboutJudges({ report }: { readonly report: Report }) {
  const judges = report.run.judges ?? [];
  if (judges.length === 0) return null;
  return (
    <details class="about-judges">
      <summary>About the judges</summary>
      <p class="hint">
        A judge is shown the picture and the questions, never the source, who drew it, or what geometry says
        of it.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {judges.map((judge) => (
              <JudgeRow key={judge.id} judge={judge} />
            ))}
          </tbody>
        </table>
      </div>
      <Agreements agreements={report.summary.agreements ?? []} />
      <JudgePrompts judges={judges} />
    </details>
  );
}

function JudgeRow({ judge }: { readonly judge: RunJudge }) {
  const { id, settings, facts, votes, blindNaming, skipsOwnFamily } = judge;
  const words = settingWords(settings);
  return (
    <tr>
      <th scope="row">
        {printable(id)}
        {facts?.maker && <small>{printableLine(facts.maker, 80)}</small>}
      </th>
      <td>{words.length > 0 ? words.join(' · ') : 'the provider’s defaults'}</td>
      <td>{votes === 1 ? 'one an item' : `${count(votes)} an item`}</td>
      <td>{blindNaming ? 'asked first what is drawn' : 'no'}</td>
      <td>{skipsOwnFamily ? 'left out' : 'judged, and flagged'}</td>
      <td>{judgeSpendWords(judge.spend)}</td>
    </tr>
  );
}

/** `80 requests · 72,960 tokens in, 11,440 out · $0.12`. What is not known is unknown, never $0. */
function judgeSpendWords(spend: RunJudge['spend']): string {
  if (spend === undefined) return 'not asked yet';
  const { requests, costUsd, unknownCosts, inputTokens, outputTokens } = spend;
  const tokens = (known: number | null): string => (known === null ? 'unknown' : count(known));
  const parts = [
    counted(requests, 'request'),
    inputTokens === null && outputTokens === null
      ? 'tokens unknown'
      : `${tokens(inputTokens)} tokens in, ${tokens(outputTokens)} out`,
    unknownCosts === 0 ? usd(costUsd) : lowerBound(costUsd, unknownCosts),
  ];
  return parts.join(' · ');
}

function lowerBound(costUsd: number, unknownCosts: number): string {
  return costUsd === 0
    ? 'cost unknown'
    : `≥ ${usd(costUsd)}, unknown for ${counted(unknownCosts, 'request')}`;
}

function Agreements({ agreements }: { readonly agreements: readonly JudgeAgreement[] }) {
  if (agreements.length === 0) return null;
  return (
    <ul class="agreements">
      {agreements.map(({ judgeIds, items, agreed }) => (
        <li key={judgeIds.join('|')}>
          <b>{printable(judgeIds[0])}</b> and <b>{printable(judgeIds[1])}</b>{' '}
          {items === 0
            ? 'have no item in common.'
            : `agree on ${count(agreed)} of ${counted(items, 'item')} (${percent(agreed / items)}).`}
        </li>
      ))}
    </ul>
  );
}
