import { existsSync } from 'node:fs';
import { openReplyCache, type ReplyCacheStats } from '../../store/reply-cache.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { countOf, formatBytes } from '../print-amounts.ts';
import { formatTable } from '../print-table.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

const EMPTY: ReplyCacheStats = { replies: 0, bytes: 0, oldestAt: null, newestAt: null, byModel: [] };

export const cacheStatsCommand: Command<JsonOption> = {
  usage: 'stats',
  summary: 'Say what the response cache holds',
  examples: [['$0 cache stats', 'answers by model, and the room they take']],
  options: (yargs) => withJson(yargs, 'One JSON object'),
  async run({ json }, environment) {
    const path = replyCachePath(environment);
    using cache = existsSync(path) ? openReplyCache(path, { redact: environment.redact }) : null;
    const stats = cache?.stats() ?? EMPTY;
    if (json) environment.out(jsonLine({ path, ...stats }));
    else {
      const rows = stats.byModel.map(({ modelId, replies }) => [modelId, String(replies)]);
      const span = stats.oldestAt === null ? '' : `, from ${stats.oldestAt} to ${stats.newestAt}`;
      environment.out(`${path}: ${countOf(stats.replies, 'answer')}, ${formatBytes(stats.bytes)}${span}`);
      if (rows.length > 0) environment.out(formatTable([['model', 'answers'], ...rows]));
    }
    return EXIT.done;
  },
};
