import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadTask } from '../src/catalog/load-tasks.ts';
import type { Model } from '../src/domain/model.ts';
import { readPrompts } from '../src/draw/prompts.ts';
import { CHECKS } from '../src/grade/checks/table.ts';
import { openModels } from '../src/models/registry.ts';
import { createRunStore } from '../src/store/run-store.ts';
import { runSweep } from '../src/sweep/run-sweep.ts';
import { seededRandom } from '../src/util/random.ts';
import { openTestWorkshop, ROOT } from '../test/helpers/workshop.ts';
import { timed } from './timing.ts';

const CONCURRENCY = 8;

/** What a sweep costs besides asking and drawing. */
export interface SweepOverhead {
  readonly cells: number;
  readonly msPerCell: number;
  /** The same requests by `fetch` alone, in the same number at a time. */
  readonly msPerBareRequest: number;
  /** Heap after garbage collection, when a quarter and when all of the cells were done. */
  readonly heapBytes: { readonly early: number; readonly late: number };
}

/** A sweep over a server that answers at once, always with one drawing, which is rendered once. */
export async function measureSweep(cells: number): Promise<SweepOverhead> {
  const server = fork(join(import.meta.dirname, 'instant-server.ts'), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [address] = await once(server.stdout ?? server, 'data');
  const url = String(address).trim();
  const folder = mkdtempSync(join(tmpdir(), 'otterbench-bench-'));
  try {
    const [model] = await openModels([{ id: 'compatible/instant/one', settings: {} }], {
      recordedFiles: [],
      variables: {},
      facts: [],
      servers: [{ name: 'instant', baseUrl: url, keyVariable: null, mostRequests: null, headers: {} }],
    });
    if (!model) throw new Error('the model is not there');
    await sweepOnce(model, { folder: join(folder, 'warm-up'), cells: 100 });
    const bare = await timed(() => requestBare(url, cells));
    const heap: number[] = [];
    const run = await timed(() => sweepOnce(model, { folder: join(folder, 'run'), cells, heap }));
    return {
      cells,
      msPerCell: run.ms / cells,
      msPerBareRequest: bare.ms / cells,
      heapBytes: { early: heap[0] ?? 0, late: heap.at(-1) ?? 0 },
    };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Round {
  readonly folder: string;
  readonly cells: number;
  readonly heap?: number[];
}

async function sweepOnce(model: Model, { folder, cells, heap }: Round): Promise<void> {
  await using workshop = await openTestWorkshop(1);
  using store = createRunStore(folder);
  const task = loadTask(join(ROOT, 'tasks/otters/sea-otter'), { checks: CHECKS });
  let finished = 0;
  const result = await runSweep({
    tasks: [task],
    models: [model],
    tracks: ['blind'],
    rounds: { repair: 1, sighted: 1 },
    samples: cells,
    store,
    cache: null,
    compiler: workshop.compiler,
    reader: workshop.reader,
    prompts: readPrompts(join(ROOT, 'prompts')),
    versions: { render: { bench: '1' }, grade: { bench: '1' } },
    description: { id: 'bench', title: 'bench', sandbox: workshop.sandbox, versions: {}, settings: {} },
    concurrency: CONCURRENCY,
    workers: 1,
    limits: { maxCostUsd: null, maxRequests: null, maxMinutes: null },
    clock: { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    random: seededRandom(1),
    onEvent: ({ kind }) => {
      if (kind !== 'finished') return;
      finished += 1;
      if (finished === cells / 4 || finished === cells) heap?.push(heapAfterCollection());
    },
  });
  if (result.outcomes.drawn !== cells)
    throw new Error(`expected ${cells} drawn, got ${JSON.stringify(result)}`);
}

async function requestBare(url: string, count: number): Promise<void> {
  let left = count;
  const body = JSON.stringify({
    model: 'instant',
    stream: true,
    messages: [{ role: 'user', content: 'x'.repeat(2_000) }],
  });
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const response = await fetch(`${url}/chat/completions`, { method: 'POST', body });
      await response.text();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
