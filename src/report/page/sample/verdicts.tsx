import type { Verdict } from '../../../domain/verdict.ts';
import { printable } from '../../../util/printable.ts';

/** The sign of a verdict, which does not rely on colour. */
export const SIGNS = { met: '✓', unmet: '✗', ungraded: '?' } as const;
/** A margin of this much of the drawing's diagonal fills the little bar. */
const FULL_MARGIN = 0.25;

interface VerdictsProps {
  readonly verdicts: readonly Verdict[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string | null) => void;
}

/** Each criterion with its verdict, why, and by how much. Choosing one draws its evidence over the picture. */
export function Verdicts({ verdicts, chosenId, onChoose, onPoint }: VerdictsProps) {
  if (verdicts.length === 0) return <p class="muted">Nothing was graded.</p>;
  const met = verdicts.filter((verdict) => verdict.outcome === 'met').length;
  return (
    <section aria-label="Verdicts">
      <p class="hint">
        {met} of {verdicts.length} criteria met
      </p>
      <ul class="verdicts">
        {verdicts.map((verdict) => (
          <li key={verdict.id}>
            <button
              type="button"
              class={verdict.outcome}
              aria-pressed={verdict.id === chosenId}
              onClick={() => onChoose(verdict.id)}
              onMouseEnter={() => onPoint(verdict.id)}
              onMouseLeave={() => onPoint(null)}
              onFocus={() => onPoint(verdict.id)}
              onBlur={() => onPoint(null)}
            >
              <VerdictWords verdict={verdict} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  return (
    <>
      <span class="sign" aria-hidden="true">
        {SIGNS[verdict.outcome]}
      </span>
      <span class="only-heard">{verdict.outcome}: </span>
      <span class="verdict-id">{printable(verdict.id)}</span>
      <span class="skill-tag">
        {printable(verdict.skill)}
        {verdict.weight !== 1 && ` ×${verdict.weight}`}
      </span>
      <span class="verdict-reason">{printable(verdict.reason)}</span>
      {verdict.margin !== null && <Margin margin={verdict.margin} />}
    </>
  );
}

function Margin({ margin }: { readonly margin: number }) {
  const share = Math.min(1, Math.abs(margin) / FULL_MARGIN) * 50;
  const words = `${margin < 0 ? '−' : '+'}${Math.abs(margin).toFixed(2)}`;
  return (
    <span class="margin" title="Distance from the threshold, as a fraction of the drawing's diagonal">
      <i aria-hidden="true">
        <b style={{ left: margin < 0 ? `${50 - share}%` : '50%', width: `${share}%` }} />
      </i>
      <span class="only-heard">margin </span>
      {words}
    </span>
  );
}
