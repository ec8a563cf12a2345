import type { RunInfo, RunLimit } from '../../domain/run.ts';
import { printable } from '../../util/printable.ts';
import { count, usd } from './amounts.ts';
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
      {warningsOf(report).map((warning) => (
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
  return `${who}, ${what}, ${counted(samples.length, 'drawing')} asked for${when}. Each was written in TikZ${rulesOf(run)}; where things are was then measured in the drawing itself${judgesOf(run)}.`;
}

function judgesOf({ judges = [] }: RunInfo): string {
  return judges.length === 0
    ? ''
    : `, and what they look like was judged by ${counted(judges.length, 'vision model')}`;
}

function rulesOf({ tracks }: RunInfo): string {
  const isSighted = tracks.includes('sighted');
  const isRepaired = tracks.includes('repair');
  if (!isSighted && !isRepaired) return ', without seeing what they drew';
  const back =
    isSighted && isRepaired ? 'TeX’s errors or the picture' : isSighted ? 'the picture' : 'TeX’s errors';
  const rounds = `in rounds, with ${back} coming back`;
  return tracks.includes('blind') ? `, in one shot or ${rounds}` : `, ${rounds}`;
}

function warningsOf({ run, samples }: Report): string[] {
  const warnings: string[] = [];
  if (!run.sandbox.isSafe) {
    warnings.push(
      `No sandbox was used: the drawings were compiled with “${printable(run.sandbox.name)}”, open to the machine.`,
    );
  }
  if (run.finishedAt === null) {
    warnings.push(unfinishedWords(run, samples.length));
  }
  return warnings;
}

function unfinishedWords(run: RunInfo, done: number): string {
  const planned = run.planned ?? done;
  const missing = planned - done;
  const what = run.limit ? `Stopped by its limit of ${limitWords(run.limit)}` : 'This run is not finished';
  const how = run.limit
    ? `${missing === 1 ? 'was' : 'were'} left out`
    : `${missing === 1 ? 'is' : 'are'} still to do`;
  const share = missing > 0 ? `: ${count(missing)} of ${counted(planned, 'sample')} ${how}` : '';
  return `${what}${share}. The numbers are of what is there so far.`;
}

function limitWords({ kind, value }: RunLimit): string {
  if (kind === 'max-cost') return Number.isInteger(value) ? `$${count(value)}` : usd(value);
  return counted(value, kind === 'max-requests' ? 'request' : 'minute');
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
