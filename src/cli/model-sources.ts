import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadKnownModels } from '../catalog/load-known-models.ts';
import { type ModelSources, PROVIDERS } from '../models/registry.ts';
import type { Environment } from './environment.ts';
import { readKeys, warnOfLooseFile } from './keys.ts';
import { secretsOf } from './redact.ts';

export interface SourceFiles {
  /** JSONL files with replies of `recorded/NAME`. */
  readonly recordedFiles?: readonly string[];
  /** The user's own table of models and servers; not given: `models.yaml` in the working directory, if it is there. */
  readonly knownModelsFile?: string | null;
}

type Surroundings = Pick<Environment, 'variables' | 'workingDirectory' | 'packageDirectory' | 'say'>;

/**
 * What models are made from: the environment with the key file, the table of known models with the user's own. Says so when
 * others may read the key file. Mistakes of these files are a UsageError.
 */
export function openModelSources(environment: Surroundings, files: SourceFiles = {}): ModelSources {
  const keys = readKeys(environment);
  const warning = warnOfLooseFile(keys);
  if (warning !== null) environment.say(`warning: ${warning}`);
  const { facts, servers } = loadKnownModels(knownModelsFiles(environment, files), {
    providers: PROVIDERS.map(({ id }) => id),
  });
  const { variables } = keys;
  const secrets = secretsOf({ variables, servers }).map(({ value }) => value);
  return { recordedFiles: files.recordedFiles ?? [], variables, facts, servers, secrets };
}

function knownModelsFiles(environment: Surroundings, { knownModelsFile }: SourceFiles): readonly string[] {
  const shipped = join(environment.packageDirectory, 'known-models', 'known-models.yaml');
  if (knownModelsFile) return [shipped, resolve(environment.workingDirectory, knownModelsFile)];
  const own = join(environment.workingDirectory, 'models.yaml');
  return existsSync(own) ? [shipped, own] : [shipped];
}
