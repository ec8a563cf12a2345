import type { Finding } from '../domain/check.ts';

/** A finding of one frame: its reason and evidence say which. */
export function inFrame(finding: Finding, frame: number | null): Finding {
  if (frame === null) return finding;
  return {
    ...finding,
    reason: `frame ${frame}: ${finding.reason}`,
    evidence: finding.evidence.map((one) => ({ ...one, frame })),
  };
}

/**
 * One finding of all frames: met when it is in each. The frame that decides speaks: the first that is unmet, else the one
 * with the smallest margin.
 */
export function inAllFrames(findings: readonly Finding[]): Finding {
  const unmet = findings.find(({ met }) => !met);
  if (unmet !== undefined) return { ...unmet, margin: smallest(findings.filter(({ met }) => !met)) };
  const margin = smallest(findings);
  const tightest = findings.find((finding) => finding.margin === margin) ?? findings[0];
  if (tightest === undefined) throw new Error('A criterion holds in no frame.');
  if (findings.length === 1) return tightest;
  return { ...tightest, reason: `in all ${findings.length} frames; ${tightest.reason}` };
}

function smallest(findings: readonly Finding[]): number | null {
  const margins = findings.flatMap(({ margin }) => margin ?? []);
  return margins.length === 0 ? null : Math.min(...margins);
}
