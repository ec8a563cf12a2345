import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allIds, unknownReferences } from './check-rules.ts';
import { quote } from './describe-issues.ts';
import type { DataMistake } from './mistakes.ts';
import { DRAWING_FILE_PATTERN } from './schema-parts.ts';
import { asRecord, type DrawingOutline, type TaskOutline } from './task-outline.ts';
import { turnFiles } from './turn-files.ts';

/** What a schema can't say of subjects: that they can be found at all. */
export function subjectMistakes(data: unknown): DataMistake[] {
  const subjects = asRecord(asRecord(data).subjects);
  const mistakes = Object.entries(subjects).flatMap(([name, value]) => {
    const spec = asRecord(value);
    const path = ['subjects', name];
    const found: DataMistake[] = [];
    if (!['label', 'shape', 'colour', 'text'].some((key) => key in spec)) {
      found.push({
        path,
        at: 'key',
        message: `${quote(name)} can't be found; expected a label, shape, colour or text`,
      });
    }
    if ('corners' in spec && spec.shape !== 'polygon') {
      found.push({ path: [...path, 'corners'], at: 'key', message: 'corners need shape: polygon' });
    }
    return found;
  });
  if ('subjects' in asRecord(data) && Object.keys(subjects).length === 0) {
    mistakes.push({ path: ['subjects'], at: 'value', message: 'no subjects; expected at least one' });
  }
  return mistakes;
}

/** What a schema can't say of known drawings: that the files are there, all of them, and fail what can be failed. */
export function drawingMistakes(data: unknown, outline: TaskOutline, folder: string): DataMistake[] {
  const drawings = outline.drawings;
  const none: DataMistake[] =
    'drawings' in asRecord(data) && drawings.length === 0
      ? [{ path: ['drawings'], at: 'value', message: 'no drawings; expected at least one known to be right' }]
      : [];
  const ids = allIds(outline);
  const readings = outline.readings.map(({ name }) => name);
  return [
    ...none,
    ...drawings.flatMap((drawing) => [
      ...turnFiles(drawing.file, outline.turns).flatMap((file) => fileMistakes({ ...drawing, file }, folder)),
      ...nameMistakes(drawing),
      ...unknownReferences(drawing.fails, ids, 'criterion'),
      ...unknownReferences(drawing.reading, readings, 'reading'),
    ]),
    ...givenMistakes(data, folder),
    ...referenceMistakes(data, folder),
    ...readingMistakes(data, outline),
    ...unlisted({ data, outline }, folder),
  ];
}

/** A reading is of one picture: of several, each might be read in its own way. */
function readingMistakes(data: unknown, { turns, frames }: TaskOutline): DataMistake[] {
  if (!('readings' in asRecord(data)) || (turns === 1 && frames === null)) return [];
  const message = `readings are told apart in one picture; expected a task without ${frames === null ? 'turns' : 'frames'}`;
  return [{ path: ['readings'], at: 'key', message }];
}

function givenMistakes(data: unknown, folder: string): DataMistake[] {
  const { given } = asRecord(data);
  if (typeof given !== 'string') return [];
  return fileMistakes({ file: given, path: ['given'] }, folder).map((mistake) => ({
    ...mistake,
    at: 'value',
  }));
}

const PNG_SIGNATURE = '89504e470d0a1a0a';

function referenceMistakes(data: unknown, folder: string): DataMistake[] {
  const { reference } = asRecord(data);
  if (typeof reference !== 'string' || !/^[\w-]+\.png$/.test(reference)) return [];
  const path = join(folder, reference);
  const tell = (got: string): DataMistake[] => [
    { path: ['reference'], at: 'value', message: `${reference}: expected a PNG beside task.yaml, ${got}` },
  ];
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status?.isFile())
    return tell(status === undefined ? 'there is no such file' : 'it is no regular file');
  const isPng = readFileSync(path).subarray(0, 8).toString('hex') === PNG_SIGNATURE;
  return isPng ? [] : tell('it is something else');
}

function fileMistakes({ file, path }: Pick<DrawingOutline, 'file' | 'path'>, folder: string): DataMistake[] {
  if (!DRAWING_FILE_PATTERN.test(file)) return [];
  const status = lstatSync(join(folder, 'drawings', file), { throwIfNoEntry: false });
  if (status?.isFile()) return [];
  const got = status === undefined ? 'there is no such file' : 'it is no regular file';
  return [{ path, at: 'key', message: `drawings/${file}: expected a file, ${got}` }];
}

/** How the names of drawings begin says what they are for; other names say nothing. */
function nameMistakes({ file, path, fails, unlike }: DrawingOutline): DataMistake[] {
  const tell = (message: string): DataMistake[] => [{ path, at: 'key', message: `${file} ${message}` }];
  if (file.startsWith('good-') && fails.length > 0)
    return tell('fails something; expected a name that begins with bad-');
  if (file.startsWith('good-') && unlike.length > 0)
    return tell('is unlike something; expected a name that begins with unlike-');
  if (file.startsWith('bad-') && fails.length === 0)
    return tell('fails nothing; expected fails: with the criteria that it fails');
  if (file.startsWith('unlike-') && fails.length > 0)
    return tell('fails something; expected a name that begins with bad-');
  if (file.startsWith('unlike-') && unlike.length === 0)
    return tell('is unlike nothing; expected unlike: with the judged items that it should not meet');
  return [];
}

function unlisted(
  { data, outline }: { readonly data: unknown; readonly outline: TaskOutline },
  folder: string,
): DataMistake[] {
  const files = outline.drawings.flatMap(({ file }) => turnFiles(file, outline.turns));
  const listed = new Set<unknown>([...files, asRecord(data).given]);
  return texFilesIn(join(folder, 'drawings'))
    .filter((file) => !listed.has(file))
    .map((file) => ({
      path: ['drawings'],
      at: 'key',
      message: `drawings/${quote(file).slice(1, -1)} is not listed; expected it under drawings`,
    }));
}

function texFilesIn(folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tex'))
    .sort();
}
