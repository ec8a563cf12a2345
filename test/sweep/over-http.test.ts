import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTaskDirectories } from '../../src/catalog/find-tasks.ts';
import { loadTasks } from '../../src/catalog/load-tasks.ts';
import { selectTasks } from '../../src/catalog/select-tasks.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { openModels } from '../../src/models/registry.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { gradeRendered } from '../../src/sweep/grade-drawing.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import { seededRandom } from '../../src/util/random.ts';
import { type ModelServer, type SeenRequest, startModelServer } from '../helpers/model-server.ts';
import { drawingReply } from '../helpers/model-server-drawing.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { openTestWorkshop, ROOT, type TestWorkshop } from '../helpers/workshop.ts';

const IDS = ['openai/gpt-4.1-mini', 'anthropic/claude-sonnet-4-5', 'ollama/gemma3'];
const BROKEN =
  '```latex\n\\begin{tikzpicture}\n\\undefinedcommand\n\\draw (0,0) circle (1);\n\\end{tikzpicture}\n```';

/** The first answer to every other first question does not compile cleanly, so that `repair` has something to do. */
function sometimesBroken(seen: SeenRequest): string {
  const said = seen.json.messages ?? seen.json.input ?? [];
  const isFirst = !JSON.stringify(said).includes('undefinedcommand');
  return isFirst && seen.before % 2 === 0 ? BROKEN : drawingReply(seen);
}

const tasks = selectTasks(
  loadTasks({ directories: findTaskDirectories([join(ROOT, 'tasks')]), checks: CHECKS }),
  ['basics/*'],
).slice(0, 6);

describe('a sweep of three providers over HTTP', () => {
  let workshop: TestWorkshop;
  let server: ModelServer;
  beforeAll(async () => {
    workshop = await openTestWorkshop(2);
    server = await startModelServer({ faults: { share: 0.1, seed: 7 }, text: sometimesBroken });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await workshop[Symbol.asyncDispose]();
  });

  async function sweep(folder: string, changes: Partial<SweepOptions> = {}) {
    const models = await openModels(
      IDS.map((id) => ({ id, settings: {} })),
      { recordedFiles: [], variables: server.variables, facts: [], servers: [] },
    );
    using store = createRunStore(folder);
    const options = sweepOptions(store, {
      tasks,
      models,
      tracks: ['blind', 'repair'],
      samples: 3,
      compiler: workshop.compiler,
      reader: workshop.reader,
      grade: gradeRendered,
      concurrency: 4,
      clock: { now: Date.now, sleep: () => new Promise((resolve) => setImmediate(resolve)) },
      random: seededRandom(1),
      ...changes,
    });
    const result = await runSweep(options);
    return { result, samples: [...store.listSamples()], spend: store.spend() };
  }

  it('finishes with one request in ten failing, accounts for every cell, and repeats nothing that succeeded', async () => {
    const folder = temporaryFolder();
    const { result, samples, spend } = await sweep(folder);
    expect(result).toMatchObject({
      planned: 108,
      finished: 108,
      troubles: 0,
      leftOut: [],
      isCancelled: false,
    });
    expect(samples).toHaveLength(108);
    const faulted = server.requests.filter(({ outcome }) => outcome !== 'answered').length;
    const answered = server.requests.length - faulted;
    // Each round of each sample is one answer.
    expect(answered).toBe(samples.reduce((sum, { rounds }) => sum + rounds.length, 0));
    expect(answered).toBeGreaterThan(108);
    expect(faulted).toBeGreaterThan(0);
    expect(spend.requests).toBe(server.requests.length);
    // A first question is asked for three samples on each of two tracks, and for no more.
    const first = [...server.answersByKey().values()].filter((count) => count > 3);
    expect(first).toEqual(Array.from({ length: IDS.length * tasks.length }, () => 6));

    const before = server.requests.length;
    const again = await sweep(folder);
    expect([again.result.renewed, server.requests.length - before]).toEqual([0, 0]);
  });
});
