import type { Report, Sample } from './report.ts';
import { groupByTask } from './wall/choose.ts';
import { Tile } from './wall/tile.tsx';

const LONGEST = 16;
/** Steps of the golden ratio spread any number of scenes evenly, so that all suites come early. */
const GOLDEN_STEP = 0.618;

/** A row of pictures under the title: what is ahead, from all over the run. Not the best ones: that would flatter. */
export function Strip({ report }: { readonly report: Report }) {
  const pictures = somePictures(report);
  if (pictures.length < 3) return null;
  return (
    <ul class="strip" aria-label="Some of the pictures">
      {pictures.map((sample) => (
        <li key={sample.id}>
          <Tile run={report.run} sample={sample} caption="none" showsScore={false} />
        </li>
      ))}
    </ul>
  );
}

/** One picture a scene, contenders in turn. */
function somePictures(report: Report): readonly Sample[] {
  return groupByTask(report.samples.filter((sample) => sample.picture !== null))
    .map((pictures, place) => ({ pictures, rank: (place * GOLDEN_STEP) % 1 }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LONGEST)
    .flatMap(({ pictures }, place) => pictures[inTurn(pictures, place, report)] ?? []);
}

function inTurn(pictures: readonly Sample[], place: number, report: Report): number {
  const contender = report.contenders[place % report.contenders.length];
  return Math.max(
    0,
    pictures.findIndex((sample) => sample.contender === contender),
  );
}
