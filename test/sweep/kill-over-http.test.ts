import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { SweepEvent } from '../../src/sweep/sweep-event.ts';
import { seededRandom } from '../../src/util/random.ts';
import { askerOf, replyByAsker } from '../fixtures/http-sweep.ts';
import { dumpRun } from '../helpers/dump-run.ts';
import { type ModelServer, type SeenRequest, startModelServer } from '../helpers/model-server.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const SCRIPT = join(import.meta.dirname, '..', 'fixtures', 'http-sweep-child.ts');

/** When a child dies: with its so many-th request to the server, or standing still at its so many-th event. */
type Moment = { readonly request: number } | { readonly event: number };

/** Twenty moments, half of each kind. Together they leave more to do than all of them let through. */
function twentyMoments(): Moment[] {
  const random = seededRandom(20);
  return Array.from({ length: 20 }, (_, index) =>
    index % 2 === 0 ? { request: 2 + Math.floor(random() * 8) } : { event: 4 + Math.floor(random() * 25) },
  );
}

/** A server that tells of each request before it answers it. */
async function startTellingServer() {
  const listener = { onRequest: (_seen: SeenRequest): void => {} };
  const server = await startModelServer({
    text: replyByAsker,
    faults: { share: 0.1, seed: 7 },
    latencyMs(seen) {
      listener.onRequest(seen);
      return 1 + (Number.parseInt(seen.key.slice(-2), 16) % 4);
    },
  });
  return { server, listener };
}

type Telling = Awaited<ReturnType<typeof startTellingServer>>;
type ToldEvent = SweepEvent & { readonly isStopped: boolean };

/** Runs the sweep in a child, to its end or to the moment at which it is killed. Returns what it told. */
async function sweepInChild(
  folder: string,
  { server, listener }: Telling,
  moment: Moment | null = null,
): Promise<ToldEvent[]> {
  const stopAt = moment !== null && 'event' in moment ? moment.event : 0;
  const child = spawn(process.execPath, [SCRIPT, folder, JSON.stringify(server.variables), String(stopAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  listener.onRequest = killAtRequest(child, moment !== null && 'request' in moment ? moment.request : 0);
  const ended = once(child, 'exit');
  const events: ToldEvent[] = [];
  for await (const line of createInterface(child.stdout)) {
    const event = JSON.parse(line) as ToldEvent;
    events.push(event);
    if (event.isStopped) {
      // What was under way is answered, and paid for, while nobody listens.
      await expect.poll(() => server.load.open).toBe(0);
      child.kill('SIGKILL');
    }
  }
  expect(await ended).toEqual(moment === null ? [0, null] : [null, 'SIGKILL']);
  await expect.poll(() => server.load.open).toBe(0);
  return events;
}

function killAtRequest(child: ChildProcess, number: number): () => void {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen === number) child.kill('SIGKILL');
  };
}

/** Requests that a child had begun and not told the end of. */
function inFlightAtEnd(events: readonly ToldEvent[]): string[] {
  const open = new Set<string>();
  for (const event of events) {
    if (event.kind === 'asked') open.add(`${event.id}, round ${event.round}`);
    if (event.kind === 'replied') open.delete(`${event.id}, round ${event.round}`);
  }
  return [...open];
}

/** How often each asker got a whole good answer from the server. */
function answersByAsker(requests: readonly SeenRequest[]): Map<string, number> {
  return countEach(requests.filter(({ outcome }) => outcome === 'answered').map(askerOf));
}

function countEach(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Of the server's own making, and another for each answer. */
const BY_ANSWER = new Set(['raw_hash', 'request_id']);

/** The run without what depends on faults and on how often was tried: the attempts that failed, raw answers, their numbers. */
function resultOf(folder: string) {
  const { attempts = [], blobs = [], ...rest } = dumpRun(folder);
  const rows = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as [string, unknown][]);
  return {
    ...rest,
    answers: rows(attempts)
      .filter((row) => Object.fromEntries(row).outcome !== 'provider-trouble')
      .map((row) => row.filter(([column]) => column !== 'number' && !BY_ANSWER.has(column)))
      .map((row) => JSON.stringify(row))
      .sort(),
    blobs: rows(blobs)
      .filter((row) => Object.fromEntries(row).kind !== 'raw')
      .map((row) => JSON.stringify(row)),
  };
}

async function undisturbedRun(telling: Telling) {
  const folder = temporaryFolder();
  const events = await sweepInChild(folder, telling);
  return { folder, events, result: resultOf(folder), answers: answersByAsker(telling.server.requests) };
}

describe('a sweep of three providers that is killed twenty times', () => {
  it('ends as one that was not, and pays twice only for what was in flight at a kill', async () => {
    const telling = await startTellingServer();
    await using server: ModelServer = telling.server;
    const undisturbed = await undisturbedRun(telling);
    expect([...new Set(undisturbed.answers.values())]).toEqual([1]);
    expect(undisturbed.answers.size).toBeGreaterThan(90);

    const before = server.requests.length;
    const folder = temporaryFolder();
    const lives: ToldEvent[][] = [];
    for (const moment of twentyMoments()) lives.push(await sweepInChild(folder, telling, moment));
    const inFlight = lives.flatMap(inFlightAtEnd);
    lives.push(await sweepInChild(folder, telling));

    expect(resultOf(folder)).toEqual(undisturbed.result);
    const finished = lives.flat().filter(({ kind }) => kind === 'finished') as Extract<
      ToldEvent,
      { kind: 'finished' }
    >[];
    expect([...countEach(finished.filter(({ isNew }) => isNew).map(({ id }) => id)).values()]).not.toContain(
      2,
    );
    expect(lives.at(-1)?.filter(({ kind }) => kind === 'finished')).toHaveLength(54);

    const answers = answersByAsker(server.requests.slice(before));
    expect([...answers.keys()].sort()).toEqual([...undisturbed.answers.keys()].sort());
    const allowed = countEach(inFlight);
    const paidTwice = [...answers].filter(([asker, times]) => times > 1 + (allowed.get(asker) ?? 0));
    expect(paidTwice).toEqual([]);
    const total = [...answers.values()].reduce((sum, times) => sum + times, 0);
    expect(total - answers.size).toBeLessThanOrEqual(inFlight.length);
    // A child that stood still was answered behind its back: this count can see what is paid twice.
    expect(total).toBeGreaterThan(answers.size);
  });
});
