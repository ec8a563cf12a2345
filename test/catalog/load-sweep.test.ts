import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadSweep, sweepJsonSchema } from '../../src/catalog/load-sweep.ts';
import { mistakesOf, workspace } from './workspace.ts';

test('a sweep keeps what its file says and makes the paths of files absolute', () => {
  using files = workspace({
    'plans/sweep.yaml': `title: Otters
models: [bundled/good, recorded/gpt]
tasks: ['otters/*', 'tag:seed', 'skill:order']
tracks: [blind, {track: repair, rounds: 4}, sighted]
samples: 4
judges: [openai/gpt-5, {model: anthropic/claude, effort: low}]
judging: {votes: 3, blindNaming: false, skipOwnFamily: true, pairs: true}
defaults: {temperature: 1}
budget: {maxCost: 2.5, maxRequests: 100, maxMinutes: 30}
concurrency: 2
seed: 7
out: reports/otters
recorded: [replies.jsonl, ../more.jsonl]
prompts: prompts
knownModels: ../models.yaml
cache: false
`,
  });
  expect(loadSweep(files.path('plans/sweep.yaml'))).toEqual({
    title: 'Otters',
    models: [
      { id: 'bundled/good', settings: {} },
      { id: 'recorded/gpt', settings: {} },
    ],
    tasks: ['otters/*', 'tag:seed', 'skill:order'],
    tracks: ['blind', 'repair', 'sighted'],
    rounds: { repair: 4 },
    samples: 4,
    judges: [
      { id: 'openai/gpt-5', settings: {} },
      { id: 'anthropic/claude', settings: { effort: 'low' } },
    ],
    judging: { votes: 3, blindNaming: false, skipOwnFamily: true, pairs: true },
    defaults: { temperature: 1 },
    budget: { maxCost: 2.5, maxRequests: 100, maxMinutes: 30 },
    concurrency: 2,
    seed: 7,
    out: 'reports/otters',
    recorded: [files.path('plans/replies.jsonl'), files.path('more.jsonl')],
    prompts: files.path('plans/prompts'),
    knownModels: files.path('models.yaml'),
    cache: false,
  });
});

test('what the file leaves out is left out', () => {
  using files = workspace({ 'sweep.yaml': 'models: [bundled/good]\n' });
  expect(loadSweep(files.path('sweep.yaml'))).toEqual({ models: [{ id: 'bundled/good', settings: {} }] });
});

test('a model has its own settings before the defaults; what is on file has none', () => {
  using files = workspace({
    'sweep.yaml': `defaults: {maxOutputTokens: 9000, effort: low, headers: {X-Title: all, X-Team: otters}}
models:
  - bundled/good
  - openai/gpt-5
  - {model: openai/gpt-5, label: high, effort: high}
  - {model: anthropic/claude@thinks, thinkingTokens: 4000, headers: {X-Title: mine}}
  - {model: ollama/qwen3:32b, temperature: 0.2, topP: 0.9, seed: 3, contextTokens: 8192, systemPrompt: Be brief., maxOutputTokens: 500}
`,
  });
  const headers = { 'X-Title': 'all', 'X-Team': 'otters' };
  const { models, defaults } = loadSweep(files.path('sweep.yaml'));
  expect(defaults).toEqual({ maxOutputTokens: 9000, effort: 'low', headers });
  expect(models).toEqual([
    { id: 'bundled/good', settings: {} },
    { id: 'openai/gpt-5', settings: { maxOutputTokens: 9000, effort: 'low', headers } },
    { id: 'openai/gpt-5@high', settings: { maxOutputTokens: 9000, effort: 'high', headers } },
    {
      id: 'anthropic/claude@thinks',
      settings: {
        maxOutputTokens: 9000,
        thinkingTokens: 4000,
        headers: { 'X-Title': 'mine', 'X-Team': 'otters' },
      },
    },
    {
      id: 'ollama/qwen3:32b',
      settings: {
        maxOutputTokens: 500,
        effort: 'low',
        temperature: 0.2,
        topP: 0.9,
        seed: 3,
        contextTokens: 8192,
        systemPrompt: 'Be brief.',
        headers,
      },
    },
  ]);
});

const KEYS =
  'title, models, defaults, tasks, tracks, samples, judges, judging, budget, concurrency, seed, out, recorded, prompts, knownModels, cache';

