import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rendered } from '../../src/domain/rendered.ts';
import type { Message, ModelReply } from '../../src/domain/reply.ts';
import { createRunStore, type RunStore } from '../../src/store/run-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import {
  AT,
  attempt,
  CELL,
  DRAWN,
  draw,
  FACTS,
  FIRST,
  GRADE,
  ID,
  PICTURE,
  REPLY,
  REQUEST,
  TROUBLE,
} from './store-world.ts';

const SECOND = { sampleId: ID, round: 2 };
const FAILED: Rendered = {
  outcome: 'tex-error',
  stage: 'tex',
  reason: 'Undefined control sequence',
  clean: null,
  notes: [],
  source: '\\foo',
  log: '! Undefined',
  pdf: null,
  png: null,
  scene: null,
  grounding: null,
  durationMs: 3,
};

/** A conversation of two rounds: the first does not compile, the second does. */
function converse(store: RunStore): void {
  store.addCells([CELL]);
  draw(store, {}, { rendered: FAILED });
  draw(store, { round: 2, key: 'k2' });
  store.concludeSample(ID, { finalRound: 2, note: '' });
}

const roundsOf = (store: RunStore) =>
  store.readSample(ID)?.rounds.map(({ round, outcome }) => [round, outcome]);

describe('a sample of several rounds', () => {
  it('has the result of its last round, and each round with its own', () => {
    using store = createRunStore(temporaryFolder());
    converse(store);
    const { rounds, ...sample } = store.readSample(ID)!;
    const { scene, log, source, outcome, grade } = sample;
    expect([scene, log, source, outcome, grade]).toEqual([
      DRAWN.scene,
      DRAWN.log,
      DRAWN.source,
      'drawn',
      GRADE,
    ]);
    expect(rounds[0]).toEqual({
      round: 1,
      outcome: 'tex-error',
      clean: null,
      stage: 'tex',
      reason: 'Undefined control sequence',
      pdfHash: null,
      pngHash: null,
      grade: GRADE,
      durationMs: 8,
      reply: 'reply',
      reasoning: 'Otters float.',
      source: '\\foo',
      log: '! Undefined',
      notes: [],
      prompt: 'An otter.',
      scene: null,
    });
    expect([...store.listSummaries()].map(({ rounds }) => rounds.map(({ outcome }) => outcome))).toEqual([
      ['tex-error', 'drawn'],
    ]);
    expect([store.finalRound(ID), store.finalOutcome(ID), store.readSpatial(SECOND)]).toEqual([
      2,
      'drawn',
      GRADE.spatial,
    ]);
  });

  it('is not finished before it is concluded, nor while a round of it has no grade', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    draw(store, {}, { rendered: FAILED });
    const seen = () => [store.counts().finished, store.readSample(ID) !== null, store.finalOutcome(ID)];
    expect(seen()).toEqual([0, false, null]);
    draw(store, { round: 2, key: 'k2' }, { isGraded: false });
    store.concludeSample(ID, { finalRound: 2, note: '' });
    expect(seen()).toEqual([0, false, null]);
    const done = { ...SECOND, key: 'g', inputs: {}, why: '', at: AT };
    store.recordGrade(done, GRADE);
    expect(seen()).toEqual([1, true, 'drawn']);
    store.recordRender({ ...done, ...FIRST, key: 'r2', attemptId: 1 }, FAILED);
    expect(seen()).toEqual([0, false, null]);
    store.recordGrade({ ...done, ...FIRST }, GRADE);
    expect(seen()).toEqual([1, true, 'drawn']);
  });

  it('never mixes the rounds of two conversations', () => {
    using store = createRunStore(temporaryFolder());
    converse(store);
    draw(store, { key: 'other prompt' });
    expect([roundsOf(store), store.finalRound(ID)]).toEqual([undefined, null]);
    store.concludeSample(ID, { finalRound: 1, note: 'kept as it was' });
    expect(roundsOf(store)).toEqual([[1, 'drawn']]);
    expect(store.readSample(ID)?.ending).toBe('kept as it was');
  });

  it('can not be concluded with a round that was never drawn', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    draw(store);
    expect(() => store.concludeSample(ID, { finalRound: 2, note: '' })).toThrow(/FOREIGN KEY/);
  });

  it('can not be graded where it was never drawn', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    const done = { ...FIRST, key: 'g', inputs: {}, why: '', at: AT };
    expect(() => store.recordGrade(done, { spatial: null, full: null, verdicts: [] })).toThrow(/FOREIGN KEY/);
  });

  it('knows the last time that each stage of each round was done', () => {
    using store = createRunStore(temporaryFolder());
    converse(store);
    const again = { ...FIRST, key: 'r2', inputs: { tex: '2' }, why: 'changed: tex', at: AT, attemptId: 1 };
    const resultHash = store.recordRender(again, FAILED);
    expect(store.findStage(FIRST, 'render')).toEqual({
      key: 'r2',
      inputs: { tex: '2' },
      resultHash,
      outcome: 'tex-error',
    });
    expect(store.findStage(SECOND, 'render')).toMatchObject({ key: 'r', outcome: 'drawn' });
    expect(store.findStage({ sampleId: ID, round: 3 }, 'grade')).toBeNull();
  });
});

