import type { CheckInput, Evidence, ParameterSpec } from '../../domain/check.ts';
import { type Chosen, chosen } from '../finding.ts';

/** As for `symmetric`: a twentieth of each form may differ. A judgement, not measured. */
const LEAST_SAME_SHAPE = 0.9;
/** Half of what `larger-than` calls larger, so that nothing is both the same and larger. */
const MOST_GROWTH = 0.05;
/** Eyes, whiskers and shadows may change; a seventh of a body may not. A judgement, not measured. */
const LEAST_SAME_COLOUR = 0.85;
/** As for `colour` with a hex value: `red!70` passes for red. */
export const SAME_DELTA_E = 0.1;
/** As for `aligned`. */
const MOST_OFF = 0.02;

export const SHARE: ParameterSpec = {
  kind: 'number',
  default: LEAST_SAME_SHAPE,
  min: 0,
  max: 1,
  doc: 'Least intersection over union of the silhouettes, centre on centre, at one size.',
};
export const SIZE: ParameterSpec = {
  kind: 'number',
  default: MOST_GROWTH,
  min: 0,
  max: 10,
  doc: 'Largest change of size, a share of it.',
};
export const COLOURS: ParameterSpec = {
  kind: 'number',
  default: LEAST_SAME_COLOUR,
  min: 0,
  max: 1,
  doc: 'Least share of the silhouette that keeps its colour.',
};
export const WITHIN: ParameterSpec = {
  kind: 'number',
  default: MOST_OFF,
  min: 0,
  max: 1,
  doc: 'Largest way that counts as staying, a fraction of D.',
};

/** The box of the subject now. */
export function boxNow(input: CheckInput): Evidence[] {
  const { ink, name }: Chosen = chosen(input, 0);
  return [{ kind: 'box', box: ink.box, label: name, tone: 'subject' }];
}
