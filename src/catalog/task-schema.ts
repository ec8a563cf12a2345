import { z } from 'zod';
import type { CheckDefinition } from '../domain/check.ts';
import { TRACKS } from '../domain/task.ts';
import { COLOUR_WORDS } from '../util/colour.ts';
import { checkSchema, readingCheckSchema } from './check-schema.ts';
import { expectedOneOf } from './describe-issues.ts';
import { taskRubricSchema } from './rubrics/rubric-schema.ts';
import {
  DRAWING_FILE_PATTERN,
  label,
  line,
  MAX_FRAMES,
  name,
  oneOrMore,
  readableText,
} from './schema-parts.ts';

/** Shapes that a subject can be sought by; the names of domain/scene.ts. */
const SHAPES = [
  'circle',
  'ellipse',
  'square',
  'rectangle',
  'triangle',
  'polygon',
  'line',
  'polyline',
  'curve',
] as const;

const PICKS = ['largest', 'smallest', 'leftmost', 'rightmost', 'topmost', 'bottommost', 'all'] as const;

const COLOUR = {
  error: ({ input }: { readonly input?: unknown }) =>
    `is unknown; ${expectedOneOf(String(input), COLOUR_WORDS)}, or "#rrggbb"`,
};

const subject = z
  .strictObject({
    label: label().optional().describe('The model is asked to draw it in \\begin{scope}[part=LABEL].'),
    words: z.array(line(80)).max(20).optional().describe('Other words that a comment may use for it.'),
    shape: z.enum(SHAPES).optional().describe('Its outline.'),
    corners: z.int().min(3).max(100).optional().describe('With shape: polygon, how many corners.'),
    colour: z
      .union([z.enum(COLOUR_WORDS, COLOUR), z.string().regex(/^#[0-9a-fA-F]{6}$/, COLOUR)], COLOUR)
      .optional()
      .describe('Its colour: one of the 11 basic words, or #rrggbb.'),
    text: line(200).optional().describe('The text that it is, compared without case and white space.'),
    pick: z.enum(PICKS).optional().describe('Which one is meant when several match.'),
    weight: z.number().min(0).max(1000).optional().describe('Weight of the implied check that it is there.'),
  })
  .describe('How the subject is found: by label, or by shape, colour and text, all of which must hold.');

const drawing = z
  .strictObject({
    fails: oneOrMore('an id or a list of ids')
      .optional()
      .describe('Exactly the criteria that this drawing fails.'),
    reading: name().optional().describe('Which of the readings it is.'),
    unlike: oneOrMore('an id or a list of ids')
      .optional()
      .describe('Items of the rubric that this drawing should not meet, as anyone can see.'),
  })
  .nullable();

function prompt() {
  return readableText(4000);
}

function checksOf(definitions: readonly CheckDefinition[]) {
  return z.array(checkSchema(definitions)).max(200).optional();
}

/** The schema of a `task.yaml`, for these kinds of checks. */
export function taskFileSchema(definitions: readonly CheckDefinition[]) {
  return z.strictObject({
    title: line(200).describe('A short name that the report shows.'),
    prompt: prompt().optional().describe('What the model is asked to draw; turns take its place.'),
    turns: z
      .array(z.strictObject({ prompt: prompt(), checks: checksOf(definitions) }))
      .min(1)
      .max(8)
      .optional()
      .describe('An edit task: several requests in one conversation, each with its checks.'),
    given: z
      .string()
      .regex(DRAWING_FILE_PATTERN, { error: 'is no file name such as given.tex' })
      .optional()
      .describe('A file in drawings/ that the first request shows and asks to change.'),
    reference: z
      .string()
      .regex(/^[\w-]+\.png$/, { error: 'is no file name such as reference.png' })
      .optional()
      .describe('A PNG beside this file that drawings are compared with, pixel by pixel; it earns nothing.'),
    frames: z
      .int()
      .min(2)
      .max(MAX_FRAMES)
      .optional()
      .describe('A moving task: how many pictures are asked for, one after the other.'),
    suite: name().optional().describe('The folder above, unless given.'),
    tracks: z.array(z.enum(TRACKS)).min(1).optional().describe('All three when not given.'),
    tags: z.array(name()).max(50).optional(),
    level: z.int().min(1).max(5).optional().describe('How hard it is, from 1 to 5.'),
    subjects: z.record(name(), subject).describe('What the checks speak of, by name.'),
    checks: checksOf(definitions),
    readings: z
      .record(name(), z.array(readingCheckSchema(definitions)).min(1).max(20))
      .optional()
      .describe(
        'Ways to understand the prompt, each right, tried in this order: which one a drawing is gets recorded and earns nothing.',
      ),
    rubric: taskRubricSchema()
      .optional()
      .describe('What a judge decides: rubrics/NAME.yaml, filled with words of the task.'),
    drawings: z
      .record(
        z.string().regex(DRAWING_FILE_PATTERN, { error: 'is no file name such as good-1.tex' }),
        drawing,
      )
      .describe(
        'Files in drawings/: good ones fail nothing, bad ones fail exactly what they say, unlike ones pass all checks and do not look right.',
      ),
  });
}

/** A task file as it is written: parsed, not yet cross-checked. */
export type TaskFile = z.output<ReturnType<typeof taskFileSchema>>;

/** JSON Schema (draft 7, which editors know) of a `task.yaml`. */
export function taskJsonSchema(definitions: readonly CheckDefinition[]): Record<string, unknown> {
  return z.toJSONSchema(taskFileSchema(definitions), { target: 'draft-7', io: 'input' });
}
