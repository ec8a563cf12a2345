import { PROVIDERS } from '../../models/registry.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

export const modelsListCommand: Command<JsonOption> = {
  usage: 'list',
  summary: 'List the models that can be asked here',
  examples: [['$0 models list --json', 'as data']],
  options: (yargs) => withJson(yargs, 'One JSON line a provider'),
  async run(options, environment) {
    if (options.json) for (const provider of PROVIDERS) environment.out(jsonLine(provider));
    else {
      const rows = PROVIDERS.map(({ id, models, summary }) => [id, models.join(', '), summary]);
      environment.out(formatTable([['provider', 'models', 'what it is'], ...rows]));
    }
    return EXIT.done;
  },
};
