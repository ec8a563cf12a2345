import type { Model } from '../../domain/model.ts';
import type { RunStore } from '../../store/run-store.ts';
import type { Asker } from '../asking/ask.ts';
import type { Budget } from '../asking/budget.ts';
import { type BatchAsker, createBatchAsker } from './batch-asker.ts';
import type { LineContext } from './batch-line.ts';

/** How the cells of one model are asked. */
export interface ModelAsker extends Asker {
  /** Cells that may be under way besides the usual number, since they only wait for a batch. */
  readonly moreAtATime: number;
  began(): void;
  ended(): void;
}

export interface ModelAskerOptions extends LineContext {
  readonly model: Model;
  readonly budget: Budget;
  /** Asks one request at a time. */
  readonly plain: Asker;
  readonly usesBatches: boolean;
  readonly store: LineContext['store'] & Pick<RunStore, 'openBatches'>;
}

/** By batches where that is wanted and the provider takes them; what is in a batch already is waited for in any case. */
export function chooseAsker(options: ModelAskerOptions): ModelAsker {
  const { model, plain, usesBatches, store } = options;
  const open = store.openBatches().filter(({ modelId }) => modelId === model.id);
  const { batches } = model;
  if (!batches || (!usesBatches && open.length === 0))
    return { ask: plain.ask.bind(plain), moreAtATime: 0, began: () => {}, ended: () => {} };
  const byBatch = createBatchAsker({ ...options, model: { ...model, batches }, open });
  if (usesBatches) return { ...openTo(byBatch), ask: byBatch.ask, moreAtATime: MOST_CELLS_OPEN };
  const inBatches = open.reduce((sum, { items }) => sum + items.length, 0);
  return {
    ...openTo(byBatch),
    moreAtATime: inBatches,
    ask: (asked, commit) => (byBatch.isSent(asked) ? byBatch.ask(asked, commit) : plain.ask(asked, commit)),
  };
}

// Each holds its conversation in memory: some tens of kilobytes.
const MOST_CELLS_OPEN = 5_000;

function openTo({ began, ended }: BatchAsker): Pick<ModelAsker, 'began' | 'ended'> {
  return { began, ended };
}
