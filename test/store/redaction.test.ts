import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Rendered } from '../../src/domain/rendered.ts';
import type { Message, ModelReply } from '../../src/domain/reply.ts';
import { openReplyCache } from '../../src/store/reply-cache.ts';
import { createRunStore, type RunStore } from '../../src/store/run-store.ts';
import { circles, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { AT, attempt, CELL, DRAWN, FACTS, FIRST, GRADE, ID, usageErrorOf } from './store-world.ts';

const SECRET = 'sk-"planted"-0123456789';
const redact = (text: string): string => text.replaceAll(SECRET, '[redacted]');
const leak = (field: string): string => `${field} ${SECRET} end`;
/** The secret as it is, and as JSON writes it. */
const FORMS = [SECRET, JSON.stringify(SECRET).slice(1, -1), 'planted'];

const LEAKY_FACTS = {
  ...FACTS,
  reasoning: leak('reasoning'),
  stopReason: leak('stop'),
  requestId: leak('request'),
  servedBy: leak('served'),
  raw: JSON.stringify({ text: leak('raw') }).replaceAll(FORMS[1]!, SECRET),
};
const LEAKY_REPLIES: readonly ModelReply[] = [
  { outcome: 'replied', text: leak('text'), note: leak('note'), facts: LEAKY_FACTS },
  { outcome: 'refused', text: leak('text'), reason: leak('reason'), facts: LEAKY_FACTS },
  { outcome: 'provider-trouble', reason: leak('reason'), facts: LEAKY_FACTS },
];
const messages: readonly Message[] = [
  { role: 'user', text: leak('user'), pictures: [] },
  { role: 'assistant', text: leak('assistant'), pictures: [] },
];

function writeLeaks(store: RunStore): void {
  const task = makeTask('t/a', { title: leak('title'), prompt: leak('prompt'), tags: [leak('tag')] });
  store.describe({
    id: 'run',
    title: leak('title'),
    startedAt: AT,
    sandbox: { name: leak('sandbox'), isSafe: true },
    versions: { tex: leak('tex') },
    tracks: ['blind'],
    models: [
      {
        id: 'm/a',
        disclosure: leak('disclosure'),
        settings: { systemPrompt: leak('system'), headers: { [leak('name')]: leak('header') } },
        facts: {
          ...{
            id: 'm/a',
            name: leak('name'),
            family: leak('family'),
            maker: leak('maker'),
            releasedOn: null,
          },
          ...{ hasOpenWeights: null, contextTokens: null, maxOutputTokens: null, seesPictures: null },
          ...{ reasons: null, takesTemperature: null, price: null },
        },
      },
    ],
    tasks: [task],
    samplesPerCell: 1,
    settings: { nested: [{ key: leak('settings') }] },
  });
  store.addCells([CELL]);
  for (const reply of LEAKY_REPLIES)
    store.recordReply(attempt({ reply, request: { systemPrompt: leak('system'), messages } }));
  const { attemptId } = store.findReply(FIRST, 'k')!;
  const done = { ...FIRST, inputs: { tex: leak('input') }, why: leak('why'), at: AT };
  store.recordRender({ ...done, key: 'r', attemptId }, leakyDrawing());
  const verdicts = GRADE.verdicts.map((verdict) => ({
    ...verdict,
    reason: leak('verdict'),
    evidence: [{ kind: 'text', text: leak('evidence') } as never],
  }));
  store.recordGrade({ ...done, key: 'g' }, { ...GRADE, verdicts });
  store.concludeSample(ID, { finalRound: 1, note: leak('conclusion') });
  store.recordBatch({ marker: 'one', modelId: 'm/a', items: [], at: AT });
  store.batchSubmitted('one', leak('batch'), AT);
}

function leakyDrawing(): Rendered {
  const { scene, grounding } = circles(1);
  const otter = { ...grounding.subjects.otter!, how: leak('how') };
  return {
    ...DRAWN,
    notes: [leak('note')],
    source: leak('source'),
    log: leak('log'),
    scene: { ...scene, notes: [leak('scene')] },
    grounding: { ...grounding, subjects: { otter } },
  } as Rendered;
}

/** Every byte of a folder, blobs also as they are when unpacked. */
function allBytes(folder: string, unpack: string): string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const database = readdirSync(folder).find((name) => name.endsWith('.sqlite'))!;
  using connection = new DatabaseSync(join(folder, database), { readOnly: true });
  const packed = connection.prepare(unpack).all();
  const unpacked = packed.map(({ bytes }) => inflateRawSync(bytes as Uint8Array));
  return [...files, ...unpacked].map((bytes) => bytes.toString('latin1'));
}

