import { useState } from 'preact/hooks';
import { isTrouble } from '../../../domain/outcome.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { printable } from '../../../util/printable.ts';
import type { RoundDetails } from '../../data.ts';
import type { Report, Sample } from '../report.ts';
import { OUTCOME_WORDS, pictureWords } from '../words.ts';
import { FramePlayer } from './frame-player.tsx';
import { Overlay } from './overlay.tsx';

interface CanvasProps {
  readonly report: Report;
  readonly sample: Sample;
  /** The round that is shown; null while it is being opened: then the sample's picture is. */
  readonly round: RoundDetails | null;
  /** The verdict whose evidence is drawn over the picture. */
  readonly active: Verdict | null;
}

/** The large picture with evidence and parts drawn over it. */
export function Canvas({ report, sample, round, active }: CanvasProps) {
  const [showsEvidence, setShowsEvidence] = useState(true);
  const [showsParts, setShowsParts] = useState(false);
  const [chosen, setFrame] = useState(1);
  const { picture: first, outcome } = round ?? sample;
  const pictures = first === null ? [] : [first, ...(round?.laterPictures ?? [])];
  const frame = Math.min(chosen, Math.max(1, pictures.length));
  const picture = pictures[frame - 1];
  if (!picture) {
    return (
      <div class="canvas none">
        <span class={isTrouble(outcome) ? 'failure ours' : 'failure'}>
          <i aria-hidden="true">{OUTCOME_WORDS[outcome].sign}</i>
          {OUTCOME_WORDS[outcome].words}
        </span>
      </div>
    );
  }
  const { hash, widthPx, heightPx } = picture;
  const page = round?.page ?? null;
  const parts = round?.parts ?? [];
  return (
    <div class="canvas">
      <div class="stage">
        <div class="sheet" style={{ '--ratio': widthPx / heightPx }}>
          <img
            src={`images/${hash}.png`}
            width={widthPx}
            height={heightPx}
            alt={pictureWords(report.run, { ...sample, outcome })}
          />
          {page && (
            <Overlay
              page={page}
              evidence={showsEvidence && active ? evidenceIn(active, frame) : []}
              parts={showsParts && frame === 1 ? parts : []}
            />
          )}
        </div>
      </div>
      {pictures.length > 1 && <FramePlayer frames={pictures.length} frame={frame} onShow={setFrame} />}
      <div class="switches">
        {page && <Switch label="Evidence" isOn={showsEvidence} onSwitch={setShowsEvidence} />}
        {parts.length > 0 && (
          <Switch label={`Parts (${parts.length})`} isOn={showsParts} onSwitch={setShowsParts} />
        )}
        <span class="muted" aria-live="polite">
          {shownWords(page !== null, active)}
        </span>
      </div>
    </div>
  );
}

/** What a verdict rests on in one frame. */
function evidenceIn({ evidence }: Verdict, frame: number): Verdict['evidence'] {
  return evidence.filter((one) => (one.frame ?? 1) === frame);
}

function shownWords(hasPage: boolean, active: Verdict | null): string {
  if (!hasPage) return '';
  return active ? `shown: ${printable(active.id)}` : 'choose a verdict to see what it rests on';
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
