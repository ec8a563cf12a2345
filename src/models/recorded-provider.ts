import type { Model } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import { fixedProvider } from './fixed-provider.ts';
import type { Provider } from './provider.ts';
import { openRecordedFiles } from './recorded-files.ts';
import { unknownName } from './unknown-name.ts';

/** Replies that were gathered elsewhere. Names of recorded models may hold anything, an @ too. */
export const recordedProvider: Provider = fixedProvider({
  id: 'recorded',
  models: [],
  summary: 'replies that were gathered elsewhere, from JSONL files',
  async open({ id }, { recordedFiles }) {
    const models = await readOnce(recordedFiles);
    const model = models.get(id);
    if (model !== undefined) return model;
    if (models.size > 0) throw unknownName('model', id, [...models.keys()]);
    throw new UsageError(`unknown model "${id}": recorded models need a file of replies, and none was given`);
  },
});

const filesRead = new WeakMap<readonly string[], Promise<ReadonlyMap<string, Model>>>();

/** The models of one list of files; several models of one list are opened with one reading. */
function readOnce(files: readonly string[]): Promise<ReadonlyMap<string, Model>> {
  const known = filesRead.get(files);
  if (known !== undefined) return known;
  const reading = openRecordedFiles(files);
  filesRead.set(files, reading);
  return reading;
}
