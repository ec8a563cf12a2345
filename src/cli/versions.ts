import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRADER_VERSION } from '../grade/hash.ts';
import type { StageVersions } from '../sweep/sample.ts';
import type { Environment } from './environment.ts';
import type { Workshop } from './workshop.ts';

/** What pictures and grades depend on besides their inputs. */
export function stageVersions(workshop: Workshop, environment: Environment): StageVersions {
  return {
    // A new release may read replies or PDFs in another way: drawing again costs time, but no money.
    render: { ...workshop.versions, sandbox: workshop.sandbox.name, otterbench: versionOf(environment) },
    grade: { grader: GRADER_VERSION },
  };
}

/** The version of otterbench. */
export function versionOf({ packageDirectory }: Pick<Environment, 'packageDirectory'>): string {
  return JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')).version;
}
