import type { Report } from './report.ts';

interface GivenProps {
  readonly report: Report;
  readonly taskId: string;
}

/** The drawing that an edit task begins with; nothing for any other task. */
export function Given({ report, taskId }: GivenProps) {
  const picture = report.givenPictures[taskId];
  if (picture === undefined) return null;
  const { hash, widthPx, heightPx } = picture;
  return (
    <figure class="given">
      <img
        src={`images/${hash}.png`}
        width={widthPx}
        height={heightPx}
        loading="lazy"
        alt="The drawing that was given"
      />
      <figcaption>given</figcaption>
    </figure>
  );
}
