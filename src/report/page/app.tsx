import { useMemo, useState } from 'preact/hooks';
import { Footer } from './footer.tsx';
import { Funnel } from './funnel.tsx';
import { Intro } from './intro.tsx';
import type { Report } from './report.ts';
import { Rounds } from './rounds.tsx';
import { useRoute } from './route.ts';
import { SampleDialog } from './sample/sample-dialog.tsx';
import { Scores } from './scores.tsx';
import { Skills } from './skills.tsx';
import { chooseSamples, NO_FILTER } from './wall/choose.ts';
import { Wall } from './wall/wall.tsx';

/** The whole page: numbers, the wall, and over it the sample that the address names. */
export function App({ report }: { readonly report: Report }) {
  const route = useRoute();
  const [filter, setFilter] = useState(NO_FILTER);
  const samples = useMemo(() => chooseSamples(report, filter), [report, filter]);
  const open = route.sampleId === null ? undefined : report.byId.get(route.sampleId);
  const beside = route.besideId === null ? undefined : report.byId.get(route.besideId);
  return (
    <>
      <a class="skip" href="#wall">
        Skip to the pictures
      </a>
      <Intro report={report} />
      <main>
        <Scores report={report} />
        <Rounds report={report} />
        <Funnel report={report} />
        <Skills report={report} />
        <Wall report={report} samples={samples} filter={filter} onFilter={setFilter} />
      </main>
      <Footer run={report.run} />
      {open && <SampleDialog report={report} sample={open} beside={beside ?? null} order={samples} />}
    </>
  );
}