const leaksIn = (texts: readonly string[]) =>
  texts.flatMap((text) => FORMS.filter((form) => text.includes(form)));

describe('a secret', () => {
  it('is in no byte of a run, whatever text it comes in, while the run is open and after', () => {
    const folder = temporaryFolder();
    const unpack = 'SELECT bytes FROM blobs WHERE is_deflated = 1';
    const store = createRunStore(folder, { redact });
    writeLeaks(store);
    expect(leaksIn(allBytes(folder, unpack))).toEqual([]);
    store[Symbol.dispose]();
    const texts = allBytes(folder, unpack);
    expect(leaksIn(texts)).toEqual([]);
    // 40 texts were planted; each is there without its secret.
    expect(texts.join('').split('[redacted]').length).toBeGreaterThan(40);
  });

  it('would be found by this test', () => {
    const folder = temporaryFolder();
    using store = createRunStore(folder);
    writeLeaks(store);
    const texts = allBytes(folder, 'SELECT bytes FROM blobs WHERE is_deflated = 1');
    expect(leaksIn(texts).length).toBeGreaterThan(10);
  });

  it('is not in what a run gives back: what is on file is what is used', () => {
    using store = createRunStore(temporaryFolder(), { redact });
    writeLeaks(store);
    const { scene, rounds, ...sample } = store.readSample(ID)!;
    expect([sample.reply, sample.reasoning, sample.source, sample.notes, scene?.notes]).toEqual([
      'text [redacted] end',
      'reasoning [redacted] end',
      'source [redacted] end',
      ['note [redacted] end'],
      ['scene [redacted] end'],
    ]);
    const everything = [
      store.runInfo(),
      store.settings(),
      store.tasks(),
      store.readExchange(FIRST),
      store.usedReply(FIRST),
      store.readRendered(FIRST).grounding?.subjects,
      store.openBatches(),
      rounds,
    ];
    expect(leaksIn([JSON.stringify(everything)])).toEqual([]);
    expect(store.settings()).toEqual({ nested: [{ key: 'settings [redacted] end' }] });
  });

  it('is refused in the name of a task or a model, and not repeated', () => {
    const folder = temporaryFolder();
    using store = createRunStore(folder, { redact });
    const cell = { ...CELL, modelId: leak('m') };
    expect(usageErrorOf(() => store.addCells([CELL, cell])).message).toBe(
      'm [redacted] end: expected a name that is no secret, but it holds one.',
    );
    expect(store.counts()).toEqual({ planned: 0, finished: 0 });
    const described = {
      id: 'run',
      title: '',
      startedAt: AT,
      sandbox: { name: '', isSafe: true },
      versions: {},
    };
    const rest = { tracks: [], models: [], tasks: [makeTask(leak('t'))], samplesPerCell: 1, settings: null };
    expect(usageErrorOf(() => store.describe({ ...described, ...rest })).message).toMatch(
      /^t \[redacted\] end:/,
    );
  });

  it('is in no byte of the cache of replies', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'replies.sqlite');
    const unpack = 'SELECT reply AS bytes FROM replies';
    using cache = openReplyCache(path, { redact });
    for (const [key, reply] of LEAKY_REPLIES.entries())
      cache.keep(String(key), { modelId: leak('model'), reply, at: AT });
    const texts = allBytes(folder, unpack);
    expect(leaksIn(texts)).toEqual([]);
    expect(texts.join('')).toContain('reasoning [redacted] end');
  });
});
