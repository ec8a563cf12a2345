import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KnownDrawing } from '../../../src/domain/task.ts';
import { createProofCache } from '../../../src/sweep/proof/proof-cache.ts';
import { type MutantMode, proofKey } from '../../../src/sweep/proof/proof-key.ts';
import type { TaskProof } from '../../../src/sweep/prove-task.ts';
import { makeTask } from '../../helpers/sweep-world.ts';

const PROOF: TaskProof = {
  ...{ taskId: 's/a', isProven: true, drawings: [], mutants: null },
  criteria: [{ id: 'even', check: 'count', killedBy: ['bad.tex'], mutantKills: 0 }],
};
const PLACE = { taskId: 's/a', mode: 'few', key: 'k1' } as const;

const newFolder = () => mkdtempSync(join(tmpdir(), 'otterbench-proofs-'));

describe('the cache of proofs', () => {
  it('gives back what it was given, for the same key, task and way of proving', async () => {
    const cache = createProofCache(newFolder());
    await cache.keep(PLACE, PROOF);
    expect({
      same: await cache.find(PLACE),
      otherKey: await cache.find({ ...PLACE, key: 'k2' }),
      otherTask: await cache.find({ ...PLACE, taskId: 's/b' }),
      otherMode: await cache.find({ ...PLACE, mode: 'none' }),
    }).toEqual({ same: PROOF, otherKey: null, otherTask: null, otherMode: null });
  });

  it('keeps only what is proven, and with no mutant unread', async () => {
    const folder = newFolder();
    const cache = createProofCache(folder);
    const unread = [{ mutant: 'remove a', reason: 'timeout: slow' }];
    const mutants = [
      {
        ...{ file: 'good.tex', mutants: 1, possible: 1, kinds: {}, unmade: null, kills: {} },
        ...{ survivors: [], falseFlips: [], untouched: 0, unread },
      },
    ];
    await cache.keep(PLACE, { ...PROOF, isProven: false });
    await cache.keep(PLACE, { ...PROOF, mutants });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes what is damaged for missing', async () => {
    const folder = newFolder();
    const cache = createProofCache(folder);
    await cache.keep(PLACE, PROOF);
    const path = join(folder, readdirSync(folder)[0]!);
    const text = readFileSync(path, 'utf8');
    const damaged = ['', text.slice(0, -9), 'null', '{}', text.replace('bad.tex', 'bed.tex')];
    const found: unknown[] = [];
    for (const each of damaged) {
      writeFileSync(path, each);
      found.push(await cache.find(PLACE));
    }
    expect(found).toEqual(damaged.map(() => null));
  });

  it('does without a folder that can not be made', async () => {
    const folder = newFolder();
    const path = join(folder, 'taken');
    writeFileSync(path, '');
    mkdirSync(join(folder, 'other'));
    const cache = createProofCache(join(path, 'proofs'));
    await cache.keep(PLACE, PROOF);
    expect(await cache.find(PLACE)).toBe(null);
  });
});

describe('the key of a proof', () => {
  const known: KnownDrawing = { file: 'good.tex', path: 'good.tex', fails: [] };
  const task = makeTask('s/a', { drawings: [known] });
  const key = (
    one = task,
    { text = 'circle', versions = { tex: '1' }, mode = 'few' as MutantMode } = {},
  ): Promise<string> => proofKey(one, { versions, mode, readDrawing: async () => text });

  it('is another one when a drawing, what it fails, the task, a tool or the way of proving changes', async () => {
    const keys = await Promise.all([
      key(),
      key(task, { text: 'square' }),
      key(makeTask('s/a', { drawings: [{ ...known, fails: ['even'] }] })),
      key({ ...task, hash: 'other' }),
      key(task, { versions: { tex: '2' } }),
      key(task, { mode: 'all' }),
      key(makeTask('s/a', { drawings: [{ ...known, unlike: ['neat'] }] })),
    ]);
    expect(new Set(keys).size).toBe(7);
    expect(await key()).toBe(keys[0]);
  });
});
