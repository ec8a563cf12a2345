import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { ModelFacts } from '../../src/domain/model.ts';
import type { RoundRecord, SampleRecord } from '../../src/domain/run.ts';
import { createRunStore, openRunStore } from '../../src/store/run-store.ts';
import { sha256 } from '../../src/util/sha256.ts';
import { circles, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import {
  AT,
  CELL,
  DRAWN,
  draw,
  FACTS,
  FIRST,
  fill,
  GRADE,
  ID,
  PICTURE,
  usageErrorOf,
} from './store-world.ts';

const MODEL_FACTS: ModelFacts = {
  id: 'm/a',
  name: 'A',
  family: null,
  maker: 'M',
  releasedOn: '2026-01-01',
  hasOpenWeights: false,
  contextTokens: 1000,
  maxOutputTokens: null,
  seesPictures: true,
  reasons: null,
  takesTemperature: null,
  price: { inputUsd: 1, outputUsd: 2, cachedInputUsd: null, basis: 'a test' },
};

describe('the run file', () => {
  it('gives back a sample whole, also after it was closed', () => {
    const folder = temporaryFolder();
    {
      using store = createRunStore(folder);
      fill(store);
    }
    using reader = openRunStore(folder, { readOnly: true });
    const result: RoundRecord = {
      round: 1,
      outcome: 'drawn',
      clean: false,
      stage: 'grade',
      reason: '',
      reply: 'reply',
      reasoning: 'Otters float.',
      source: '\\draw (0,0);',
      log: '! Error',
      notes: ['2 pictures', 'odd \ud800 note'],
      pdfHash: sha256(new Uint8Array([1, 2, 3])),
      pngHash: sha256(PICTURE),
      grade: GRADE,
      durationMs: 12,
      prompt: 'An otter.',
      scene: circles(2).scene,
    };
    const { round: _round, ...last } = result;
    const expected: SampleRecord = {
      ...CELL,
      id: ID,
      ...last,
      scene: circles(2).scene,
      spend: { requests: 1, usage: FACTS.usage!, costUsd: 0.25, latencyMs: 100, isCached: false },
      rounds: [result],
    };
    expect(reader.readSample(ID)).toEqual(expected);
    expect([...reader.listSamples()]).toEqual([expected]);
    const { reply, reasoning, source, log, notes, prompt, scene, ...light } = expected;
    const bulk = { reply, reasoning, source, log, notes, prompt, scene };
    const lightRound = Object.fromEntries(Object.entries(result).filter(([name]) => !(name in bulk)));
    expect([...reader.listSummaries()]).toEqual([{ ...light, rounds: [lightRound] }]);
    expect([...reader.readBlob(expected.pdfHash!)]).toEqual([1, 2, 3]);
    expect(reader.readSample('nobody')).toBeNull();
  });

  it('gives back a drawing with its masks, as it was rendered', () => {
    using store = createRunStore(temporaryFolder());
    fill(store);
    const { grounding } = store.readRendered(FIRST);
    expect(store.readRendered(FIRST)).toEqual(DRAWN);
    const { things, chosen } = grounding!.subjects.otter!;
    expect(chosen).toBe(things[0]);
  });

  it('keeps equal content once', () => {
    const folder = temporaryFolder();
    using store = createRunStore(folder);
    fill(store);
    const count = () =>
      new DatabaseSync(join(folder, 'run.sqlite'), { readOnly: true })
        .prepare('SELECT count(*) AS n FROM blobs')
        .get()!.n;
    const before = count();
    store.recordRender({ ...FIRST, key: 'r2', inputs: {}, why: 'again', at: AT, attemptId: 1 }, DRAWN);
    expect([before, count()]).toEqual([9, 9]);
  });

  it('hides a sample between its picture and its grade', () => {
    using store = createRunStore(temporaryFolder());
    fill(store);
    store.recordRender({ ...FIRST, key: 'r2', inputs: {}, why: 'again', at: AT, attemptId: 1 }, DRAWN);
    expect([store.readSample(ID), store.counts(), store.isGraded(FIRST)]).toEqual([
      null,
      { planned: 1, finished: 0 },
      false,
    ]);
  });

  it('lists thousands of samples while others are written', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells(Array.from({ length: 2_500 }, (_, index) => ({ ...CELL, number: index + 1 })));
    for (const number of [1, 150, 2_500]) {
      const sampleId = `t/a|m/a|blind|${number}`;
      draw(store, { sampleId });
      store.concludeSample(sampleId, { finalRound: 1, note: '' });
    }
    const seen: number[] = [];
    for (const { number } of store.listSummaries()) {
      seen.push(number, [...store.listSamples()].length);
      store.addCells([{ ...CELL, number: 3_000 + number }]);
    }
    expect(seen).toEqual([1, 3, 150, 3, 2_500, 3]);
  });

  it('keeps id, start and tasks of the first description, and that it once ran unsafely', () => {
    using store = createRunStore(temporaryFolder());
    const first = {
      id: 'run-1',
      title: 'One',
      startedAt: AT,
      sandbox: { name: 'none', isSafe: false },
      versions: { tex: '1' },
      tracks: ['blind' as const],
      models: [{ id: 'm/a', disclosure: null, settings: { temperature: 0.5 } }],
      tasks: [makeTask('t/a')],
      samplesPerCell: 4,
      settings: { a: 1 },
    };
    store.describe(first);
    store.finish('2026-01-02T04:00:00.000Z');
    const sandbox = { name: 'bubblewrap', isSafe: true };
    store.describe({
      ...first,
      id: 'run-2',
      title: 'Two',
      startedAt: 'later',
      sandbox,
      models: [{ id: 'm/a', disclosure: 'not a model', settings: { temperature: 1 }, facts: MODEL_FACTS }],
      tasks: [makeTask('t/b')],
      samplesPerCell: 1,
    });
    const { subjects, checks, drawings, path, tracks, ...named } = makeTask('t/a');
    expect(store.runInfo()).toEqual({
      id: 'run-1',
      title: 'Two',
      startedAt: AT,
      finishedAt: '2026-01-02T04:00:00.000Z',
      sandbox: { name: 'none', isSafe: false },
      versions: { tex: '1' },
      tracks: ['blind'],
      models: [{ id: 'm/a', disclosure: 'not a model', settings: { temperature: 1 }, facts: MODEL_FACTS }],
      tasks: [
        named,
        { ...named, id: 't/b', title: 'Title of t/b', prompt: 'Draw t/b.', hash: 'hash of t/b' },
      ],
      samplesPerCell: 4,
      planned: 0,
    });
    store.addCells([CELL]);
    expect(store.runInfo()).toMatchObject({ finishedAt: null, planned: 1 });
  });

  it('writes nothing of a step that fails in the middle', () => {
    using store = createRunStore(temporaryFolder());
    store.addCells([CELL]);
    const nobody = { sampleId: 'nobody', round: 1, key: '', inputs: {}, why: '', at: AT, attemptId: 1 };
    expect(() => store.recordRender(nobody, DRAWN)).toThrow(/FOREIGN KEY/);
    expect(() => store.readBlob(sha256(DRAWN.pdf!))).toThrow(/no blob/);
  });
});