test('all mistakes of a sweep are listed at once', () => {
  using files = workspace({
    'sweep.yaml': `modles: [bundled/good]
models: [good, {model: openai/gpt-5, temprature: 1}]
tasks: []
tracks: [blnd, {track: repair, rounds: 11}]
samples: 0
concurrency: 1.5
recorded: replies.jsonl
budget: {maxcost: 5, maxMinutes: 0}
cache: yes please
`,
  });
  expect(mistakesOf(files.root, () => loadSweep(files.path('sweep.yaml')))).toEqual([
    `sweep.yaml:1:1: unknown key "modles"; did you mean "models"? Expected one of ${KEYS}`,
    'sweep.yaml:2:10: model is no model; expected provider/name or provider/name@label, such as bundled/good, got "good"',
    'sweep.yaml:2:38: unknown key "temprature"; did you mean "temperature"? Expected one of model, label, temperature, topP, seed, maxOutputTokens, effort, thinkingTokens, contextTokens, systemPrompt, headers',
    'sweep.yaml:3:8: tasks is too small; expected at least 1 items, got 0',
    'sweep.yaml:4:10: track is unknown; did you mean "blind"? Expected one of blind, repair, sighted, got "blnd"',
    'sweep.yaml:4:40: rounds is too large; expected at most 10, got 11',
    'sweep.yaml:5:10: samples is too small; expected at least 1, got 0',
    'sweep.yaml:6:14: concurrency is wrong; expected a whole number, got 1.5',
    'sweep.yaml:7:11: recorded is wrong; expected a list, got "replies.jsonl"',
    'sweep.yaml:8:10: unknown key "maxcost"; did you mean "maxCost"? Expected one of maxCost, maxRequests, maxMinutes',
    'sweep.yaml:8:34: maxMinutes is too small; expected more than 0, got 0',
    'sweep.yaml:9:8: cache is wrong; expected true or false, got "yes please"',
  ]);
});

test('so is what contradicts itself, together with what is written wrong', () => {
  using files = workspace({
    'sweep.yaml': `models:
  - openai/gpt-5
  - {model: openai/gpt-5, effort: low}
  - {model: openai/gpt-5@low, label: high}
  - {model: openai/o9, effort: low, thinkingTokens: 5}
tracks: [repair, {track: blind, rounds: 2}, {track: repair, rounds: 2}]
judges: [bundled/good, openai/gpt-5, openai/gpt-5]
samples: many
`,
  });
  expect(mistakesOf(files.root, () => loadSweep(files.path('sweep.yaml')))).toEqual([
    'sweep.yaml:3:5: "openai/gpt-5" stands here a second time; give one a label',
    'sweep.yaml:4:31: label is one too many: "openai/gpt-5@low" has one already',
    'sweep.yaml:5:37: thinkingTokens and effort exclude each other; expected one of them',
    'sweep.yaml:6:41: rounds is wrong; a blind sample has one request, got 2',
    'sweep.yaml:6:45: "repair" stands here a second time; name it once',
    'sweep.yaml:7:10: "bundled/good" is no model that can look at a picture; expected provider/name of one that does',
    'sweep.yaml:7:38: "openai/gpt-5" stands here a second time; give one a label',
    'sweep.yaml:8:10: samples is wrong; expected a number, got "many"',
  ]);
});

test('a key in a header is refused, and not repeated', () => {
  using files = workspace({
    'sweep.yaml': `defaults: {headers: {X-Api-Key: abc}}
models:
  - {model: openai/gpt-5, headers: {Authorization: Bearer s3cret, X-Title: otters, X-Odd: sk-aaaabbbbccccdddd1234}}
`,
  });
  const why = 'holds a key; keys are read from the environment or the key file, never from a sweep';
  expect(mistakesOf(files.root, () => loadSweep(files.path('sweep.yaml')))).toEqual([
    `sweep.yaml:1:22: header "X-Api-Key" ${why}`,
    `sweep.yaml:3:37: header "Authorization" ${why}`,
    `sweep.yaml:3:84: header "X-Odd" ${why}`,
  ]);
});

const PAGE = readFileSync(new URL('../../docs/sweeps.md', import.meta.url), 'utf8');

test('the sweep that docs/sweeps.md shows is valid', () => {
  using files = workspace({ 'sweep.yaml': /```yaml\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '' });
  expect(loadSweep(files.path('sweep.yaml'))).toMatchObject({
    models: [
      { id: 'anthropic/claude-haiku-4-5', settings: { maxOutputTokens: 32_000 } },
      { id: 'openai/gpt-5-mini@high', settings: { maxOutputTokens: 32_000, effort: 'high' } },
    ],
    rounds: { repair: 3 },
    budget: { maxCost: 5, maxRequests: 500, maxMinutes: 60 },
  });
});

test('docs/sweeps.md has a row for each key', () => {
  const { properties } = sweepJsonSchema() as { properties: Readonly<Record<string, object>> };
  const table = PAGE.slice(PAGE.indexOf('| key |'), PAGE.indexOf('## The plan'));
  const rows = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
  expect(rows.sort()).toEqual(Object.keys(properties).sort());
});
