import type { RunInfo } from '../../domain/run.ts';
import { printable } from '../../util/printable.ts';
import { OtterMark } from './otter-mark.tsx';
import type { Report } from './report.ts';
import { Strip } from './strip.tsx';
import { ThemeToggle } from './theme.tsx';
import { counted } from './words.ts';

/** The title, what was run in plain words, and what a reader has to know before trusting a number. */
export function Intro({ report }: { readonly report: Report }) {
  const { run } = report;
  return (
    <header class="intro">
      <div class="brand">
        <span>
          <OtterMark /> otterbench
        </span>
        <ThemeToggle />
      </div>
      <h1>{printable(run.title)}</h1>
      <p class="lead">{whatWasRun(report)}</p>
      {warningsOf(run).map((warning) => (
        <p key={warning} class="banner" role="note">
          {warning}
        </p>
      ))}
      <Disclosures run={run} />
      <Strip report={report} />
    </header>
  );
}

function whatWasRun({ run, samples }: Report): string {
  const who = counted(run.models.length, 'contender');
  const what = counted(run.tasks.length, 'scene');
  const day = new Date(run.startedAt);
  const when = Number.isNaN(day.getTime())
    ? ''
    : ` on ${day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}`;
  const rules = run.tracks.length === 1 && run.tracks[0] === 'blind' ? ', without seeing what they drew' : '';
  return `${who}, ${what}, ${counted(samples.length, 'drawing')} asked for${when}. Each was written in TikZ${rules}; where things are was then measured in the drawing itself.`;
}

function warningsOf(run: RunInfo): string[] {
  const warnings: string[] = [];
  if (!run.sandbox.isSafe) {
    warnings.push(
      `No sandbox was used: the drawings were compiled with “${printable(run.sandbox.name)}”, open to the machine.`,
    );
  }
  if (run.finishedAt === null) {
    warnings.push('This run is not finished: the numbers are of what is there so far.');
  }
  return warnings;
}

/** What must be known of who drew, said before any number is seen. */
function Disclosures({ run }: { readonly run: RunInfo }) {
  const disclosed = run.models.filter((model) => model.disclosure !== null);
  if (disclosed.length === 0) return null;
  return (
    <div class="banner disclosure" role="note">
      {disclosed.map((model) => (
        <p key={model.id}>
          <b>{printable(model.id)}</b> {printable(model.disclosure ?? '')}
        </p>
      ))}
    </div>
  );
}
