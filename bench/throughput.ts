import PQueue from 'p-queue';
import { renderReply } from '../src/sweep/render-drawing.ts';
import { openTestWorkshop, type TestWorkshop } from '../test/helpers/workshop.ts';
import type { BenchDrawing } from './drawings.ts';
import { largestReaderBytes } from './reader-memory.ts';
import { median, timed } from './timing.ts';

const ROUNDS = 5;

export interface Throughput {
  /** Drawings a second, medians over rounds. */
  readonly one: number;
  readonly two: number;
  /** Median of the ratios, round by round. */
  readonly ratio: number;
  /** The most memory that a reader process ever held. */
  readonly readerBytes: number;
}

/** All drawings by one worker and by two, in turn. */
export async function measureThroughput(drawings: readonly BenchDrawing[]): Promise<Throughput> {
  await using one = await openTestWorkshop(1);
  await using two = await openTestWorkshop(2);
  await rate(drawings, one, 1);
  await rate(drawings, two, 2);
  const rounds: { one: number; two: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ one: await rate(drawings, one, 1), two: await rate(drawings, two, 2) });
  return {
    one: median(rounds.map((round) => round.one)),
    two: median(rounds.map((round) => round.two)),
    ratio: median(rounds.map((round) => round.two / round.one)),
    readerBytes: largestReaderBytes(process.pid),
  };
}

async function rate(
  drawings: readonly BenchDrawing[],
  workshop: TestWorkshop,
  workers: number,
): Promise<number> {
  const queue = new PQueue({ concurrency: workers });
  const tasks = drawings.map(
    ({ tikz }) =>
      () =>
        renderReply(tikz, { ...workshop, subjects: {} }),
  );
  const { ms } = await timed(() => queue.addAll(tasks));
  return drawings.length / (ms / 1000);
}
