import { expect, test } from 'vitest';
import { loadKnownModels } from '../../src/catalog/load-known-models.ts';
import { mistakesOf, workspace } from './workspace.ts';

const UNKNOWN = {
  family: null,
  maker: null,
  releasedOn: null,
  hasOpenWeights: null,
  contextTokens: null,
  maxOutputTokens: null,
  seesPictures: null,
  reasons: null,
  takesTemperature: null,
  price: null,
};

test('a model has all that its line says; the rest is not known', () => {
  using files = workspace({
    'table.yaml': `basis: lab, read 2026-01-02
models:
  openai/o9: {name: O nine, family: o, maker: OpenAI, releasedOn: 2026-01-01, hasOpenWeights: false, contextTokens: 9000, maxOutputTokens: 900, seesPictures: true, reasons: true, takesTemperature: false, price: {inputUsd: 1.5, outputUsd: 6, cachedInputUsd: 0.1}}
  ollama/otter:8b: {price: {inputUsd: 0, outputUsd: 0, basis: mine}}
  openrouter/a/b: {}
`,
  });
  expect(loadKnownModels([files.path('table.yaml')])).toEqual({
    facts: [
      {
        id: 'openai/o9',
        name: 'O nine',
        family: 'o',
        maker: 'OpenAI',
        releasedOn: '2026-01-01',
        hasOpenWeights: false,
        contextTokens: 9000,
        maxOutputTokens: 900,
        seesPictures: true,
        reasons: true,
        takesTemperature: false,
        price: { inputUsd: 1.5, outputUsd: 6, cachedInputUsd: 0.1, basis: 'lab, read 2026-01-02' },
      },
      {
        ...UNKNOWN,
        id: 'ollama/otter:8b',
        name: 'otter:8b',
        price: { inputUsd: 0, outputUsd: 0, cachedInputUsd: null, basis: 'mine' },
      },
      { ...UNKNOWN, id: 'openrouter/a/b', name: 'a/b' },
    ],
    servers: [],
  });
});

test("a person's own file changes the fields that it gives, and adds models and servers", () => {
  using files = workspace({
    'table.yaml': `models:
  openai/a: {maker: OpenAI, reasons: true, price: {inputUsd: 1, outputUsd: 2, cachedInputUsd: 0.5}}
  openai/b: {price: {inputUsd: 1, outputUsd: 2}}
servers:
  lab: {baseUrl: 'http://old/v1', keyVariable: OLD}
`,
    'models.yaml': `models:
  openai/a: {reasons: null, price: {inputUsd: 3, outputUsd: 4}}
  openai/b: {price: null}
  mistral/c: {maker: Mistral AI}
servers:
  lab: {baseUrl: 'http://new:8000/v1'}
  far: {baseUrl: 'https://far/v1', keyVariable: FAR_KEY, mostRequests: 4, headers: {X-Team: otters}}
`,
  });
  const price = { inputUsd: 3, outputUsd: 4, cachedInputUsd: null, basis: 'models.yaml' };
  expect(loadKnownModels([files.path('table.yaml'), files.path('models.yaml')])).toEqual({
    facts: [
      { ...UNKNOWN, id: 'openai/a', name: 'a', maker: 'OpenAI', price },
      { ...UNKNOWN, id: 'openai/b', name: 'b' },
      { ...UNKNOWN, id: 'mistral/c', name: 'c', maker: 'Mistral AI' },
    ],
    servers: [
      { name: 'lab', baseUrl: 'http://new:8000/v1', keyVariable: null, mostRequests: null, headers: {} },
      {
        name: 'far',
        baseUrl: 'https://far/v1',
        keyVariable: 'FAR_KEY',
        mostRequests: 4,
        headers: { 'X-Team': 'otters' },
      },
    ],
  });
});

test('a file in which all is commented out says nothing', () => {
  using files = workspace({ 'models.yaml': '# models:\n' });
  expect(loadKnownModels([files.path('models.yaml')])).toEqual({ facts: [], servers: [] });
});

