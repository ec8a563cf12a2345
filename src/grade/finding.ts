import type { CheckInput, Evidence, Finding, ParameterValue } from '../domain/check.ts';
import type { GroundedSubject, Ink, Thing } from '../domain/subject.ts';

/** A chosen subject as a check speaks of it. */
export interface Chosen {
  /** `the left wing` for the subject `left-wing`. */
  readonly the: string;
  readonly name: string;
  readonly thing: Thing;
  readonly ink: Ink;
}

/** The nth subject of a check that wants one thing of each. The harness has seen to it that it is there. */
export function chosen(input: CheckInput, index: number): Chosen {
  const subject = subjectAt(input, index);
  if (subject.chosen === null) throw new Error(`Subject "${subject.name}" has no chosen thing.`);
  const name = subject.name.replaceAll(/[-_]/gu, ' ');
  return { the: `the ${name}`, name, thing: subject.chosen, ink: subject.chosen.ink };
}

/** The nth subject of a check. @throws Error when the check names too few: the catalogue has seen to it. */
export function subjectAt(input: CheckInput, index: number): GroundedSubject {
  const subject = input.subjects[index];
  if (subject === undefined) throw new Error(`The check has no subject number ${index + 1}.`);
  return subject;
}

/** A parameter that has a default. @throws Error when it is missing: the harness fills in defaults. */
export function numberOf(parameters: Readonly<Record<string, ParameterValue>>, key: string): number {
  const value = parameters[key];
  if (typeof value !== 'number') throw new Error(`Parameter "${key}" is no number.`);
  return value;
}

/** A parameter of words. @throws Error when it is missing. */
export function textOf(parameters: Readonly<Record<string, ParameterValue>>, key: string): string {
  const value = parameters[key];
  if (typeof value !== 'string') throw new Error(`Parameter "${key}" is no text.`);
  return value;
}

/** A finding that its margin decides. It is rounded to a millionth first, so that noise of floating point decides nothing. */
export function byMargin(margin: number, reason: string, evidence: readonly Evidence[]): Finding {
  const rounded = Math.round(margin * 1e6) / 1e6 + 0;
  return { met: rounded >= 0, margin: rounded, reason, evidence };
}

/** A finding without a scale. */
export function plain(met: boolean, reason: string, evidence: readonly Evidence[]): Finding {
  return { met, margin: null, reason, evidence };
}

/** The boxes of two subjects. */
export function bothBoxes(subject: Chosen, reference: Chosen): Evidence[] {
  return [
    { kind: 'box', box: subject.ink.box, label: subject.name, tone: 'subject' },
    { kind: 'box', box: reference.ink.box, label: reference.name, tone: 'reference' },
  ];
}

/** A fraction of D in words: `0.031 D`. */
export function inD(fraction: number): string {
  return `${Number(fraction.toFixed(3)) + 0} D`;
}

/** A share in words: `12.5 %`. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(share < 0.01 ? 3 : 1)) + 0} %`;
}
