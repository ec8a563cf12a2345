import { expect, it } from 'vitest';
import { createRunStore, openRunStore } from '../../src/store/run-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { AT, CELL, FIRST } from './store-world.ts';

const BATCH = {
  marker: 'one',
  modelId: 'm/a',
  items: [
    { ...FIRST, customId: 'c2', key: 'k2' },
    { ...FIRST, customId: 'c1', round: 2, key: 'k1' },
  ],
  at: AT,
};

it('a batch is on file before it is submitted, until it ends', () => {
  const folder = temporaryFolder();
  {
    using store = createRunStore(folder);
    store.addCells([CELL]);
    store.recordBatch(BATCH);
    store.recordBatch({ ...BATCH, marker: 'two', items: [] });
    store.batchSubmitted('two', 'batch_2', '2026-01-03T00:00:00.000Z');
  }
  using store = openRunStore(folder);
  expect(store.openBatches()).toEqual([
    { ...BATCH, batchId: null, submittedAt: null },
    { ...BATCH, marker: 'two', items: [], batchId: 'batch_2', submittedAt: '2026-01-03T00:00:00.000Z' },
  ]);
  store.batchEnded('two', AT);
  store.batchEnded('one', AT);
  expect(store.openBatches()).toEqual([]);
});

it('no two batches have one marker', () => {
  using store = createRunStore(temporaryFolder());
  store.addCells([CELL]);
  store.recordBatch(BATCH);
  expect(() => store.recordBatch({ ...BATCH, items: [] })).toThrow(/UNIQUE/);
  expect(store.openBatches()).toEqual([{ ...BATCH, batchId: null, submittedAt: null }]);
});
