import { printable } from '../../../util/printable.ts';
import type { RoundDetails } from '../../data.ts';
import type { Sample } from '../report.ts';
import { OUTCOME_WORDS, score, scoreWords, signed } from '../words.ts';
import { cameBackWords, changesBetween } from './round-changes.ts';

/** How many criteria are named before the rest is only counted. */
const MOST_NAMED = 6;

interface FilmstripProps {
  readonly sample: Sample;
  readonly rounds: readonly RoundDetails[];
  /** Place of the round that is shown. */
  readonly place: number;
  readonly onChoose: (place: number) => void;
}

/** The rounds of a conversation as small pictures to choose from, with what came back to the model between them. */
export function Filmstrip({ sample, rounds, place, onChoose }: FilmstripProps) {
  if (rounds.length < 2) return null;
  const { track } = sample.contender;
  return (
    <section class="filmstrip" aria-label="Rounds">
      <ol>
        {rounds.map((round, index) => {
          const next = rounds[index + 1];
          return (
            <li key={round.round}>
              <button
                type="button"
                class="frame"
                aria-pressed={index === place}
                onClick={() => onChoose(index)}
              >
                <FramePicture round={round} />
                <b>{roundWords(rounds, index)}</b> <FrameScore round={round} before={rounds[index - 1]} />
              </button>
              {next && (
                <span class="came-back">
                  {next.turn === round.turn ? cameBackWords(track, round) : 'the next turn'}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p class="hint" aria-live="polite">
        {changeWords(rounds, place)}
      </p>
    </section>
  );
}

function roundWords(rounds: readonly RoundDetails[], index: number): string {
  const [first, round] = [rounds[0], rounds[index]];
  if (round === undefined || rounds.every(({ turn }) => turn === first?.turn)) return `Round ${round?.round}`;
  const ofTurn = rounds.filter(({ turn }) => turn === round.turn);
  return ofTurn.length === 1
    ? `Turn ${round.turn}`
    : `Turn ${round.turn}, round ${ofTurn.indexOf(round) + 1}`;
}

function FramePicture({ round }: { readonly round: RoundDetails }) {
  const { words, sign } = OUTCOME_WORDS[round.outcome];
  if (round.picture === null)
    return (
      <span class="frame-picture none">
        <i aria-hidden="true">{sign}</i> {words}
      </span>
    );
  const { hash, widthPx, heightPx } = round.picture;
  return (
    <span class="frame-picture">
      <img src={`images/${hash}.png`} width={widthPx} height={heightPx} alt="" />
    </span>
  );
}

function FrameScore({
  round,
  before,
}: {
  readonly round: RoundDetails;
  readonly before: RoundDetails | undefined;
}) {
  if (round.spatial === null) return <span class="muted">{scoreWords(round)}</span>;
  const step = before && before.spatial !== null ? round.spatial - before.spatial : null;
  return (
    <span>
      {score(round.spatial)}
      {step !== null && <span class="muted"> ({step === 0 ? 'as before' : signed(step)})</span>}
    </span>
  );
}

/** What the round that is shown changed, in words. */
function changeWords(rounds: readonly RoundDetails[], place: number): string {
  const after = rounds[place];
  const before = rounds[place - 1];
  if (!after) return '';
  if (!before) return 'Its first drawing.';
  const { gained, lost } = changesBetween(before, after);
  const parts = [
    gained.length > 0 && `now met: ${named(gained)}`,
    lost.length > 0 && `no longer met: ${named(lost)}`,
  ].filter((part) => part !== false);
  const since = `Compared with round ${before.round}: `;
  return since + (parts.length > 0 ? `${parts.join('; ')}.` : 'the same criteria are met.');
}

function named(ids: readonly string[]): string {
  const first = ids.slice(0, MOST_NAMED).map(printable).join(', ');
  return ids.length > MOST_NAMED ? `${first} and ${ids.length - MOST_NAMED} more` : first;
}
