import { existsSync, statSync } from 'node:fs';
import { openReplyCache } from '../../store/reply-cache.ts';
import type { Command } from '../command.ts';
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
    const replies = clear(path, model, environment.redact);
    const freedBytes = Math.max(0, before - sizeOf(path));
    if (json) environment.out(jsonLine({ path, replies, freedBytes }));
    else environment.out(`${countOf(replies, 'answer')} thrown away, ${formatBytes(freedBytes)} freed.`);
    return EXIT.done;
  },
};

function clear(path: string, modelId: string | undefined, redact: (text: string) => string): number {
  if (!existsSync(path)) return 0;
  using cache = openReplyCache(path, { redact });
  return cache.clear(modelId === undefined ? undefined : { modelId });
}

/** With what SQLite keeps beside it. */
function sizeOf(path: string): number {
  return [path, `${path}-wal`]
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}
