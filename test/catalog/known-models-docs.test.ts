import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownModelsJsonSchema, loadKnownModels } from '../../src/catalog/load-known-models.ts';
import { workspace } from './workspace.ts';

const PAGE = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');

interface Schema {
  readonly properties: Readonly<Record<string, { readonly additionalProperties: Schema }>>;
}

/** The first column of the tables under a heading. */
function rowsUnder(heading: string): string[] {
  const section = PAGE.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, key = '']) => key);
}

test('docs/models.md has a row for each key of a model and of a server', () => {
  const { models, servers } = (knownModelsJsonSchema() as unknown as Schema).properties;
  const keysOf = (part: typeof models) => Object.keys(part?.additionalProperties.properties ?? {});
  expect(rowsUnder('The table of known models')).toEqual(keysOf(models));
  expect(rowsUnder('Servers of your own')).toEqual(keysOf(servers));
});

test('the file that docs/models.md shows is valid', () => {
  const [, yaml = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(PAGE) ?? [];
  using files = workspace({ 'models.yaml': yaml });
  const { facts, servers } = loadKnownModels([files.path('models.yaml')]);
  expect(facts.map(({ id, price }) => [id, price?.basis])).toEqual([
    ['openai/gpt-4o', 'our contract, read 2026-10-01'],
    ['ollama/otter-tuned', undefined],
  ]);
  expect(servers.map(({ name }) => name)).toEqual(['lab']);
});
