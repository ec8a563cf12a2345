import { useState } from 'preact/hooks';
import { isTrouble } from '../../../domain/outcome.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { printable } from '../../../util/printable.ts';
import type { SampleDetails } from '../../data.ts';
import type { Report, Sample } from '../report.ts';
import { OUTCOME_WORDS, pictureWords } from '../words.ts';
import { Overlay } from './overlay.tsx';

interface CanvasProps {
  readonly report: Report;
  readonly sample: Sample;
  readonly details: SampleDetails | null;
  /** The verdict whose evidence is drawn over the picture. */
  readonly active: Verdict | null;
}

/** The large picture with evidence and parts drawn over it. */
export function Canvas({ report, sample, details, active }: CanvasProps) {
  const [showsEvidence, setShowsEvidence] = useState(true);
  const [showsParts, setShowsParts] = useState(false);
  if (!sample.picture) {
    return (
      <div class="canvas none">
        <span class={isTrouble(sample.outcome) ? 'failure ours' : 'failure'}>
          <i aria-hidden="true">{OUTCOME_WORDS[sample.outcome].sign}</i>
          {OUTCOME_WORDS[sample.outcome].words}
        </span>
      </div>
    );
  }
  const { hash, widthPx, heightPx } = sample.picture;
  const page = details?.page ?? null;
  return (
    <div class="canvas">
      <div class="stage">
        <div class="sheet" style={{ '--ratio': widthPx / heightPx }}>
          <img
            src={`images/${hash}.png`}
            width={widthPx}
            height={heightPx}
            alt={pictureWords(report.run, sample)}
          />
          {page && (
            <Overlay
              page={page}
              evidence={showsEvidence && active ? active.evidence : []}
              parts={showsParts && details ? details.parts : []}
            />
          )}
        </div>
      </div>
      <div class="switches">
        <Switch label="Evidence" isOn={showsEvidence} onSwitch={setShowsEvidence} />
        {details && details.parts.length > 0 && (
          <Switch label={`Parts (${details.parts.length})`} isOn={showsParts} onSwitch={setShowsParts} />
        )}
        <span class="muted" aria-live="polite">
          {active ? `shown: ${printable(active.id)}` : 'choose a verdict to see what it rests on'}
        </span>
      </div>
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

function Switch({ label, isOn, onSwitch }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
