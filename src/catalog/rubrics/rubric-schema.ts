import { z } from 'zod';
import { line, name, readableText } from '../schema-parts.ts';

/** The most characters of a question, of what counts as yes or no, and of a word's value, before and after filling. */
export const MAX_TEXT = 600;

/** The most items that one rubric has when all is included. */
export const MAX_ITEMS = 30;

/** Values may be empty: a crop filled with nothing shows the whole picture. */
function valueText() {
  return z.union([z.literal(''), readableText(MAX_TEXT)], { error: `is wrong; expected text` });
}

function value() {
  return z.union([z.literal(''), readableText(MAX_TEXT), z.array(valueText()).min(1).max(60)]);
}

const word = z.strictObject({
  says: line(200).describe('What whoever uses the rubric fills in here.'),
  usual: value()
    .optional()
    .describe('What stands here unless something is given; left out: it must be given.'),
});

const use = z.union([
  name().describe('A rubric without words, or whose words all have a usual value.'),
  z.strictObject({
    use: name().describe('Name of a rubric.'),
    as: name().optional().describe('Stands before the ids of its items: hat gives hat-looks-like.'),
    with: z
      .record(name(), value())
      .optional()
      .describe('What its words stand for: a text or a list of texts.'),
  }),
]);

const item = z.strictObject({
  id: name(),
  skill: name().describe('What it measures: recognition, likeness, craft, style, readability, motion…'),
  weight: z.number().gt(0).max(1000).optional().describe('1 unless given.'),
  needs: z
    .union([name(), z.array(name()).max(30)])
    .optional()
    .describe('Items without which this one is unmet.'),
  question: readableText(MAX_TEXT)
    .optional()
    .describe('Answered yes or no from one picture; yes speaks for it.'),
  yes: readableText(MAX_TEXT).optional().describe('What counts as yes.'),
  no: readableText(MAX_TEXT).optional().describe('What does not count.'),
  crop: line(80).optional().describe('The subject of the task that is shown alone, cut out of the picture.'),
  of: line(80)
    .optional()
    .describe('The subject of the task that it is about; the crop, or the whole picture, unless given.'),
  named: z
    .array(line(80))
    .min(1)
    .max(60)
    .optional()
    .describe('In place of a question: what it may be called by a judge who was not told what it is.'),
});

/** The schema of `rubrics/NAME.yaml`. */
export const rubricFileSchema = z.strictObject({
  title: line(200).describe('A short name that the report shows.'),
  words: z
    .record(name(), word)
    .optional()
    .describe('What is filled in: {animal} in a text stands for its value.'),
  include: z
    .array(use)
    .min(1)
    .max(20)
    .optional()
    .describe('Rubrics whose items come before those of this one.'),
  items: z.array(item).min(1).max(MAX_ITEMS).optional().describe('What the judge decides.'),
});

/** The schema of `rubric` in a `task.yaml`: one rubric, or several in a list. */
export function taskRubricSchema() {
  return z.union([...use.options, z.array(use).min(1).max(20)]);
}

/** A rubric as it is written: parsed, not yet filled. */
export type RubricFile = z.output<typeof rubricFileSchema>;

/** One item as it is written. */
export type RubricFileItem = NonNullable<RubricFile['items']>[number];

/** How a rubric or a task uses rubrics: a name, or a name with words. */
export type RubricUse = z.output<typeof use>;

/** What a word stands for. */
export type WordValue = string | readonly string[];

/** JSON Schema (draft 7, which editors know) of a rubric. */
export function rubricJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(rubricFileSchema, { target: 'draft-7', io: 'input' });
}
