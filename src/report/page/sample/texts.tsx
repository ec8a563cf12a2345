import { useState } from 'preact/hooks';
import { printable } from '../../../util/printable.ts';
import type { SampleDetails } from '../../data.ts';
import type { Sample } from '../report.ts';
import { CopyButton } from './copy-button.tsx';

interface TextsProps {
  readonly sample: Sample;
  readonly details: SampleDetails;
}

/** Source, TeX log, reply, notes and facts of a sample, one at a time. */
export function Texts({ sample, details }: TextsProps) {
  const views: [string, () => preact.JSX.Element][] = [];
  if (details.source !== null) views.push(['Source', () => <Lines text={details.source ?? ''} />]);
  if (details.log) views.push(['TeX log', () => <Lines text={details.log ?? ''} />]);
  if (details.reply !== null) views.push(['Reply', () => <Lines text={details.reply ?? ''} />]);
  if (details.notes.length > 0) views.push(['Notes', () => <Notes notes={details.notes} />]);
  views.push(['Details', () => <Facts sample={sample} details={details} />]);
  const [chosen, setChosen] = useState(views[0]?.[0]);
  const view = views.find(([name]) => name === chosen) ?? views[0];
  return (
    <section class="texts" aria-label="Texts">
      <div class="tabs">
        {views.map(([name]) => (
          <button key={name} type="button" aria-pressed={name === view?.[0]} onClick={() => setChosen(name)}>
            {name}
          </button>
        ))}
      </div>
      {view?.[1]()}
      {details.cuts.map((cut) => (
        <p key={cut} class="hint">
          {cut}
        </p>
      ))}
    </section>
  );
}

function Lines({ text }: { readonly text: string }) {
  const lines = text.split('\n');
  return (
    <div class="code">
      <CopyButton text={text} />
      <div class="code-scroll">
        <pre class="gutter" aria-hidden="true">
          {lines.map((_, place) => place + 1).join('\n')}
        </pre>
        <pre>{printable(text.replaceAll('\r\n', '\n'))}</pre>
      </div>
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{printable(note)}</li>
      ))}
    </ul>
  );
}

function Facts({ sample, details }: TextsProps) {
  const facts: [string, string][] = [
    ['sample', sample.id],
    ['stage', details.stage],
    ['attempts', String(details.attempts)],
    ['time', `${Math.round(details.durationMs).toLocaleString('en')} ms`],
    ['task hash', sample.task.hash],
    ['PDF', details.pdfHash ?? 'none'],
    ['PNG', sample.picture?.hash ?? 'none'],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{printable(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
