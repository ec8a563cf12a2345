import { statSync } from 'node:fs';
import { UsageError } from '../../domain/usage-error.ts';
import { type ModelSources, PROVIDERS } from '../../models/registry.ts';
import { type Keys, keyFile, readKeys, warnOfLooseFile } from '../keys.ts';
import { openModelSources } from '../model-sources.ts';
import { formatBytes } from '../print-amounts.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import { hasKey } from '../select-models.ts';
import { examineOllama } from './examine-ollama.ts';
import type { Examination, Finding } from './finding.ts';

/** What it takes to ask models. Only names of keys are shown. */
export async function examineModels(examination: Examination): Promise<readonly Finding[]> {
  const keys = tryTo(() => readKeys(examination));
  const variables = keys instanceof UsageError ? examination.variables : keys.variables;
  const sources = tryTo(() => openModelSources({ ...examination, say: () => {} }));
  const servers = sources instanceof UsageError ? [] : sources.servers;
  return [
    examineKeys({ variables, servers }),
    keys instanceof UsageError ? broken('key file', keys) : examineKeyFile(keys, examination),
    // What is wrong with the key file is said once.
    ...(sources instanceof UsageError && keys instanceof UsageError ? [] : [examineKnownModels(sources)]),
    await examineOllama(variables),
    examineCache(examination),
  ];
}

function tryTo<T>(action: () => T): T | UsageError {
  try {
    return action();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function broken(what: string, { message, remedy }: UsageError): Finding {
  return { what, state: 'broken', detail: message, remedy };
}

function examineKeys(sources: Pick<ModelSources, 'variables' | 'servers'>): Finding {
  const here = [...PROVIDERS, ...sources.servers]
    .filter((one) => hasKey(one, sources) === true)
    .map(({ keyVariable }) => keyVariable);
  const detail =
    here.length > 0
      ? `here: ${[...new Set(here)].join(', ')}`
      : 'none here; bundled and recorded drawings and models of your own machines need none';
  return { what: 'keys', state: 'note', detail, remedy: null };
}

function examineKeyFile(keys: Keys, examination: Examination): Finding {
  const what = 'key file';
  if (keys.file === null)
    return { what, state: 'note', detail: `none; it would be ${keyFile(examination)}`, remedy: null };
  if (warnOfLooseFile(keys) === null) return { what, state: 'good', detail: keys.file, remedy: null };
  return {
    what,
    state: 'note',
    detail: `${keys.file}: others may read your keys`,
    remedy: `Run: chmod 600 ${keys.file}`,
  };
}

function examineKnownModels(sources: ModelSources | UsageError): Finding {
  if (sources instanceof UsageError) return broken('known models', sources);
  const { facts, servers } = sources;
  const own =
    servers.length === 0 ? '' : `; servers of your own: ${servers.map(({ name }) => name).join(', ')}`;
  return { what: 'known models', state: 'good', detail: `${facts.length}${own}`, remedy: null };
}

function examineCache(examination: Examination): Finding {
  const path = replyCachePath(examination);
  const bytes = ['', '-wal', '-shm']
    .map((suffix) => statSync(`${path}${suffix}`, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
  return {
    what: 'response cache',
    state: 'note',
    detail: bytes === 0 ? 'empty' : `${formatBytes(bytes)} in ${path}`,
    remedy: null,
  };
}
