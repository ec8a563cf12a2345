import type { CheckDefinition, Finding, ParameterValue } from '../../domain/check.ts';
import { plain, subjectAt } from '../finding.ts';

const WHOLE = { kind: 'number', min: 0, max: 1000, integer: true } as const;

/** Met when as many distinct visible things match the subject. Margin: none, things are whole. */
export const count: CheckDefinition = {
  name: 'count',
  summary: 'As many distinct visible things match A: exactly `is`, or at least `min` and at most `max`.',
  subjects: { min: 1, max: 1 },
  wants: 'things',
  parameters: {
    is: { ...WHOLE, doc: 'Exactly this many.' },
    min: { ...WHOLE, doc: 'At least this many; instead of `is`.' },
    max: { ...WHOLE, doc: 'At most this many; instead of `is`.' },
  },
  validate({ is, min, max }) {
    if (is !== undefined && (min !== undefined || max !== undefined)) {
      return ['expected either "is", or "min" and "max", got both; leave one out'];
    }
    if (is === undefined && min === undefined && max === undefined) {
      return ['expected "is", "min" or "max", got none of them; say how many there are to be'];
    }
    if (Number(min ?? 0) > Number(max ?? Number.POSITIVE_INFINITY)) {
      return [`expected "min" to be at most "max", got ${min} and ${max}`];
    }
    return [];
  },
  evaluate(input): Finding {
    const { name, things } = subjectAt(input, 0);
    const { least, most } = limits(input.parameters);
    const met = things.length >= least && things.length <= most;
    const reason = `${things.length} found of ${name}; ${wanted(least, most)} wanted`;
    const evidence = things.map(({ ink }, index) => ({
      kind: 'box' as const,
      box: ink.box,
      label: `${index + 1}`,
      tone: met ? ('subject' as const) : ('fault' as const),
    }));
    return plain(met, reason, evidence);
  },
};

function limits({ is, min, max }: Readonly<Record<string, ParameterValue>>) {
  return { least: Number(is ?? min ?? 0), most: Number(is ?? max ?? Number.POSITIVE_INFINITY) };
}

function wanted(least: number, most: number): string {
  if (least === most) return `exactly ${least}`;
  if (most === Number.POSITIVE_INFINITY) return `at least ${least}`;
  return least === 0 ? `at most ${most}` : `${least} to ${most}`;
}