describe('a reply on file', () => {
  it('is the newest answer of its round and key; trouble only when there is nothing better', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    expect(store.findReply(FIRST, 'k')).toBeNull();
    store.recordReply(attempt({ reply: TROUBLE }));
    expect(store.findReply(FIRST, 'k')).toEqual({ attemptId: 1, reply: TROUBLE });
    store.recordReply(attempt());
    store.recordReply(attempt({ reply: TROUBLE }));
    expect(store.findReply(FIRST, 'k')).toEqual({
      attemptId: 2,
      reply: { ...REPLY, facts: { ...FACTS, raw: null } },
    });
    expect([store.findReply(FIRST, 'k2'), store.findReply(SECOND, 'k')]).toEqual([null, null]);
  });

  it('is what the drawing was made from, with what was sent and the whole answer', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    expect([store.usedReply(FIRST), store.readExchange(FIRST)]).toEqual([null, null]);
    const messages: readonly Message[] = [
      ...REQUEST.messages,
      { role: 'assistant', text: 'reply', pictures: [] },
      { role: 'user', text: 'Look.', pictures: [{ mediaType: 'image/png', bytes: PICTURE }] },
    ];
    draw(store, { request: { systemPrompt: 'Draw.', messages } });
    store.recordReply(attempt({ reply: { outcome: 'empty', text: '', reason: 'later' } }));
    expect(store.usedReply(FIRST)).toEqual({
      attemptId: 1,
      reply: { ...REPLY, facts: { ...FACTS, raw: null } },
    });
    expect(store.readExchange(FIRST)).toEqual({ systemPrompt: 'Draw.', messages, raw: FACTS.raw });
    store.concludeSample(ID, { finalRound: 1, note: '' });
    expect(store.readSample(ID)?.prompt).toBe('Look.');
  });

  it('comes back as it was, whatever the provider said', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    let key = 0;
    fc.assert(
      fc.property(REPLIES, (reply) => {
        key += 1;
        store.recordReply(attempt({ key: String(key), reply }));
        const { raw, ...facts } = reply.facts ?? FACTS;
        const expected = reply.facts ? { ...reply, facts: { ...facts, raw: null } } : reply;
        expect(store.findReply(FIRST, String(key))?.reply).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

const text = fc.string({ unit: 'binary' });
const textOrNull = fc.option(text);
const amount = fc.option(fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })));
const tokens = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }));
const facts = fc.record({
  reasoning: textOrNull,
  stopReason: textOrNull,
  usage: fc.option(
    fc.record({
      inputTokens: tokens,
      outputTokens: fc.option(tokens),
      reasoningTokens: fc.option(tokens),
      cachedInputTokens: fc.option(tokens),
    }),
  ),
  latencyMs: amount,
  firstTokenMs: amount,
  requestId: textOrNull,
  servedBy: textOrNull,
  costUsd: amount,
  raw: textOrNull,
});
const trouble = fc.record({
  kind: fc.constantFrom('server' as const, 'quota' as const),
  status: amount,
  retryAfterMs: amount,
});
const outcome = fc.constantFrom('refused' as const, 'empty' as const, 'truncated' as const);
const maybeFacts = fc.option(facts).map((known) => (known ? { facts: known } : {}));
const maybeTrouble = fc.option(trouble).map((known) => (known ? { trouble: known } : {}));
const REPLIES: fc.Arbitrary<ModelReply> = fc.oneof(
  fc
    .tuple(fc.record({ outcome: fc.constant('replied' as const), text, note: text }), maybeFacts)
    .map(([said, known]) => ({ ...said, ...known })),
  fc
    .tuple(fc.record({ outcome, text, reason: text }), maybeFacts)
    .map(([said, known]) => ({ ...said, ...known })),
  fc
    .tuple(
      fc.record({ outcome: fc.constant('provider-trouble' as const), reason: text }),
      maybeTrouble,
      maybeFacts,
    )
    .map(([said, kind, known]) => ({ ...said, ...kind, ...known })),
);