describe('a run file that is not right', () => {
  it('is missing: the message names the folder', () => {
    const folder = temporaryFolder();
    expect(usageErrorOf(() => openRunStore(folder, { readOnly: true })).message).toBe(
      `${folder}: expected the folder of a run, but it holds no run.sqlite.`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is text, a foreign database, or cut off: said so, and left as it was', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'run.sqlite');
    const explain = (readOnly: boolean) =>
      usageErrorOf(() => (readOnly ? openRunStore(folder, { readOnly }) : createRunStore(folder))).message;
    writeFileSync(path, 'This is a shopping list.\n'.repeat(100));
    expect([explain(true), explain(false)]).toEqual(Array(2).fill(`${path} is no SQLite database.`));
    writeFileSync(path, '');
    new DatabaseSync(path).exec('CREATE TABLE songs (name TEXT)');
    const before = readFileSync(path);
    expect([explain(true), explain(false)]).toEqual(
      Array(2).fill(`${path} is not a run file: it is a database of something else.`),
    );
    expect(readFileSync(path)).toEqual(before);
  });

  it('is damaged: a UsageError from the read that finds it', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'run.sqlite');
    {
      using store = createRunStore(folder);
      fill(store);
    }
    truncateSync(path, 5 * 4096);
    const { message } = usageErrorOf(() => {
      using reader = openRunStore(folder, { readOnly: true });
      [...reader.listSamples()];
    });
    expect(message).toBe(`${path} is damaged.`);
  });

  it('is of a newer otterbench', () => {
    const folder = temporaryFolder();
    createRunStore(folder)[Symbol.dispose]();
    new DatabaseSync(join(folder, 'run.sqlite')).exec('PRAGMA user_version = 99');
    expect(usageErrorOf(() => createRunStore(folder)).message).toMatch(
      /has version 99 of the run file; this otterbench knows versions up to 4/,
    );
  });

  it('can not be made where a file stands', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(usageErrorOf(() => createRunStore(join(folder, 'file'))).message).toMatch(
      /but there is a file of that name/,
    );
    expect(usageErrorOf(() => createRunStore(join(folder, 'file', 'run'))).message).toMatch(
      /a part of its path is a file/,
    );
  });
});

