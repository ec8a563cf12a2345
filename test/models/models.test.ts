import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelRequest } from '../../src/domain/reply.ts';
import type { Task } from '../../src/domain/task.ts';
import { extractDrawing } from '../../src/draw/extract.ts';
import { openModels } from '../../src/models/registry.ts';
import { parseReplyRows } from '../../src/models/reply-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'otterbench-models-'));
const TEX = '\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}';

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const task: Task = {
  id: 'otters/otter',
  suite: 'otters',
  title: 'An otter',
  prompt: 'Draw an otter.\n',
  tracks: ['blind'],
  tags: [],
  subjects: {},
  checks: [],
  drawings: [
    { file: 'good-1.tex', path: file('good-1.tex', TEX), fails: [] },
    { file: 'bad-a.tex', path: join(folder, 'missing.tex'), fails: ['a'] },
  ],
  path: join(folder, 'task.yaml'),
  hash: '0',
};

function request(sample: number): ModelRequest {
  const messages = [{ role: 'user', text: task.prompt, pictures: [] }] as const;
  return { task, track: 'blind', sample, round: 1, systemPrompt: '', messages };
}

function open(ids: readonly string[], recordedFiles: readonly string[] = []) {
  const specs = ids.map((id) => ({ id, settings: {} }));
  return openModels(specs, { recordedFiles, variables: {}, facts: [], servers: [] });
}

test('bundled models answer with the drawings of the task', async () => {
  const [good, flawed] = await open(['bundled/good', 'bundled/flawed']);
  expect([good!.samplesFor(task), flawed!.samplesFor(task)]).toEqual([1, 1]);
  const reply = await good!.reply(request(1));
  if (reply.outcome !== 'replied') throw new Error(reply.outcome);
  expect(extractDrawing(reply.text)).toMatchObject({ outcome: 'found', drawing: { source: TEX } });
  expect(await flawed!.reply(request(1))).toEqual({
    outcome: 'provider-trouble',
    reason: `${join(folder, 'missing.tex')} can't be read (ENOENT)`,
  });
});

test('a drawing that fails nothing and is unlike something judged is a flawed one', async () => {
  const drawings = ['good-1.tex', 'unlike-a.tex', 'bad-b.tex', 'good-2.tex'].map((name) => ({
    ...{ file: name, path: file(name, `${TEX}\n% ${name}`), fails: name.startsWith('bad-') ? ['a'] : [] },
    ...(name.startsWith('unlike-') && { unlike: ['looks-like'] }),
  }));
  const models = await open(['bundled/good', 'bundled/flawed']);
  const notes = async (model: (typeof models)[number], sample: number) => {
    const reply = await model.reply({ ...request(sample), task: { ...task, drawings } });
    return reply.outcome === 'replied' ? reply.note : reply.reason;
  };
  expect(await Promise.all(models.map((model) => Promise.all([1, 2].map((n) => notes(model, n)))))).toEqual([
    ['the file good-1.tex', 'the file good-2.tex'],
    ['the file unlike-a.tex', 'the file bad-b.tex'],
  ]);
});

test('recorded models answer with the rows of a file, by task or by prompt', async () => {
  const rows = [
    { task: 'otters/otter', sample: 0, reply: 'one' },
    { prompt: ' Draw an otter. ', sample: 2, reply: 'two' },
    { task: 'otters/otter', sample: 4, reply: 'four' },
    { task: 'otters/otter', reply: 'other', model: 'gpt' },
  ];
  const path = file('old.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  const models = await open(['recorded/old', 'recorded/gpt'], [path]);
  expect(models.map((model) => [model.id, model.samplesFor(task)])).toEqual([
    ['recorded/old', 3],
    ['recorded/gpt', 1],
  ]);
  const replies = await Promise.all([1, 2, 3].map((sample) => models[0]!.reply(request(sample))));
  expect(replies).toEqual(
    ['one', 'two', 'four'].map((text) => ({ outcome: 'replied', text, note: 'recorded elsewhere' })),
  );
});

test('a drawing or a recorded reply that was changed has another fingerprint', async () => {
  const changing = file('changing.tex', TEX);
  const changed: Task = { ...task, drawings: [{ file: 'changing.tex', path: changing, fails: [] }] };
  const [good] = await open(['bundled/good']);
  const before = good!.fingerprint?.({ ...request(1), task: changed });
  expect(good!.fingerprint?.({ ...request(1), task: changed })).toBe(before);
  writeFileSync(changing, `${TEX}\n`);
  expect(good!.fingerprint?.({ ...request(1), task: changed })).not.toBe(before);
});

test('recorded replies that are for no task are named', async () => {
  const rows = [
    { task: 'otters/otter', reply: 'one' },
    { task: 'otters/oter', reply: 'two' },
    { prompt: 'Draw an otter.', reply: 'three' },
    { prompt: 'Draw a beaver.', reply: 'four' },
  ];
  const path = file('strange.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  const [model] = await open(['recorded/strange'], [path]);
  expect(model!.unmatched?.([task])).toEqual(['otters/oter', 'Draw a beaver.']);
});

test('all mistakes of a file of replies are listed at once, with their lines', () => {
  const text = [
    '{"task":"a/b","reply":"x"}',
    'not json',
    '{"reply":"x"}',
    '{"task":"a/b","reply":1,"colour":"red"}',
    '{"task":"a/b","sample":1,"reply":"y"}',
  ].join('\n');
  const lines = () => {
    try {
      parseReplyRows(text, 'r.jsonl');
    } catch (error) {
      return (error as Error).message.split('\n').map((line) => line.split(': ')[0]);
    }
    return [];
  };
  expect(lines()).toEqual(['r.jsonl:2', 'r.jsonl:3', 'r.jsonl:4', 'r.jsonl:4', 'r.jsonl:5']);
});

test('what is on file gives one answer and takes no settings', async () => {
  const path = file('fixed.jsonl', JSON.stringify({ task: 'otters/otter', reply: 'one', model: 'a@b' }));
  const models = await open(['bundled/good', 'recorded/a@b'], [path]);
  expect(models.map(({ id, mostRounds, lane, price }) => ({ id, mostRounds, lane, price }))).toEqual([
    { id: 'bundled/good', mostRounds: 1, lane: undefined, price: undefined },
    { id: 'recorded/a@b', mostRounds: 1, lane: undefined, price: undefined },
  ]);
  const spec = { id: 'bundled/good', settings: { seed: 1 } };
  await expect(
    openModels([spec], { recordedFiles: [], variables: {}, facts: [], servers: [] }),
  ).rejects.toThrow('bundled/good: seed is refused (got 1): bundled has no such setting');
});
