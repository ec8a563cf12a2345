import { execFileSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decode } from 'fast-png';
import { pdf as pdfToImages } from 'pdf-to-img';
import { expect, test } from 'vitest';
import type { Sandbox, SceneReading } from '../../src/domain/ports.ts';
import { createSceneReader } from '../../src/scene/pool.ts';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';
import { unconfinedSandbox } from '../../src/tex/sandbox/unconfined.ts';
import { onePage } from '../helpers/make-pdf.ts';
import { readDrawn } from './read-drawn.ts';

const SQUARE = onePage('10 10 20 20 re f');
/** Larger than a worker may become, in a few milliseconds: pages of text without end. */
const ENDLESS = onePage('/F Do', {
  resources: '/XObject << /F 5 0 R >>',
  more: Array.from(
    { length: 40 },
    (_, index) =>
      `<< /Length 11 /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F ${index + 6} 0 R >> >> >>\nstream\n/F Do /F Do\nendstream`,
  ),
});

/** As it comes over the wire: buffers become plain arrays of bytes. */
function serialised(reading: SceneReading): unknown {
  return deserialize(serialize(reading));
}

/** Ids of the sandboxed workers that this process started. */
function ownWorkers(): readonly string[] {
  const listing = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  return listing.split('\n').filter((line) => line.includes('worker/main.ts'));
}

test.each([
  ['bubblewrap', bubblewrapSandbox()],
  ['no sandbox', unconfinedSandbox()],
])('a drawing is read the same inside of %s as in this process', async (_, sandbox: Sandbox) => {
  await using reader = createSceneReader({ sandbox, workers: 1 });
  const subjects = { it: { shape: 'square' } } as const;
  const [inside, here] = [await reader.read({ pdf: SQUARE, subjects }), await readDrawn(SQUARE, subjects)];
  // The masks are too long for vitest's own comparison.
  expect(isDeepStrictEqual(serialised(inside), serialised(here))).toBe(true);
});

test('more requests than workers wait for their turn', async () => {
  await using reader = createSceneReader({ sandbox: bubblewrapSandbox(), workers: 1 });
  const readings = await Promise.all(
    Array.from({ length: 4 }, () => reader.read({ pdf: SQUARE, subjects: {} })),
  );
  expect([readings.map(({ outcome }) => outcome), ownWorkers().length]).toEqual([Array(4).fill('drawn'), 1]);
});

test('a worker is replaced after its last reading, and none is left at the end', async () => {
  const reader = createSceneReader({
    sandbox: bubblewrapSandbox(),
    workers: 1,
    limits: { recycleReadings: 1 },
  });
  const outcomes = [];
  for (let count = 0; count < 2; count += 1) {
    outcomes.push((await reader.read({ pdf: SQUARE, subjects: {} })).outcome);
  }
  await reader[Symbol.asyncDispose]();
  expect([outcomes, ownWorkers()]).toEqual([['drawn', 'drawn'], []]);
});

test('an aborted reading rejects with its reason, leaves no process, and the reader works on', async () => {
  await using reader = createSceneReader({ sandbox: bubblewrapSandbox(), workers: 1 });
  const controller = new AbortController();
  const reading = reader.read({ pdf: ENDLESS, subjects: {} }, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
  expect([ownWorkers(), (await reader.read({ pdf: SQUARE, subjects: {} })).outcome]).toEqual([[], 'drawn']);
});

test('a sandbox that can not start is trouble of ours', async () => {
  const sandbox = bubblewrapSandbox({ bwrap: '/usr/bin/false' });
  await using reader = createSceneReader({ sandbox, workers: 1 });
  expect(await reader.read({ pdf: SQUARE, subjects: {} })).toEqual({
    outcome: 'sandbox-trouble',
    reason: "The sandboxed reader of scenes can't start: it ended with 1",
  });
});

test('a closed reader says so', async () => {
  const reader = createSceneReader({ sandbox: bubblewrapSandbox(), workers: 1 });
  await reader[Symbol.asyncDispose]();
  expect((await reader.read({ pdf: SQUARE, subjects: {} })).outcome).toBe('sandbox-trouble');
});

test('the picture has the pixels that pdf-to-img gives', async () => {
  const pdf = onePage(
    '1 0 0 rg 20 30 m 150 0 60 190 170 100 c b 3 w 0 0 1 RG 10 10 m 190 140 l S BT /F 30 Tf 40 40 Td (WiFi) Tj ET',
    {
      page: '/MediaBox [0 0 200 150]',
      resources: '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>',
    },
  );
  const ours = decode((await readDrawn(pdf)).png);
  const pages = await pdfToImages(new Uint8Array(pdf), { scale: 4 });
  const theirs = decode(await pages.getPage(1));
  const opaque = theirs.data.filter((_, at) => theirs.channels === 3 || at % 4 !== 3);
  expect({ width: ours.width, height: ours.height }).toEqual({ width: theirs.width, height: theirs.height });
  expect(Buffer.from(ours.data).equals(Buffer.from(opaque))).toBe(true);
});

test('what was read is not held for as long as its worker lives', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  await using reader = createSceneReader({ sandbox: bubblewrapSandbox(), workers: 1 });
  const read = async () => new WeakRef(await reader.read({ pdf: SQUARE, subjects: {} }));
  const first = await read();
  await read();
  // A WeakRef holds on to its target until the turn that made it is over.
  await setImmediate();
  collectGarbage();
  expect(first.deref()).toBeUndefined();
});
