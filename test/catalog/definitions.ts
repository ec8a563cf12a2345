import type { CheckDefinition, ParameterSpec } from '../../src/domain/check.ts';

/** Definitions for tests of the catalogue, which never evaluates them. */
function definition(
  name: string,
  subjects: CheckDefinition['subjects'],
  parameters: Readonly<Record<string, ParameterSpec>>,
): CheckDefinition {
  const evaluate = () => {
    throw new Error('the catalogue evaluates no check');
  };
  return { name, summary: `${name} of a test`, subjects, wants: 'one', parameters, evaluate };
}

export const CHECKS: readonly CheckDefinition[] = [
  definition('there', { min: 1, max: 1 }, { share: { kind: 'number', default: 0.0005, doc: 'least share' } }),
  definition(
    'left-of',
    { min: 2, max: 2 },
    {
      band: { kind: 'number', default: 0.2, min: 0, max: 5, doc: 'dead band' },
      dominant: { kind: 'boolean', default: false, doc: 'larger difference too' },
    },
  ),
  {
    ...definition(
      'count',
      { min: 1, max: 1 },
      {
        is: { kind: 'number', integer: true, min: 0, doc: 'exactly' },
        min: { kind: 'number', doc: 'at least' },
      },
    ),
    validate: ({ is, min }) => ((is === undefined) === (min === undefined) ? ['give either is or min'] : []),
  },
  definition(
    'aligned',
    { min: 2, max: Number.POSITIVE_INFINITY },
    { on: { kind: 'choice', choices: ['left', 'middle'], default: 'middle', doc: 'the line' } },
  ),
  definition('colour', { min: 1, max: 1 }, { is: { kind: 'text', doc: 'a colour' } }),
];
