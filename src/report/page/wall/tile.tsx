import { isTrouble } from '../../../domain/outcome.ts';
import type { RunInfo } from '../../../domain/run.ts';
import { printable } from '../../../util/printable.ts';
import { disputeWords, likenessRange, likenessWords } from '../likeness-words.ts';
import type { Sample } from '../report.ts';
import { sampleAddress } from '../route.ts';
import { contenderName, counted, OUTCOME_WORDS, pictureWords, score, scoreWords } from '../words.ts';

interface TileProps {
  readonly run: RunInfo;
  readonly sample: Sample;
  readonly caption: 'none' | 'task and contender';
  readonly showsScore?: boolean;
}

/** One picture on its white card, or in words why there is none; a link to the sample's view. */
export function Tile({ run, sample, caption, showsScore = true }: TileProps) {
  return (
    <a
      class="tile"
      href={sampleAddress(sample.id)}
      aria-label={[
        pictureWords(run, sample),
        scoreWords(sample),
        ...heardLikeness(sample),
        ...heardRepeat(sample),
      ].join(', ')}
      data-sample={printable(sample.id)}
    >
      <span class={sample.picture ? 'card' : 'card without'}>
        {sample.picture ? (
          <img
            src={`images/${sample.picture.hash}.png`}
            width={sample.picture.widthPx}
            height={sample.picture.heightPx}
            loading="lazy"
            decoding="async"
            alt={pictureWords(run, sample)}
          />
        ) : (
          <Failure sample={sample} />
        )}
      </span>
      {showsScore && <Badge sample={sample} />}
      {showsScore && <LikenessLine run={run} sample={sample} />}
      {showsScore && sample.repeats && (
        <span class="repeats-line" aria-hidden="true">
          same as {sample.repeats.number}
        </span>
      )}
      {caption !== 'none' && (
        <span class="caption">
          <b>{printable(sample.task.title)}</b>
          <small>{contenderName(run, sample.contender)}</small>
        </span>
      )}
    </a>
  );
}

function Failure({ sample }: { readonly sample: Sample }) {
  const { words, sign } = OUTCOME_WORDS[sample.outcome];
  return (
    <span class={isTrouble(sample.outcome) ? 'failure ours' : 'failure'}>
      <i aria-hidden="true">{sign}</i>
      {words}
    </span>
  );
}

function Badge({ sample }: { readonly sample: Sample }) {
  if (isTrouble(sample.outcome) || sample.spatial === null) return null;
  return (
    <span class={sample.full ? 'badge full' : 'badge'} title={scoreWords(sample)}>
      {sample.full ? '★ ' : ''}
      {score(sample.spatial)}
      {sample.rounds !== undefined && <span class="rounds-of"> · {counted(sample.rounds, 'round')}</span>}
    </span>
  );
}

/** What judges say, in a second and quieter line, with a mark where they disagree. */
function LikenessLine({ run, sample }: Pick<TileProps, 'run' | 'sample'>) {
  const { likeness, disputed } = sample;
  if (likeness === undefined) return null;
  const byJudge = likeness.map(
    (row) => `${printable(run.judges?.[row.judge]?.id ?? 'judge')}: ${likenessWords(row)}`,
  );
  const dispute = disputeWords(disputed);
  return (
    <span class="likeness-line" title={[...byJudge, dispute].filter(Boolean).join('\n')}>
      likeness{' '}
      <span class="nowrap">
        {likenessRange(likeness)}
        {dispute !== '' && <b class="disputed"> ≠</b>}
      </span>
    </span>
  );
}

function heardLikeness({ likeness, disputed }: Sample): string[] {
  if (likeness === undefined) return [];
  return [`likeness ${likenessRange(likeness)}`, disputeWords(disputed)].filter(Boolean);
}

function heardRepeat({ repeats }: Sample): string[] {
  return repeats ? [`shows the same as sample ${repeats.number}`] : [];
}
