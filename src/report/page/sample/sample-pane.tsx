import { useEffect, useState } from 'preact/hooks';
import type { Verdict } from '../../../domain/verdict.ts';
import { printable } from '../../../util/printable.ts';
import type { SampleDetails } from '../../data.ts';
import type { Report, Sample } from '../report.ts';
import { contenderName, OUTCOME_WORDS, scoreWords } from '../words.ts';
import { Canvas } from './canvas.tsx';
import { Texts } from './texts.tsx';
import { Verdicts } from './verdicts.tsx';

interface SamplePaneProps {
  readonly report: Report;
  readonly sample: Sample;
}

/** One sample: who drew it and how it went, the picture with its evidence, the verdicts, and all texts. */
export function SamplePane({ report, sample }: SamplePaneProps) {
  const [details, setDetails] = useState<SampleDetails | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [pointedId, setPointedId] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void report.details(sample).then((loaded) => {
      if (!isCurrent) return;
      setDetails(loaded);
      setChosenId(firstFault(loaded.verdicts)?.id ?? null);
    });
    return () => {
      isCurrent = false;
    };
  }, [report, sample]);
  const active = details?.verdicts.find((verdict) => verdict.id === (pointedId ?? chosenId)) ?? null;
  return (
    <article class="pane" aria-label={contenderName(report.run, sample.contender)}>
      <p class="who">
        <b>{contenderName(report.run, sample.contender)}</b>
        <span>{sample.number > 1 || report.run.samplesPerCell > 1 ? `sample ${sample.number}` : ''}</span>
        <span class={`outcome slice-text-${sample.outcome}`}>
          <i aria-hidden="true">{OUTCOME_WORDS[sample.outcome].sign}</i> {OUTCOME_WORDS[sample.outcome].words}
          {sample.clean === false && ', with TeX errors'}
        </span>
        <span class="outcome">{scoreWords(sample)}</span>
      </p>
      <div class="seen">
        <Canvas report={report} sample={sample} details={details} active={active} />
        <div class="judged">
          {details && details.reason !== '' && <p class="reason">{printable(details.reason)}</p>}
          {details && (
            <Verdicts
              verdicts={details.verdicts}
              chosenId={chosenId}
              onChoose={(id) => setChosenId(id === chosenId ? null : id)}
              onPoint={setPointedId}
            />
          )}
        </div>
      </div>
      {details && <Texts sample={sample} details={details} />}
    </article>
  );
}

function firstFault(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.find((verdict) => verdict.outcome === 'unmet' && verdict.evidence.length > 0);
}
