import type { Mark, Part } from '../domain/scene.ts';
import { findByLook } from './ground-by-look.ts';
import { hasText } from './ground-by-text.ts';
import { type Finding, marksAt, type Wanted } from './ground-finding.ts';
import { lookInWords } from './look.ts';

const MAX_LABELS_SHOWN = 8;

/** Looks for the part with a subject's label; what else the subject asks for must be found in the part. */
export function groundByLabel({ spec, scene }: Wanted): Finding {
  const label = spec.label ?? '';
  const part = scene.parts.find((known) => plain(known.label) === plain(label));
  if (part === undefined)
    return { by: null, how: `no part has the label "${label}"; ${labelsOf(scene.parts)}`, candidates: [] };
  const missing = missingIn(marksAt(scene.marks, part.marks), spec);
  if (missing !== null) return { by: null, how: `the part "${label}" holds ${missing}`, candidates: [] };
  return { by: 'label', how: `by its label "${part.label}"`, candidates: [{ marks: part.marks }] };
}

/** Labels are compared without case, and `sea otter`, `sea_otter` and `sea-otter` are one. */
function plain(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-');
}

function labelsOf(parts: readonly Part[]): string {
  const labels = parts.slice(0, MAX_LABELS_SHOWN).map(({ label }) => `"${label}"`);
  const more = parts.length > labels.length ? ` and ${parts.length - labels.length} more` : '';
  return `the drawing has ${labels.join(', ')}${more}`;
}

function missingIn(marks: readonly Mark[], spec: Wanted['spec']): string | null {
  if (spec.shape !== undefined || spec.colour !== undefined) {
    if (findByLook(marks, spec).length === 0) return `no ${lookInWords(spec).replace(/^an? /u, '')}`;
  }
  return spec.text === undefined || hasText(marks, spec.text) ? null : `no text "${spec.text}"`;
}
