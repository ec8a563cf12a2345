import type { RoundWorth } from '../../domain/summary.ts';
import type { Contender } from '../data.ts';
import { IntervalBar } from './interval-bar.tsx';
import type { Report } from './report.ts';
import { contenderName, counted, percent, score, signed } from './words.ts';

/** What it helped to send something back, one card a contender; nothing where nothing was. */
export function Rounds({ report }: { readonly report: Report }) {
  const cards = report.contenders
    .map((contender) => ({ contender, worths: worthsOf(report, contender) }))
    .filter(({ worths }) => worths.length > 0);
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="rounds-title">
      <h2 id="rounds-title">What each round was worth</h2>
      <p class="hint">
        {whatComesBack(cards.map(({ contender }) => contender.track))} A conversation that ended earlier
        counts with its last drawing, so every round is about the same samples. The gain is compared with
        round 1, sample by sample.
      </p>
      <div class="rounds">
        {cards.map(({ contender, worths }) => (
          <RoundCard
            key={`${contender.modelId}|${contender.track}`}
            name={contenderName(report.run, contender)}
            worths={worths}
          />
        ))}
      </div>
    </section>
  );
}

function worthsOf(report: Report, { modelId, track }: Contender): readonly RoundWorth[] {
  return report.summary.rounds.filter((row) => row.modelId === modelId && row.track === track);
}

function whatComesBack(tracks: readonly string[]): string {
  const rules = [
    tracks.includes('repair') &&
      'On repair, the model is sent what TeX complains of and may mend its drawing.',
    tracks.includes('sighted') && 'On sighted, it is shown the picture that its drawing makes.',
  ];
  return rules.filter(Boolean).join(' ');
}

function RoundCard({ name, worths }: { readonly name: string; readonly worths: readonly RoundWorth[] }) {
  return (
    <article class="round-card" aria-label={name}>
      <h3>{name}</h3>
      <p class="verdict-line">{verdictWords(worths)}</p>
      <div class="round-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Round</th>
              <th scope="col" class="number">
                Spatial
              </th>
              <th scope="col">95 % interval</th>
              <th scope="col" class="number">
                Gain
              </th>
              <th scope="col" class="number">
                Drawn
              </th>
              <th scope="col" class="number">
                Got here
              </th>
            </tr>
          </thead>
          <tbody>
            {worths.map((worth) => (
              <RoundRow key={worth.round} worth={worth} />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function RoundRow({ worth }: { readonly worth: RoundWorth }) {
  const { round, spatial, interval, gain, drawnRate, cleanRate, reached } = worth;
  return (
    <tr>
      <th scope="row">{round}</th>
      <td class="number strong">{score(spatial)}</td>
      <td>
        <IntervalBar mean={spatial} interval={interval} of={`round ${round}`} />
      </td>
      <td class="number">
        {gain === null ? <span class="muted">–</span> : signed(gain.mean)}
        {gain?.interval && (
          <small>
            {signed(gain.interval.low)} to {signed(gain.interval.high)}
          </small>
        )}
      </td>
      <td class="number">
        {percent(drawnRate)}
        <small>{percent(cleanRate)} clean</small>
      </td>
      <td class="number">{percent(reached)}</td>
    </tr>
  );
}

/** The last round in one sentence. A gain is only called one when its interval leaves out 0. */
function verdictWords(worths: readonly RoundWorth[]): string {
  const last = worths.at(-1);
  const samples = counted(last?.samples ?? 0, 'sample');
  if (!last?.gain) return `No conversation went beyond round 1, over ${samples}.`;
  const { mean, interval } = last.gain;
  const by = `by round ${last.round}, over ${samples}`;
  if (interval === null) return `${signed(mean)} ${by}; one task is too few for an interval.`;
  if (interval.low > 0) return `It helps: ${signed(mean)} ${by}.`;
  if (interval.high < 0) return `It hurts: ${signed(mean)} ${by}.`;
  return `No clear difference: ${signed(mean)} ${by}.`;
}
