import type { CheckDefinition, Finding } from '../../domain/check.ts';
import { plain, subjectAt } from '../finding.ts';
import { HOW_MANY, howMany, mistakesOfHowMany, wantedNumber } from './how-many.ts';

/** Met when as many distinct visible things match the subject. Margin: none, things are whole. */
export const count: CheckDefinition = {
  name: 'count',
  summary: 'As many distinct visible things match A: exactly `is`, or at least `min` and at most `max`.',
  subjects: { min: 1, max: 1 },
  wants: 'things',
  parameters: HOW_MANY,
  validate: mistakesOfHowMany,
  evaluate(input): Finding {
    const { name, things } = subjectAt(input, 0);
    const { least, most } = howMany(input.parameters);
    const met = things.length >= least && things.length <= most;
    const reason = `${things.length} found of ${name}; ${wantedNumber(least, most)} wanted`;
    const evidence = things.map(({ ink }, index) => ({
      kind: 'box' as const,
      box: ink.box,
      label: `${index + 1}`,
      tone: met ? ('subject' as const) : ('fault' as const),
    }));
    return plain(met, reason, evidence);
  },
};
