import { join } from 'node:path';
import type { ModelSpec } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import { readJudgePrompts } from '../grade/judge/judge-prompts.ts';
import { type ModelSources, openModels } from '../models/registry.ts';
import type { Judging } from '../sweep/judging/judge.ts';
import type { Environment } from './environment.ts';
import type { JudgingRequest } from './judging-options.ts';

/** Opens the models that judge; nothing is sent. Throws UsageError for those that can't look at a picture. */
export async function openJudges(
  specs: readonly ModelSpec[],
  how: JudgingRequest & { readonly sources: ModelSources },
  environment: Pick<Environment, 'packageDirectory'>,
): Promise<Judging> {
  const { sources, comparesPairs, ...asking } = how;
  const models = await openModels(specs, sources);
  const blind = models.filter(({ lane, facts }) => lane === undefined || facts?.seesPictures === false);
  if (blind.length > 0) {
    throw new UsageError(
      `judges: expected models that see pictures, got ${blind.map(({ id }) => id).join(', ')}`,
      {
        remedy: 'Name others. If one can see after all, say so in models.yaml: seesPictures: true.',
      },
    );
  }
  return {
    judges: models.map((model) => ({ model, ...asking })),
    comparesPairs,
    judgePrompts: readJudgePrompts(join(environment.packageDirectory, 'rubrics', 'prompts')),
  };
}