test('all mistakes of all files are listed at once, by line', () => {
  using files = workspace({
    'a.yaml': `models:
  gpt-4: {}
  openai/a@low: {}
  openai/b: {price: {inputUsd: -1}, releasedOn: 2025-02-30, reason: true}
  openai/b: {}
`,
    'b.yaml': `models:
  opnai/a: {hasOpenWeights: maybe, contextTokens: 0}
servers:
  lab: {baseUrl: 'ftp://lab', mostRequests: 0}
  old: {baseUrl: 'http://me:pw@lab/v1'}
  none: {}
modles: {}
`,
  });
  const load = (...names: string[]) =>
    mistakesOf(files.root, () =>
      loadKnownModels(
        names.map((name) => files.path(name)),
        { providers: ['openai', 'ollama'] },
      ),
    );
  expect(load('a.yaml')).toEqual(['a.yaml:5:3: this key stands here a second time; expected each key once']);
  expect(load('b.yaml', 'missing.yaml')).toEqual([
    'b.yaml:2:3: unknown provider "opnai"; did you mean "openai"? Expected one of openai, ollama',
    'b.yaml:2:29: hasOpenWeights is wrong; expected true or false, got "maybe"',
    'b.yaml:2:51: contextTokens is too small; expected at least 1, got 0',
    'b.yaml:4:18: baseUrl is no address; expected one such as https://host/v1, got "ftp://lab"',
    'b.yaml:4:45: mostRequests is too small; expected at least 1, got 0',
    'b.yaml:5:18: baseUrl holds more than an address; expected one such as https://host/v1, without a user, a password or a question mark',
    'b.yaml:6:9: baseUrl is missing; expected text',
    'b.yaml:7:1: unknown key "modles"; did you mean "models"? Expected one of basis, models, servers',
    'missing.yaml:1:1: no such file',
  ]);
});

test('a model is named by provider and name, without a label, and has a day that exists', () => {
  using files = workspace({
    'a.yaml': `models:
  gpt-4: {}
  openai/a@low: {}
  openai/b: {price: {inputUsd: -1}, releasedOn: 2025-02-30, reason: true}
`,
  });
  const wrongName = 'is no model; expected provider/name without a label, such as openai/gpt-4o';
  expect(mistakesOf(files.root, () => loadKnownModels([files.path('a.yaml')]))).toEqual([
    `a.yaml:2:3: "gpt-4" ${wrongName}`,
    `a.yaml:3:3: "openai/a@low" ${wrongName}`,
    'a.yaml:4:21: outputUsd is missing; expected a number',
    'a.yaml:4:32: inputUsd is too small; expected at least 0, got -1',
    'a.yaml:4:49: releasedOn is no day; expected one such as 2025-08-07, got "2025-02-30"',
    'a.yaml:4:61: unknown key "reason"; did you mean "reasons"? Expected one of name, family, maker, releasedOn, hasOpenWeights, contextTokens, maxOutputTokens, seesPictures, reasons, takesTemperature, price',
  ]);
});

test('a key in the file is refused, whatever it is called, and never repeated', () => {
  using files = workspace({
    'models.yaml': `servers:
  lab:
    baseUrl: http://lab/v1
    apiKey: planted-1
    keyVariable: sk-planted0123456789abcdef
    headers:
      Authorization: Bearer planted-2
      X-Lab: sk-planted0123456789abcdef
      X-Team: otters
  far: {baseUrl: http://far/v1, keyVariable: planted0123456789}
`,
  });
  const lines = mistakesOf(files.root, () => loadKnownModels([files.path('models.yaml')]));
  const hint =
    'holds a key; put the key in an environment variable or the key file, and name the variable: keyVariable: LAB_API_KEY';
  expect(lines).toEqual([
    `models.yaml:4:5: "apiKey" ${hint}`,
    `models.yaml:5:5: "keyVariable" ${hint}`,
    `models.yaml:7:7: "Authorization" ${hint}`,
    `models.yaml:8:7: "X-Lab" ${hint}`,
    `models.yaml:10:33: "keyVariable" ${hint}`,
  ]);
  expect(lines.join()).not.toContain('planted');
});
