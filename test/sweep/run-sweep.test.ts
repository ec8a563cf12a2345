import { describe, expect, it } from 'vitest';
import type { ModelReply } from '../../src/domain/reply.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import type { SweepEvent } from '../../src/sweep/sweep-event.ts';
import { dumpRun } from '../helpers/dump-run.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, circleReader, echoCompiler, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/** Runs a sweep on a folder and says what was done: kinds and reasons, sorted and counted. */
async function sweepOn(folder: string, changes: Partial<SweepOptions> = {}) {
  const events: SweepEvent[] = [];
  using store = createRunStore(folder);
  const result = await runSweep(sweepOptions(store, { onEvent: (event) => events.push(event), ...changes }));
  return {
    result,
    events,
    done: countDone(events),
    samples: [...store.listSamples()],
    info: store.runInfo(),
  };
}

function countDone(events: readonly SweepEvent[]): Record<string, number> {
  const done: Record<string, number> = {};
  for (const event of events) {
    if (event.kind === 'planned' || event.kind === 'finished') continue;
    const name = 'why' in event ? `${event.kind}: ${event.why}` : event.kind;
    done[name] = (done[name] ?? 0) + 1;
  }
  return done;
}

describe('runSweep', () => {
  it('brings every cell to its grade and keeps all of it', async () => {
    const { result, samples, done, info } = await sweepOn(temporaryFolder());
    expect(result).toEqual({
      planned: 12,
      finished: 12,
      renewed: 12,
      troubles: 0,
      leftOut: [],
      limit: null,
      isCancelled: false,
      outcomes: { drawn: 12 },
      judging: null,
    });
    expect(done).toEqual({ asked: 12, replied: 12, 'rendered: first time': 12, 'graded: first time': 12 });
    expect(samples.map(({ id }) => id).slice(0, 5)).toEqual([
      'otters/one|fake/a|blind|1',
      'otters/one|fake/b|blind|1',
      'otters/two|fake/a|blind|1',
      'otters/two|fake/b|blind|1',
      'otters/one|fake/a|blind|2',
    ]);
    expect(samples[4]).toMatchObject({
      outcome: 'drawn',
      clean: true,
      spend: { requests: 0 },
      grade: { spatial: 1, full: true },
    });
    expect(samples[4]!.scene!.notes).toEqual(['2 circles']);
    expect(info).toMatchObject({
      finishedAt: '2023-11-14T22:13:20.000Z',
      samplesPerCell: 3,
      tracks: ['blind'],
    });
  });

  it('does nothing the second time', async () => {
    const folder = temporaryFolder();
    await sweepOn(folder);
    const before = dumpRun(folder);
    const { done, result } = await sweepOn(folder);
    expect({ done, renewed: result.renewed }).toEqual({ done: {}, renewed: 0 });
    expect(dumpRun(folder)).toEqual(before);
  });

  it('only grades again for a changed grader, from the masks on file', async () => {
    const folder = temporaryFolder();
    const first = await sweepOn(folder);
    const { done, samples } = await sweepOn(folder, {
      versions: { render: { tex: '1' }, grade: { grader: '2' } },
    });
    expect(done).toEqual({ 'graded: changed: grader': 12 });
    expect(samples).toEqual(first.samples);
  });

  it('only renders and grades again for a changed preamble', async () => {
    const folder = temporaryFolder();
    await sweepOn(folder);
    const { done } = await sweepOn(folder, { versions: { render: { tex: '2' }, grade: { grader: '1' } } });
    expect(done).toEqual({ 'rendered: changed: tex': 12, 'graded: rendered again': 12 });
  });

  it('asks again for a changed prompt and keeps the old reply', async () => {
    const folder = temporaryFolder();
    await sweepOn(folder);
    const tasks = [makeTask('otters/one', { prompt: 'Draw it well.', hash: 'new' }), makeTask('otters/two')];
    const { done, samples, info } = await sweepOn(folder, { tasks });
    expect(done).toEqual({
      asked: 6,
      replied: 6,
      'rendered: changed: reply': 6,
      'graded: changed: task': 6,
    });
    expect(samples[0]).toMatchObject({ id: 'otters/one|fake/a|blind|1' });
    expect(samples[0]!.reply).toContain('Draw it well.');
    expect(info.tasks.map(({ id, hash }) => [id, hash])).toEqual([
      ['otters/one', 'new'],
      ['otters/two', 'hash of otters/two'],
    ]);
    expect(dumpRun(folder).tasks).toHaveLength(3);
  });

  it('asks again when a model says that its replies depend on something that changed', async () => {
    const folder = temporaryFolder();
    const models = (file: string) => [{ ...circleModel('fake/a'), fingerprint: () => file }];
    await sweepOn(folder, { models: models('v1') });
    const { done } = await sweepOn(folder, { models: models('v2') });
    expect(done).toEqual({ asked: 6, replied: 6 });
  });

  it('adds cells for a larger sweep and takes none away for a smaller one', async () => {
    const folder = temporaryFolder();
    await sweepOn(folder, { samples: 1 });
    const larger = await sweepOn(folder, {
      samples: 2,
      models: [circleModel('fake/a'), circleModel('fake/c')],
    });
    expect(larger.done).toMatchObject({ asked: 6 });
    const smaller = await sweepOn(folder, { samples: 1, tasks: [makeTask('otters/one')] });
    expect(smaller.result).toMatchObject({ planned: 2, renewed: 0 });
    expect(smaller.samples).toHaveLength(10);
    expect(smaller.info.models.map(({ id }) => id)).toEqual(['fake/a', 'fake/b', 'fake/c']);
  });

  it('retries trouble and leaves failures of models alone', async () => {
    const folder = temporaryFolder();
    const replies: Record<string, ModelReply> = {
      'otters/one': { outcome: 'provider-trouble', reason: 'overloaded' },
      'otters/two': { outcome: 'refused', text: 'I would rather not.', reason: 'stop reason' },
    };
    const troubled = [circleModel('fake/a', { onReply: ({ task }) => replies[task.id] })];
    const first = await sweepOn(folder, { models: troubled, samples: 1 });
    expect(first.result).toMatchObject({
      finished: 2,
      troubles: 1,
      outcomes: { 'provider-trouble': 1, refused: 1 },
    });
    expect(first.samples.map(({ grade, reason }) => [grade.spatial, reason])).toEqual([
      [null, 'overloaded'],
      [0, 'stop reason'],
    ]);
    const second = await sweepOn(folder, { models: [circleModel('fake/a')], samples: 1 });
    expect(second.done).toEqual({
      asked: 1,
      replied: 1,
      'rendered: provider-trouble before': 1,
      'graded: changed: drawing': 1,
    });
    expect(second.samples.map(({ outcome }) => outcome)).toEqual(['drawn', 'refused']);
  });

  it('renders again, without asking, after trouble with the sandbox', async () => {
    const folder = temporaryFolder();
    const compiler = echoCompiler(() => ({ outcome: 'sandbox-trouble', reason: 'no bwrap', log: '' }));
    await sweepOn(folder, { compiler, samples: 1 });
    const { done, result } = await sweepOn(folder, { samples: 1 });
    expect(done).toEqual({ 'rendered: sandbox-trouble before': 4, 'graded: changed: drawing': 4 });
    expect(result.outcomes).toEqual({ drawn: 4 });
  });

  it('stops at an abort, keeps the reply that was under way, and goes on later', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const asked: string[] = [];
    const onReply = ({ task, sample }: { task: { id: string }; sample: number }) => {
      asked.push(`${task.id} ${sample}`);
      if (asked.length === 3) controller.abort();
      return undefined;
    };
    const models = [circleModel('fake/a', { onReply })];
    const first = await sweepOn(folder, { models, concurrency: 1, workers: 1, signal: controller.signal });
    expect(first.result).toMatchObject({ planned: 6, finished: 2, isCancelled: true });
    expect(first.info.finishedAt).toBeNull();
    await sweepOn(folder, { models, concurrency: 1, workers: 1 });
    expect(asked).toEqual([
      'otters/one 1',
      'otters/two 1',
      'otters/one 2',
      'otters/two 2',
      'otters/one 3',
      'otters/two 3',
    ]);
    const undisturbed = temporaryFolder();
    await sweepOn(undisturbed, { models: [circleModel('fake/a')], concurrency: 1, workers: 1 });
    expect(dumpRun(folder)).toEqual(dumpRun(undisturbed));
  });

  it('lets a bug fly and keeps what was done before it', async () => {
    const folder = temporaryFolder();
    let reads = 0;
    const reader = circleReader(() => {
      reads += 1;
      if (reads === 3) throw new TypeError('a bug');
    });
    await expect(sweepOn(folder, { reader, models: [circleModel('fake/a')], workers: 1 })).rejects.toThrow(
      new TypeError('a bug'),
    );
    using store = createRunStore(folder);
    expect(store.counts()).toEqual({ planned: 6, finished: 2 });
  });

  it('refuses a plan without cells', async () => {
    await expect(sweepOn(temporaryFolder(), { samples: 0 })).rejects.toMatchObject({ code: 'usage' });
  });

  it('keeps hostile replies: NUL, lone surrogates, SQL, megabytes', async () => {
    const folder = temporaryFolder();
    const text = `a\0b'); DROP TABLE samples; -- \ud800 ${'x'.repeat(2 ** 21)}`;
    const models = [circleModel('fake/a', { onReply: () => ({ outcome: 'replied', text, note: '\ud800' }) })];
    const { samples } = await sweepOn(folder, { models, samples: 1 });
    expect(samples.map(({ reply }) => reply === text.toWellFormed())).toEqual([true, true]);
    expect((await sweepOn(folder, { models, samples: 1 })).done).toEqual({});
  });
});
