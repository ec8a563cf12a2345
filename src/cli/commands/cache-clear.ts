import { existsSync, statSync } from 'node:fs';
import { UsageError } from '../../domain/usage-error.ts';
import { deleteReplyCache, openReplyCache } from '../../store/reply-cache.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { countOf, formatBytes } from '../print-amounts.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

interface ClearOptions extends JsonOption {
  readonly model: string | undefined;
}

export const cacheClearCommand: Command<ClearOptions> = {
  usage: 'clear',
  summary: 'Throw away what the response cache holds; runs keep their own answers',
  examples: [
    ['$0 cache clear', 'everything'],
    ['$0 cache clear --model openai/gpt-5', 'the answers of one model'],
  ],
  options: (yargs) =>
    withJson(yargs, 'One JSON object').option('model', {
      type: 'string',
      requiresArg: true,
      describe: 'Only the answers of this model: provider/name or provider/name@label',
    }),
  async run({ json, model }, environment) {
    const path = replyCachePath(environment);
    const before = sizeOf(path);
    const replies = clear(path, { modelId: model, environment });
    const freedBytes = Math.max(0, before - sizeOf(path));
    if (json) environment.out(jsonLine({ path, replies, freedBytes }));
    else environment.out(`${countOf(replies, 'answer')} thrown away, ${formatBytes(freedBytes)} freed.`);
    return EXIT.done;
  },
};

interface Clearing {
  readonly modelId: string | undefined;
  readonly environment: Environment;
}

/** How many answers went. A file that can't be read is thrown away whole where all of it was to go. */
function clear(path: string, { modelId, environment }: Clearing): number {
  if (!existsSync(path)) return 0;
  try {
    using cache = openReplyCache(path, { redact: environment.redact });
    return cache.clear(modelId === undefined ? undefined : { modelId });
  } catch (error) {
    if (modelId !== undefined || !(error instanceof UsageError)) throw error;
    environment.say(error.message);
    deleteReplyCache(path);
    return 0;
  }
}

/** With what SQLite keeps beside it. */
function sizeOf(path: string): number {
  return [path, `${path}-wal`, `${path}-shm`]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}
