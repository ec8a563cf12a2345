import { z } from 'zod';
import type { CheckDefinition, ParameterSpec } from '../domain/check.ts';
import { line, MAX_FRAMES, name, oneOrMore } from './schema-parts.ts';

/** What every check has, whatever its kind. */
const COMMON = {
  id: name().describe('Name of this criterion, unique in the task.'),
  skill: name().describe('What it measures; groups the report: order, containment, contact, size…'),
  of: oneOrMore('a subject or a list of subjects').describe(
    'Subjects, in the order that the check wants them.',
  ),
  needs: oneOrMore('an id or a list of ids')
    .optional()
    .describe('Ids of criteria without which this one is unmet too.'),
  frame: z
    .union([z.int().min(1).max(MAX_FRAMES), z.array(z.int().min(1).max(MAX_FRAMES)).min(1)], {
      error: 'is wrong; expected the number of a frame or a list of numbers',
    })
    .optional()
    .describe('Of a moving task: in which frames it holds; in every frame when not given.'),
  weight: z.number().positive().max(1000).optional().describe('Share of the score; 1 when not given.'),
};

/** The schema of one entry of `checks`: which keys it may have follows from `check`. */
export function checkSchema(definitions: readonly CheckDefinition[]) {
  const [first, ...rest] = definitions.map(definitionSchema);
  if (first === undefined) throw new Error('The catalogue needs at least one check definition.');
  return z.discriminatedUnion('check', [first, ...rest]);
}

/** The schema of one entry of `readings`: a check that only tells readings apart. */
export function readingCheckSchema(definitions: readonly CheckDefinition[]) {
  const [first, ...rest] = definitions
    .filter(({ compares }) => compares === undefined)
    .map((definition) =>
      definitionSchema(definition).omit({ id: true, skill: true, needs: true, weight: true, frame: true }),
    );
  if (first === undefined) throw new Error('The catalogue needs at least one check definition.');
  return z.discriminatedUnion('check', [first, ...rest]);
}

function definitionSchema(definition: CheckDefinition) {
  const parameters = Object.entries(definition.parameters).map(([key, spec]) => [
    key,
    parameterSchema(spec).optional().describe(spec.doc),
  ]);
  return z.strictObject({
    ...COMMON,
    of: definition.subjects.min === 0 ? COMMON.of.optional() : COMMON.of,
    ...(definition.subjectKey && {
      [definition.subjectKey]: line(200).optional().describe('The same as of.'),
    }),
    check: z.literal(definition.name).describe(definition.summary),
    ...(Object.fromEntries(parameters) as Record<string, z.ZodOptional<z.ZodType>>),
  });
}

function parameterSchema(spec: ParameterSpec): z.ZodType {
  switch (spec.kind) {
    case 'number':
      return numberSchema(spec);
    case 'boolean':
      return z.boolean();
    case 'choice':
      return z.enum(spec.choices as [string, ...string[]]);
    case 'text':
      return line(200);
    case 'number-or-text':
      return z.union([z.number(), line(200)], { error: 'is wrong; expected a number or text' });
  }
}

function numberSchema({ min, max, integer }: Extract<ParameterSpec, { kind: 'number' }>): z.ZodType {
  let schema = integer === true ? z.int() : z.number();
  if (min !== undefined) schema = schema.min(min);
  if (max !== undefined) schema = schema.max(max);
  return schema;
}
