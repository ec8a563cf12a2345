import { useEffect, useState } from 'preact/hooks';
import type { Verdict } from '../../../domain/verdict.ts';
import { printable } from '../../../util/printable.ts';
import type { RoundDetails, SampleDetails } from '../../data.ts';
import { spendWords } from '../amounts.ts';
import { Given } from '../given.tsx';
import type { Report, Sample } from '../report.ts';
import { sampleAddress } from '../route.ts';
import { contenderName, OUTCOME_WORDS, scoreWords } from '../words.ts';
import { Canvas } from './canvas.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { Likeness } from './likeness.tsx';
import { SamplePairs } from './pairs.tsx';
import { Pixels } from './pixels.tsx';
import { Texts } from './texts.tsx';
import { Verdicts } from './verdicts.tsx';

interface SamplePaneProps {
  readonly report: Report;
  readonly sample: Sample;
}

/** One sample: who drew it and how it went, its rounds, the picture with its evidence, the verdicts, and all texts. */
export function SamplePane({ report, sample }: SamplePaneProps) {
  const details = useDetails(report, sample);
  const [chosenPlace, setPlace] = useState<number | null>(null);
  const [chosenId, setChosenId] = useState<string | null | undefined>(undefined);
  const [pointedId, setPointedId] = useState<string | null>(null);
  const rounds = details?.rounds ?? [];
  const place = chosenPlace ?? rounds.length - 1;
  const round = rounds[place] ?? null;
  // Until the reader chooses a verdict, or none, the first fault of the round is shown.
  const shownId = chosenId === undefined ? (firstFault(round)?.id ?? null) : chosenId;
  const isLastRound = place === rounds.length - 1;
  const active = round?.verdicts.find((verdict) => verdict.id === (pointedId ?? shownId)) ?? null;
  const showRound = (next: number): void => {
    setPlace(next);
    setChosenId(undefined);
  };
  return (
    <article class="pane" aria-label={contenderName(report.run, sample.contender)}>
      <Who report={report} sample={sample} round={round} details={details} />
      <Filmstrip sample={sample} rounds={rounds} place={place} onChoose={showRound} />
      <div class="seen">
        <Canvas report={report} sample={sample} round={round} active={active} />
        <div class="judged">
          <Given report={report} taskId={sample.task.id} />
          {round && round.reason !== '' && <p class="reason">{printable(round.reason)}</p>}
          {round && (
            <Verdicts
              verdicts={round.verdicts}
              chosenId={shownId}
              onChoose={(id) => setChosenId(id === shownId ? null : id)}
              onPoint={setPointedId}
            />
          )}
          <Pixels pixels={round?.pixels} />
          {isLastRound && <Repeats sample={sample} />}
          {details && <Likeness {...{ report, sample, details, isLastRound }} />}
          {details && isLastRound && <SamplePairs {...{ report, sample, details }} />}
        </div>
      </div>
      {details && round && <Texts sample={sample} details={details} round={round} />}
    </article>
  );
}

function Repeats({ sample: { repeats } }: Pick<SamplePaneProps, 'sample'>) {
  if (!repeats) return null;
  return (
    <p class="repeats">
      Shows the same as <a href={sampleAddress(repeats.id)}>sample {repeats.number}</a>.
    </p>
  );
}

function useDetails(report: Report, sample: Sample): SampleDetails | null {
  const [details, setDetails] = useState<SampleDetails | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void report.details(sample).then((loaded) => {
      if (isCurrent) setDetails(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [report, sample]);
  return details;
}

interface WhoProps extends SamplePaneProps {
  readonly round: RoundDetails | null;
  readonly details: SampleDetails | null;
}

function Who({ report, sample, round, details }: WhoProps) {
  const { outcome, clean } = round ?? sample;
  const spent = details && spendWords(details.spend);
  return (
    <>
      <p class="who">
        <b>{contenderName(report.run, sample.contender)}</b>
        {report.run.samplesPerCell > 1 && <span>sample {sample.number}</span>}
        {round && (sample.rounds ?? 1) > 1 && (
          <span>
            round {round.round} of {sample.rounds}
          </span>
        )}
        <span class="outcome">
          <i aria-hidden="true">{OUTCOME_WORDS[outcome].sign}</i> {OUTCOME_WORDS[outcome].words}
          {outcome === 'drawn' && clean === false && ', with TeX errors'}
        </span>
        <span class="outcome">{scoreWords(round ?? sample)}</span>
        {round?.reading !== undefined && (
          <span title="Which way of understanding the prompt was drawn. Each is right.">
            {round.reading === null ? 'no reading known' : `read as ${printable(round.reading)}`}
          </span>
        )}
        {details?.ending && round === details.rounds.at(-1) && (
          <span class="outcome">{printable(details.ending)}</span>
        )}
      </p>
      {spent && <p class="spent">{spent}</p>}
    </>
  );
}

function firstFault(round: RoundDetails | null): Verdict | undefined {
  return round?.verdicts.find((verdict) => verdict.outcome === 'unmet' && verdict.evidence.length > 0);
}
