import type { CheckDefinition, ParameterSpec } from '../domain/check.ts';

const HEAD = [
  '# The checks',
  '',
  '<!-- Made from src/grade/checks by a test (`vitest run test/grade -u`); do not edit by hand. -->',
  '',
  'A check is one kind of criterion that is graded by computation. In a task:',
  '',
  '```yaml',
  'checks:',
  '  - {id: cat-left-of-dog, skill: order, check: left-of, of: [cat, dog], dominant: true}',
  '```',
  '',
  'A, B: the subjects that `of` names, in order. D: the diagonal of the box of all visible ink.',
  'Box and centroid are those of visible ink. A silhouette is the outer outline with its holes filled.',
  'A check that compares subjects wants exactly one thing of each, and that thing must be there.',
  'Checks that compare pictures are for tasks of several turns or frames; the picture before is faint here.',
  '',
];

/** The page `docs/checks.md`: a row for each check, in the order given. Ends with a newline. */
export function renderChecksPage(definitions: readonly CheckDefinition[]): string {
  const rows = definitions.map(row);
  return `${[...HEAD, '| check | met | not met | subjects | met when | parameters |', '|---|---|---|---|---|---|', ...rows].join('\n')}\n`;
}

function row({ name, subjects, summary, parameters }: CheckDefinition): string {
  const entries = Object.entries(parameters).map(([key, spec]) => parameter(key, spec));
  const many = subjects.min === subjects.max ? `${subjects.min}` : `${subjects.min} to ${subjects.max}`;
  return `| ${[`\`${name}\``, picture(name, 'met'), picture(name, 'unmet'), many, summary, entries.join('<br>')].map(cell).join(' | ')} |`;
}

/** The small picture that the tests keep in step. */
function picture(name: string, outcome: 'met' | 'unmet'): string {
  return `<img src="images/checks/${name}-${outcome}.svg" width="100" alt="${name}: ${outcome}">`;
}

function parameter(key: string, spec: ParameterSpec): string {
  const fallback = 'default' in spec && spec.default !== undefined ? ` = ${spec.default}` : '';
  const choices = spec.kind === 'choice' ? ` (${spec.choices.join(', ')})` : '';
  return `\`${key}${fallback}\`${choices}: ${spec.doc}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
