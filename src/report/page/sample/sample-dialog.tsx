import { useLayoutEffect, useRef } from 'preact/hooks';
import { printable } from '../../../util/printable.ts';
import type { Report, Sample } from '../report.ts';
import { parseRoute, sampleAddress } from '../route.ts';
import { contenderName } from '../words.ts';
import { SamplePane } from './sample-pane.tsx';

interface SampleDialogProps {
  readonly report: Report;
  readonly sample: Sample;
  readonly beside: Sample | null;
  /** The samples that the arrow keys walk through. */
  readonly order: readonly Sample[];
}

/** One sample over the page, or two side by side. Arrow keys walk, Esc closes; the address says what is open. */
export function SampleDialog({ report, sample, beside, order }: SampleDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const walk = order.includes(sample) ? order : report.samples;
  const place = walk.indexOf(sample);
  const go = (step: number): void => {
    const next = walk[place + step];
    if (next) location.replace(sampleAddress(next.id));
  };
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing it, rather than only removing it, gives the focus back to where it was.
    return () => element?.close();
  }, []);
  useLayoutEffect(() => dialog.current?.scrollTo(0, 0), [sample]);
  return (
    <dialog
      ref={dialog}
      class="sample"
      aria-labelledby="sample-title"
      onClose={leave}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
        if (event.key === 'ArrowLeft') go(-1);
        if (event.key === 'ArrowRight') go(1);
      }}
    >
      <div class="sample-bar">
        <nav aria-label="Walk through the drawings">
          <button type="button" onClick={() => go(-1)} disabled={place <= 0} aria-label="Previous drawing">
            ←
          </button>
          <button
            type="button"
            onClick={() => go(1)}
            disabled={place >= walk.length - 1}
            aria-label="Next drawing"
          >
            →
          </button>
          <span class="muted">
            {place + 1} of {walk.length}
          </span>
        </nav>
        <Compare report={report} sample={sample} beside={beside} />
        <button type="button" onClick={() => dialog.current?.close()} aria-label="Close">
          ✕
        </button>
      </div>
      <header>
        <h2 id="sample-title" tabIndex={-1} autofocus>
          {printable(sample.task.title)}
        </h2>
        <p class="prompt">{printable(sample.task.prompt)}</p>
      </header>
      <div class={beside ? 'panes two' : 'panes'}>
        <SamplePane key={sample.id} report={report} sample={sample} />
        {beside && <SamplePane key={`beside ${beside.id}`} report={report} sample={beside} />}
      </div>
    </dialog>
  );
}

function Compare({ report, sample, beside }: Omit<SampleDialogProps, 'order'>) {
  const others = report.samples.filter((other) => other.task === sample.task && other !== sample);
  if (others.length === 0) return <span />;
  return (
    <label>
      <span>Compare with</span>
      <select
        value={beside?.id ?? ''}
        onChange={(event) => location.replace(sampleAddress(sample.id, event.currentTarget.value || null))}
      >
        <option value="">nobody</option>
        {others.slice(0, 500).map((other) => (
          <option key={other.id} value={other.id}>
            {contenderName(report.run, other.contender)}
            {report.run.samplesPerCell > 1 ? ` (${other.number})` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}

function leave(): void {
  if (parseRoute(location.hash).sampleId !== null) location.hash = '#/';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, pre') !== null;
}
