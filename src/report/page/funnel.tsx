import { HARNESS_TROUBLES, MODEL_FAILURES } from '../../domain/outcome.ts';
import type { Contender } from '../data.ts';
import type { Report, Sample } from './report.ts';
import { contenderName, counted, OUTCOME_WORDS } from './words.ts';

/** One slice of the funnel's bars. `kind` chooses colour and pattern. */
interface Slice {
  readonly kind: string;
  readonly words: string;
  readonly matches: (sample: Sample) => boolean;
}

const SLICES: readonly Slice[] = [
  {
    kind: 'clean',
    words: 'drawn',
    matches: (sample) => sample.outcome === 'drawn' && sample.clean !== false,
  },
  {
    kind: 'unclean',
    words: 'drawn, with TeX errors',
    matches: (sample) => sample.outcome === 'drawn' && sample.clean === false,
  },
  ...[...MODEL_FAILURES, ...HARNESS_TROUBLES].map((outcome) => ({
    kind: outcome,
    words: OUTCOME_WORDS[outcome].words,
    matches: (sample: Sample) => sample.outcome === outcome,
  })),
];

/** How far the samples came, one bar a contender; trouble of ours stands apart and out of the mean. */
export function Funnel({ report }: { readonly report: Report }) {
  const counts = report.contenders.map((contender) => ({ contender, slices: slicesOf(report, contender) }));
  const used = SLICES.filter((slice) => counts.some((row) => (row.slices.get(slice) ?? 0) > 0));
  const hasTrouble = used.some((slice) => (HARNESS_TROUBLES as readonly string[]).includes(slice.kind));
  return (
    <section aria-labelledby="funnel-title">
      <h2 id="funnel-title">How far they came</h2>
      <p class="hint">
        A reply that gives no picture scores 0 and stays in the mean.
        {hasTrouble && ' Trouble of ours (striped) is left out of the mean and never lowers a score.'}
      </p>
      <ul class="legend">
        {used.map((slice) => (
          <li key={slice.kind}>
            <i class={`swatch slice-${slice.kind}`} /> {slice.words}
          </li>
        ))}
      </ul>
      <ul class="funnel">
        {counts.map(({ contender, slices }) => (
          <li key={`${contender.modelId}|${contender.track}`}>
            <span class="who">{contenderName(report.run, contender)}</span>
            <FunnelBar slices={slices} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FunnelBar({ slices }: { readonly slices: ReadonlyMap<Slice, number> }) {
  const shown = [...slices].filter(([, count]) => count > 0);
  return (
    <ul class="bar">
      {shown.map(([slice, count]) => (
        <li
          key={slice.kind}
          class={`slice-${slice.kind}`}
          style={{ flexGrow: count }}
          title={`${slice.words}: ${count}`}
        >
          <span aria-hidden="true">{count}</span>
          <span class="only-heard">{`${counted(count, 'sample')} ${slice.words}`}</span>
        </li>
      ))}
    </ul>
  );
}

function slicesOf(report: Report, contender: Contender): ReadonlyMap<Slice, number> {
  const own = report.samples.filter((sample) => sample.contender === contender);
  return new Map(SLICES.map((slice) => [slice, own.filter(slice.matches).length]));
}
