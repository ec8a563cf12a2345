import type { JudgingResult } from '../sweep/judging/judging-result.ts';
import { countOf } from './print-amounts.ts';

/** Whether some verdict of a judge is missing. */
export function isOpen(judging: JudgingResult | null): boolean {
  return judging !== null && judging.ungraded + (judging.pairs?.ungraded ?? 0) > 0;
}

/** What was judged, and what is still open. */
export function judgingLines(judging: JudgingResult | null): string[] {
  if (judging === null) return [];
  const { planned, judged, ungraded, leftOut, limit } = judging;
  const again =
    limit === null ? 'Run the same command again' : `Run the same command again with a higher --${limit}`;
  const byLimit = leftOut > 0 ? ` (a limit kept ${countOf(leftOut, 'drawing')} from being asked about)` : '';
  const { pairs } = judging;
  return [
    judged + ungraded < planned
      ? `${judged} of ${countOf(planned, 'drawing')} judged.`
      : `${countOf(judged, 'drawing')} judged.`,
    ...(pairs ? [`${countOf(pairs.judged, 'pair')} compared, ${pairs.ungraded} open.`] : []),
    ...(ungraded > 0
      ? [
          `${countOf(ungraded, 'drawing')} without all verdicts of a judge${byLimit}. ${again} to ask for those alone.`,
        ]
      : []),
  ];
}