const BWRAP = '/usr/bin/bwrap';
const CHILD = join(import.meta.dirname, '..', 'fixtures', 'store-child.ts');

/** Runs the child with its folder on a disk made by bubblewrap; returns its lines. */
function onDisk(disk: readonly string[], folder: string): Record<string, unknown>[] {
  const args = [
    '--ro-bind',
    '/',
    '/',
    '--dev',
    '/dev',
    '--proc',
    '/proc',
    ...disk,
    process.execPath,
    CHILD,
    folder,
  ];
  return execFileSync(BWRAP, args, { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.skipIf(!existsSync(BWRAP))('a disk that is not right (needs bubblewrap)', () => {
  it('is full: one clear error, and all that was recorded before is there', () => {
    const lines = onDisk(['--size', '600000', '--tmpfs', '/mnt'], '/mnt/run');
    const recorded = lines.filter((line) => 'recorded' in line).length;
    expect(recorded).toBeGreaterThan(1);
    expect(lines.slice(recorded)).toEqual([
      { kept: recorded },
      {
        name: 'UsageError',
        message: '/mnt/run/run.sqlite could not be written: the disk is full.',
        remedy: 'Make room and run it again: what is in the file is kept.',
      },
    ]);
  });

  it('is full from the start: no run file is half made', () => {
    const [line] = onDisk(['--size', '4096', '--tmpfs', '/mnt'], '/mnt/run');
    expect(line).toMatchObject({ name: 'UsageError', message: expect.stringContaining('the disk is full') });
  });

  it('is read-only: said so when writing, while a run on it can be read', () => {
    const folder = temporaryFolder();
    expect(onDisk([], join(folder, 'run'))).toEqual([
      {
        name: 'UsageError',
        message: `${folder}/run: expected a folder for the run, but it lies on a read-only file system.`,
        remedy: 'Name another folder, or make room for this one.',
      },
    ]);
    createRunStore(join(folder, 'old'))[Symbol.dispose]();
    expect(onDisk([], join(folder, 'old'))).toMatchObject([
      { name: 'UsageError', message: expect.stringMatching(/may not be written to|could not be opened/) },
    ]);
    mkdirSync(join(folder, 'copy'));
    cpSync(join(folder, 'old', 'run.sqlite'), join(folder, 'copy', 'run.sqlite'));
    const script = `import { openRunStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/run-store.ts'))};
      console.log(JSON.stringify(openRunStore(${JSON.stringify(join(folder, 'copy'))}, { readOnly: true }).counts()));`;
    const args = [
      '--ro-bind',
      '/',
      '/',
      '--dev',
      '/dev',
      '--proc',
      '/proc',
      process.execPath,
      '--input-type=module',
      '-e',
      script,
    ];
    expect(execFileSync(BWRAP, args, { encoding: 'utf8' })).toBe('{"planned":0,"finished":0}\n');
  });
});
