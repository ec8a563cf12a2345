import type { Scene } from '../domain/scene.ts';
import type { GroundedSubject, Grounding, SubjectSpec, Thing } from '../domain/subject.ts';
import { groundByComment, indexComments } from './ground-by-comment.ts';
import { groundByLabel } from './ground-by-label.ts';
import { groundByLook } from './ground-by-look.ts';
import { groundByText } from './ground-by-text.ts';
import { type Finding, marksAt, type Wanted } from './ground-finding.ts';
import { MAX_THINGS } from './limits.ts';
import type { InkOf, Masker } from './masks.ts';
import { pickThing } from './pick.ts';

/** Finds every subject in a drawing and measures its ink. */
export async function groundSubjects(
  scene: Pick<Scene, 'marks' | 'parts'>,
  subjects: Readonly<Record<string, SubjectSpec>>,
  masker: Masker,
): Promise<Grounding> {
  const comments = indexComments(scene.marks, subjects);
  const grounded: [string, GroundedSubject][] = [];
  for (const [name, spec] of Object.entries(subjects)) {
    const wanted: Wanted = { name, spec, scene };
    const finding = find(wanted, () => groundByComment(wanted, comments));
    grounded.push([name, await measureFinding(wanted, finding, masker)]);
  }
  return { frame: masker.frame, subjects: Object.fromEntries(grounded) };
}

/**
 * By label when the drawing has it as more than letters, else by comment; what has no label by text, else by look. Names of
 * nodes are labels too, so a drawing may say the rest in comments. With `part=` its comments are not marked.
 */
function find(wanted: Wanted, byComment: () => Finding): Finding {
  const { spec, scene } = wanted;
  if (spec.label !== undefined) return scene.parts.length > 0 ? byLabelOr(wanted, byComment) : byComment();
  return spec.text === undefined ? groundByLook(wanted) : groundByText(wanted);
}

function byLabelOr(wanted: Wanted, byComment: () => Finding): Finding {
  const byLabel = groundByLabel(wanted);
  if (byLabel.by !== null && !isLettersOnly(byLabel, wanted)) return byLabel;
  const found = byComment();
  return found.by === null ? byLabel : found;
}

/** `\node (cat) {Cat};` names a caption, while the cat itself may be drawn below a comment. */
function isLettersOnly({ candidates }: Finding, { scene }: Wanted): boolean {
  const marks = marksAt(
    scene.marks,
    candidates.flatMap((candidate) => candidate.marks),
  );
  return marks.every(({ kind }) => kind === 'text');
}

async function measureFinding(wanted: Wanted, finding: Finding, masker: Masker): Promise<GroundedSubject> {
  const things: Thing[] = [];
  for (const candidate of finding.candidates.slice(0, MAX_THINGS)) {
    const ink = await masker.measure(candidate);
    if (ink !== null) things.push({ marks: candidate.marks, ink });
  }
  const { name } = wanted;
  if (finding.by === null) return { name, by: null, how: finding.how, things: [], chosen: null };
  if (things.length === 0) {
    return { name, by: finding.by, how: `${finding.how}, but none of it can be seen`, things, chosen: null };
  }
  return { name, by: finding.by, things, ...(await choose(wanted, { finding, things, masker })) };
}

async function choose(
  { spec: { pick } }: Wanted,
  { finding, things, masker }: { finding: Finding; things: readonly Thing[]; masker: Masker },
): Promise<{ readonly how: string; readonly chosen: Thing | null }> {
  const [only] = things;
  const { how } = finding;
  if (only !== undefined && things.length === 1) return { how, chosen: only };
  if (pick === undefined)
    return { how: `${how}: ${things.length} things match; exactly one is wanted`, chosen: null };
  if (pick !== 'all')
    return { how: `${how}: the ${pick} of ${things.length}`, chosen: pickThing(things, pick) };
  const together = joinInk(finding.candidates);
  const ink = await masker.measure(together);
  return { how: `${how}: all ${things.length} together`, chosen: ink && { marks: together.marks, ink } };
}

/** All candidates as one. A mark that has only some of its outlines among them keeps to those. */
function joinInk(candidates: readonly InkOf[]): InkOf {
  const marks = [...new Set(candidates.flatMap((candidate) => candidate.marks))].sort((a, b) => a - b);
  const outlines = candidates.flatMap((candidate) => candidate.outlines ?? []);
  const allOutlined = candidates.every((candidate) => candidate.outlines !== undefined);
  return allOutlined ? { marks, outlines } : { marks };
}
