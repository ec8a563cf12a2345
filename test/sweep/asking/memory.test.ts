import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/util/random.ts';
import { answer, type FakeModel, fakeModel, NO_LIMITS, runCourse, trouble } from './asking-world.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** One request in ten is in trouble; tells how much memory is in use after so many requests. */
function measuredModel(id: string, samples: Map<number, number>, atRequests: readonly number[]): FakeModel {
  const random = seededRandom(1);
  return fakeModel({
    id,
    asks: 25_000,
    guessedUsd: 0.001,
    latencyMs: () => 500 + random() * 1_000,
    reply: ({ number }) => {
      if (atRequests.includes(number)) samples.set(number, heapBytes());
      const draw = random();
      if (draw < 0.02) return trouble('rate-limit', 100);
      return draw < 0.1 ? trouble('server') : answer(0.001);
    },
  });
}

describe('the memory of asking', () => {
  it('is as large after 50,000 asks as after some', async () => {
    const samples = new Map<number, number>();
    const models = [
      measuredModel('fake/a', samples, [3_000, 24_000]),
      measuredModel('fake/b', new Map(), []),
    ];
    const limits = { maxCostUsd: 1_000, maxRequests: 1_000_000, maxMinutes: 1_000_000 };
    await runCourse({
      models,
      limits: { ...NO_LIMITS, ...limits },
      cellsAtATime: 50,
      mostRequests: 40,
      keepsNothing: true,
    });
    const [early, late] = [samples.get(3_000)!, samples.get(24_000)!];
    // A hundred bytes an ask would be four megabytes.
    expect(late - early).toBeLessThan(2_000_000);
  });
});
