import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkShape, quote } from './describe-issues.ts';
import { type Checked, type DataMistake, type FileMistake, usageErrorFor } from './mistakes.ts';
import { fillFile, MAX_USES } from './rubrics/fill-rubric.ts';
import { itemMistakes } from './rubrics/item-rules.ts';
import { rubricMistakes } from './rubrics/rubric-rules.ts';
import { type RubricFile, rubricFileSchema } from './rubrics/rubric-schema.ts';
import type { Bound } from './rubrics/template.ts';
import { NAME_PATTERN } from './schema-parts.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const ENDING = '.yaml';

/** All rubrics that tasks may use, by name, as they are written; every one of them is right. */
export type RubricLibrary = ReadonlyMap<string, RubricFile>;

/**
 * Loads and validates every `NAME.yaml` that lies in these folders; folders in them are not looked at, and a folder
 * that isn't there has none. Throws one UsageError that lists every mistake of every file, used or not, as
 * `path:line:column: …`. Two files of one name are a mistake unless they are equal.
 */
export function loadRubrics({ directories }: { readonly directories: readonly string[] }): RubricLibrary {
  const paths = distinctFolders(directories).flatMap(rubricPathsIn);
  const read = paths.map((path) => ({ path, name: basename(path, ENDING), checked: readRubric(path) }));
  const valid = read.flatMap(({ path, name, checked }) =>
    checked.outcome === 'valid' ? [{ path, name, ...checked.value }] : [],
  );
  const library = new Map(valid.map(({ name, file }) => [name, file]));
  const broken = new Set(read.map(({ name }) => name).filter((name) => !library.has(name)));
  const mistakes = [
    ...read.flatMap(({ checked }) => (checked.outcome === 'invalid' ? checked.mistakes : [])),
    ...read.flatMap(({ path, name }) => nameMistakes(path, name)),
    ...sharedNames(paths),
    ...valid.flatMap((rubric) =>
      leansOn(rubric.file, broken, library) ? [] : wholeMistakes(rubric, library),
    ),
  ];
  if (mistakes.length > 0) throw usageErrorFor(mistakes);
  return library;
}

interface ReadRubric extends Pick<YamlSource, 'place'> {
  readonly file: RubricFile;
}

function readRubric(path: string): Checked<ReadRubric> {
  const source = readYaml(path);
  if (source.outcome === 'invalid') return source;
  const { data, place } = source.value;
  const shape = checkShape(rubricFileSchema, data);
  const mistakes = [...shape.mistakes, ...rubricMistakes(data)].map(place);
  if (mistakes.length > 0 || shape.value === null) return { outcome: 'invalid', mistakes };
  return { outcome: 'valid', value: { file: shape.value, place } };
}

/** Whether a rubric includes a broken one, which has to be mended before anything can be said of the whole. */
function leansOn(file: RubricFile, broken: ReadonlySet<string>, library: RubricLibrary): boolean {
  const seen = new Set<string>();
  const open = includedBy(file);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (broken.has(name)) return true;
    const included = library.get(name);
    if (seen.has(name) || included === undefined) continue;
    seen.add(name);
    open.push(...includedBy(included));
  }
  return false;
}

function includedBy({ include = [] }: RubricFile): string[] {
  return include.map((use) => (typeof use === 'string' ? use : use.use));
}

/** What is wrong with a rubric when its words have their usual values and all is included. */
function wholeMistakes(
  { name, file, place }: ReadRubric & { readonly name: string },
  files: RubricLibrary,
): FileMistake[] {
  const mistakes: DataMistake[] = [];
  const bindings = new Map(
    // A word that must be given stands for itself here: a text fits everywhere.
    Object.entries(file.words ?? {}).map(([word, { usual }]): [string, Bound] => [
      word,
      { value: usual ?? word, blame: ['words', word, 'usual'] },
    ]),
  );
  const tell = (mistake: DataMistake) => void mistakes.push(mistake);
  const filled = fillFile(file, { files, chain: [name], bindings, tell, budget: { left: MAX_USES } });
  return [...mistakes, ...itemMistakes(filled, [])].map(place);
}

function rubricPathsIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.name.endsWith(ENDING) && !entry.name.startsWith('.') && !entry.isDirectory())
    .map(({ name }) => basename(name, ENDING))
    .sort()
    .map((name) => join(directory, `${name}${ENDING}`));
}

function distinctFolders(directories: readonly string[]): string[] {
  const found = directories.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const byPlace = new Map(found.map((path) => [realpathSync(path), path]).reverse() as [string, string][]);
  return [...byPlace.values()].reverse();
}

function nameMistakes(file: string, name: string): FileMistake[] {
  if (NAME_PATTERN.test(name)) return [];
  const message = `the file name gives no name; expected words joined by hyphens, got ${quote(name)}`;
  return [{ file, line: 1, column: 1, message }];
}

function sharedNames(paths: readonly string[]): FileMistake[] {
  const first = new Map<string, string>();
  return paths.flatMap((path) => {
    const name = basename(path, ENDING);
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, path);
      return [];
    }
    if (readFileSync(path).equals(readFileSync(other))) return [];
    const message = `a second rubric is called ${quote(name)}; expected a name of its own, ${other} has it`;
    return [{ file: path, line: 1, column: 1, message }];
  });
}
