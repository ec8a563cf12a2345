import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openRunStore } from '../../../src/store/run-store.ts';
import type { SweepEvent } from '../../../src/sweep/sweep-event.ts';
import { seededRandom } from '../../../src/util/random.ts';
import { ANSWER_USD, JUDGES, judgedTasks, replyToAll, USED } from '../../fixtures/judged-sweep.ts';
import { type ModelServer, startModelServer } from '../../helpers/model-server.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'fixtures', 'judged-sweep-child.ts');
type ToldEvent = SweepEvent & { readonly isStopped: boolean };

/** Runs the sweep in a child, to its end or until it stands still at its so many-th event and is killed. */
async function sweepInChild(folder: string, server: ModelServer, stopAt = 0): Promise<ToldEvent[]> {
  const child = spawn(process.execPath, [SCRIPT, folder, JSON.stringify(server.variables), String(stopAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const events: ToldEvent[] = [];
  for await (const line of createInterface(child.stdout)) {
    const event = JSON.parse(line) as ToldEvent;
    events.push(event);
    if (!event.isStopped) continue;
    // What was under way is answered, and paid for, while nobody listens.
    await expect.poll(() => server.load.open).toBe(0);
    child.kill('SIGKILL');
  }
  expect(await ended).toEqual(stopAt === 0 ? [0, null] : [null, 'SIGKILL']);
  await expect.poll(() => server.load.open).toBe(0);
  return events;
}

/** Requests that a child had begun and not told the end of. */
function inFlightAtEnd(events: readonly ToldEvent[]): number {
  const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
  return count('asked') - count('replied');
}

/** What judges said of each drawing, and how often each question was answered. */
function judgedIn(folder: string) {
  using store = openRunStore(folder, { readOnly: true });
  const judgements = [...store.listSummaries()].map(({ id, judgements }) => [id, judgements] as const);
  using database = new DatabaseSync(join(folder, 'run.sqlite'), { readOnly: true });
  const twice = database
    .prepare(
      `SELECT key, topics, count(*) AS times FROM judge_attempts WHERE outcome <> 'provider-trouble'
       GROUP BY key, topics HAVING count(*) > 1`,
    )
    .all();
  return { judgements: Object.fromEntries(judgements), twice, spend: store.spend() };
}

it('two drawers and two judges over three suites, killed and gone on with at random, end with every verdict once', async () => {
  await using server = await startModelServer({
    text: replyToAll,
    usage: USED,
    faults: { share: 0.08, seed: 11 },
  });
  const undisturbed = temporaryFolder();
  await sweepInChild(undisturbed, server);
  const expected = judgedIn(undisturbed);

  const before = server.requests.length;
  const folder = temporaryFolder();
  const random = seededRandom(5);
  let lost = 0;
  for (let life = 0; life < 12; life += 1)
    lost += inFlightAtEnd(await sweepInChild(folder, server, 8 + Math.floor(random() * 40)));
  const last = await sweepInChild(folder, server);
  const { judgements, twice, spend } = judgedIn(folder);

  expect(judgements).toEqual(expected.judgements);
  expect(twice).toEqual([]);
  const items = judgedTasks().reduce((sum, { rubric }) => sum + (rubric?.items.length ?? 0), 0);
  const verdicts = Object.values(judgements).flatMap((of) => of?.flatMap((one) => one.verdicts) ?? []);
  expect(verdicts).toHaveLength(items * 2 * 2 * JUDGES.length);
  expect(verdicts.filter(({ outcome }) => outcome === 'ungraded')).toEqual([]);
  expect(last.filter(({ kind }) => kind === 'judged')).toHaveLength(6 * 2 * 2 * JUDGES.length);

  const answered = server.requests.slice(before).filter(({ outcome }) => outcome === 'answered').length;
  const all = [...spend.byModel.values(), ...spend.byJudge.values()];
  const onFile = all.reduce((sum, { answers }) => sum + answers, 0);
  expect(answered - onFile).toBeGreaterThanOrEqual(0);
  expect(answered - onFile).toBeLessThanOrEqual(lost);
  const paid = all.reduce((sum, { costUsd }) => sum + costUsd, 0);
  const local = spend.byJudge.get('ollama/gemma3')?.answers ?? 0;
  expect(paid).toBeCloseTo((onFile - local) * ANSWER_USD, 9);
});
