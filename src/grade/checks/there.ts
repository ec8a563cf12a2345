import type { CheckDefinition, Evidence } from '../../domain/check.ts';
import type { Mask } from '../../domain/geometry.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Grounding, Thing } from '../../domain/subject.ts';
import { byMargin, numberOf, percent, plain, subjectAt } from '../finding.ts';
import { areaPx, union } from '../geometry/masks.ts';

/**
 * A dot of the full stop of a caption is less, the smallest sun that people recognise is more: 0.05 % of a drawing
 * of 12 cm × 9 cm is a square of 2.3 mm.
 */
const LEAST_SHARE = 0.0005;

/** Met when a subject has visible ink. Several things that match are there all the same. Margin: share of the drawing's box. */
export const there: CheckDefinition = {
  name: 'there',
  summary: "A is there and visible: its visible ink covers at least `share` of the drawing's box.",
  subjects: { min: 1, max: 1 },
  wants: 'things',
  parameters: {
    share: { kind: 'number', default: LEAST_SHARE, min: 0, max: 1, doc: "Least share of the drawing's box." },
  },
  evaluate(input) {
    const subject = subjectAt(input, 0);
    if (subject.things.length === 0) return plain(false, subject.how, []);
    const share = inkShare(subject.things, input.scene, input.grounding);
    const least = numberOf(input.parameters, 'share');
    const enough = share >= least ? '' : `; ${percent(least)} is needed`;
    const reason = `found ${subject.how}: ${percent(share)} of the drawing's box is its visible ink${enough}`;
    return byMargin(share - least, reason, subject.things.map(asEvidence));
  },
};

function asEvidence(thing: Thing, index: number, things: readonly Thing[]): Evidence {
  const label = things.length === 1 ? 'there' : `${index + 1} of ${things.length}`;
  return { kind: 'box', box: thing.ink.box, label, tone: 'subject' };
}

function inkShare(things: readonly Thing[], scene: Scene, { frame }: Grounding): number {
  if (scene.box === null) return 0;
  const { xMin, xMax, yMin, yMax } = scene.box;
  // A drawing of one level line has a box without height: it is one pixel high.
  const widthPx = Math.max(1, (xMax - xMin) * frame.pxPerPt);
  const heightPx = Math.max(1, (yMax - yMin) * frame.pxPerPt);
  const [first, ...rest] = things.map(({ ink }) => ink.visible);
  const all = rest.reduce<Mask | undefined>(
    (sum, mask) => (sum === undefined ? mask : union(sum, mask)),
    first,
  );
  return all === undefined ? 0 : Math.min(1, areaPx(all) / (widthPx * heightPx));
}
