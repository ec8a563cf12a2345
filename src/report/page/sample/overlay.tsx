import type { Evidence } from '../../../domain/check.ts';
import type { Point } from '../../../domain/geometry.ts';
import { printableLine } from '../../../util/printable.ts';
import type { RoundDetails } from '../../data.ts';

interface OverlayProps {
  readonly page: { readonly widthPt: number; readonly heightPt: number };
  readonly evidence: readonly Evidence[];
  readonly parts: RoundDetails['parts'];
}

/** Evidence over the picture. The drawing's points have y up, SVG has y down: the page's height is the mirror. */
export function Overlay({ page, evidence, parts }: OverlayProps) {
  const unit = Math.max(page.widthPt, page.heightPt) / 100;
  const flip = ({ x, y }: Point): Point => ({ x, y: page.heightPt - y });
  const boxes: Evidence[] = parts.map(({ label, box }) => ({ kind: 'box', box, label, tone: 'reference' }));
  return (
    <svg
      class="overlay"
      viewBox={`0 0 ${page.widthPt} ${page.heightPt}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ '--unit': `${unit}px` }}
    >
      {boxes.map((item) => (
        <g key={item.label} class="tone-part">
          <Shape item={item} flip={flip} unit={unit} />
        </g>
      ))}
      {evidence.map((item, place) => (
        <g key={`${place} ${item.label}`} class={`tone-${item.tone}`}>
          <Shape item={item} flip={flip} unit={unit} />
        </g>
      ))}
    </svg>
  );
}

interface ShapeProps {
  readonly item: Evidence;
  readonly flip: (point: Point) => Point;
  readonly unit: number;
}

function Shape({ item, flip, unit }: ShapeProps) {
  if (item.kind === 'box') {
    const { x, y } = flip({ x: item.box.xMin, y: item.box.yMax });
    const width = item.box.xMax - item.box.xMin;
    const height = item.box.yMax - item.box.yMin;
    return (
      <>
        <rect class="halo" x={x} y={y} width={width} height={height} />
        <rect x={x} y={y} width={width} height={height} />
        <Label at={{ x, y }} unit={unit} text={item.label} />
      </>
    );
  }
  if (item.kind === 'point') {
    const at = flip(item.at);
    return (
      <>
        <circle class="dot" cx={at.x} cy={at.y} r={unit} />
        <Label at={{ x: at.x + unit, y: at.y }} unit={unit} text={item.label} />
      </>
    );
  }
  const from = flip(item.from);
  const to = flip(item.to);
  return (
    <>
      <line class="halo" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <Label at={{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }} unit={unit} text={item.label} />
    </>
  );
}

function Label({ at, unit, text }: { readonly at: Point; readonly unit: number; readonly text: string }) {
  if (text === '') return null;
  return (
    <text x={at.x + unit * 0.4} y={Math.max(at.y - unit * 0.7, unit * 2.4)} stroke-width={unit * 0.8}>
      {printableLine(text, 60)}
    </text>
  );
}
