import type { Argv } from 'yargs';
import type { ModelPrice } from '../../domain/model.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { type ModelSources, PROVIDERS } from '../../models/registry.ts';
import { type Command, splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { openModelSources } from '../model-sources.ts';
import { formatTable } from '../print-table.ts';
import { hasKey, type ListedModel, selectModels } from '../select-models.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

interface ModelsListOptions extends JsonOption {
  readonly models: readonly string[] | undefined;
  readonly provider: readonly string[] | undefined;
  readonly open: boolean;
  readonly closed: boolean;
  readonly vision: boolean;
  readonly withKey: boolean;
  readonly all: boolean;
  readonly knownModels: string | undefined;
}

export const modelsListCommand: Command<ModelsListOptions> = {
  usage: 'list [models..]',
  summary: 'List the providers, the known models, and which have a key here',
  examples: [
    ['$0 models list', 'the providers, and the models with a key here'],
    ["$0 models list 'anthropic/*'", 'those of one provider'],
    ['$0 models list --open --vision --json', 'as data'],
  ],
  options: (yargs) =>
    withJson(yargs, 'One JSON line a model')
      .positional('models', { type: 'string', array: true, describe: "Ids or globs ('anthropic/*')" })
      .option('provider', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'Only of these providers',
      })
      .option('open', { type: 'boolean', default: false, describe: 'Only models with open weights' })
      .option('closed', { type: 'boolean', default: false, describe: 'Only models without open weights' })
      .option('vision', { type: 'boolean', default: false, describe: 'Only models that see pictures' })
      .option('with-key', { type: 'boolean', default: false, describe: 'Only models with a key here' })
      .option('all', { type: 'boolean', default: false, describe: 'All known models' })
      .option('known-models', {
        type: 'string',
        requiresArg: true,
        describe: 'Your own table of models and servers (default: models.yaml, if it is there)',
      }) as unknown as Argv<ModelsListOptions>,
  async run(options, environment) {
    const { knownModels: knownModelsFile = null } = options;
    const sources = openModelSources(environment, { knownModelsFile });
    const isOverview = !isFiltered(options) && !options.all && !options.json;
    const models = list(options, sources, isOverview);
    if (options.json) for (const model of models) environment.out(jsonLine(model));
    else {
      if (isOverview) environment.out(formatProviders(sources));
      if (models.length > 0) environment.out(`${isOverview ? '\n' : ''}${formatModels(models)}`);
      if (isOverview || models.length === 0) sayHowToGoOn(models, sources, environment);
    }
    return EXIT.done;
  },
};

function isFiltered(options: ModelsListOptions): boolean {
  const { models = [], provider = [], open, closed, vision, withKey } = options;
  return models.length + provider.length > 0 || open || closed || vision || withKey;
}

function list(
  options: ModelsListOptions,
  sources: ModelSources,
  isOverview: boolean,
): readonly ListedModel[] {
  const { open, closed, vision, withKey } = options;
  if (open && closed) throw new UsageError('--open and --closed exclude each other; expected one of them');
  const filter = {
    patterns: splitList(options.models),
    providers: splitList(options.provider),
    hasOpenWeights: open || closed ? open : null,
    seesPictures: vision,
    hasKey: withKey || isOverview,
  };
  return selectModels(filter, sources, PROVIDERS);
}

function sayHowToGoOn(
  models: readonly ListedModel[],
  { facts }: ModelSources,
  environment: Environment,
): void {
  if (models.length === 0) environment.say('No known model fits, or none of them has its key here.');
  environment.say(`${facts.length} models are known. All of them: otterbench models list --all`);
}

function formatProviders(sources: ModelSources): string {
  const servers = sources.servers.map(({ name, keyVariable, baseUrl }) => ({
    id: `compatible/${name}`,
    keyVariable,
    isLocal: false,
    models: [],
    summary: baseUrl,
  }));
  const rows = [...PROVIDERS, ...servers].map((provider) => {
    const { id, keyVariable, models, summary } = provider;
    const known = sources.facts.filter((facts) => facts.id.startsWith(`${id}/`)).length;
    const is = hasKey(provider, sources);
    const key = keyVariable === null || is === null ? '' : `${keyVariable}: ${is ? 'here' : 'missing'}`;
    return [id, key, models.length > 0 ? models.join(', ') : known > 0 ? `${known} known` : '', summary];
  });
  return formatTable([['provider', 'key', 'models', 'what it is'], ...rows]);
}

const HEAD = ['model', 'released', 'weights', '$ per million in / out', 'pictures', 'key'];

function formatModels(models: readonly ListedModel[]): string {
  const local = new Set(PROVIDERS.filter(({ isLocal }) => isLocal).map(({ id }) => id));
  const rows = models.map((model) => {
    const { id, releasedOn, hasOpenWeights, price, seesPictures } = model;
    return [
      id,
      releasedOn ?? 'unknown',
      choose(hasOpenWeights, ['open', 'closed']),
      local.has(model.provider) ? 'no charge' : formatPrice(price),
      choose(seesPictures, ['yes', 'no']),
      model.hasKey === null ? 'none needed' : choose(model.hasKey, ['here', 'missing']),
    ];
  });
  return formatTable([HEAD, ...rows]);
}

function formatPrice(price: ModelPrice | null): string {
  return price === null ? 'unknown' : `${price.inputUsd} / ${price.outputUsd}`;
}

function choose(value: boolean | null, [yes, no]: readonly [string, string]): string {
  if (value === null) return 'unknown';
  return value ? yes : no;
}
