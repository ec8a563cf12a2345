import { useState } from 'preact/hooks';
import type { Spend } from '../../../domain/run.ts';
import { printable } from '../../../util/printable.ts';
import type { RoundDetails, SampleDetails } from '../../data.ts';
import { count } from '../amounts.ts';
import type { Sample } from '../report.ts';
import { CopyButton } from './copy-button.tsx';

interface TextsProps {
  readonly sample: Sample;
  readonly details: SampleDetails;
  readonly round: RoundDetails;
}

/** The texts and facts of a round, one at a time. What was chosen stays chosen from round to round. */
export function Texts({ sample, details, round }: TextsProps) {
  const views: [string, () => preact.JSX.Element][] = [];
  const offer = (name: string, text: string | null): void => {
    if (text) views.push([name, () => <Lines text={text} />]);
  };
  offer('Source', round.source);
  offer('TeX log', round.log);
  offer('Reply', round.reply);
  offer('Reasoning', round.reasoning);
  offer('What it was sent', round.prompt);
  if (round.notes.length > 0) views.push(['Notes', () => <Notes notes={round.notes} />]);
  views.push(['Details', () => <Facts sample={sample} details={details} round={round} />]);
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
      {round.cuts.map((cut) => (
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

function Facts({ sample, details, round }: TextsProps) {
  const facts: [string, string][] = [
    ['sample', sample.id],
    ['stage', round.stage],
    ['time, asking and drawing', `${Math.round(round.durationMs).toLocaleString('en')} ms`],
    ...spendFacts(details.spend),
    ['task hash', sample.task.hash],
    ['PDF', round.pdfHash ?? 'none'],
    ['PNG', round.picture?.hash ?? 'none'],
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

/** Of the whole sample, not of one round; only what is known. */
function spendFacts({ requests, usage }: Spend): [string, string][] {
  const counts: [string, number | null][] = [
    ['requests', requests === 0 ? null : requests],
    ['tokens in', usage.inputTokens],
    ['of them cached', usage.cachedInputTokens],
    ['tokens out', usage.outputTokens],
    ['of them reasoning', usage.reasoningTokens],
  ];
  return counts.flatMap(([name, value]) => (value === null ? [] : [[name, count(value)]]));
}
