import { expect, it } from 'vitest';
import { answer, fakeModel, NO_LIMITS, runCourse } from './asking-world.ts';

it('comes to an end when answers get dearer while others are under way', async () => {
  for (let cap = 1.3; cap < 8; cap += 0.05) {
    let answers = 0;
    let latencyMs = 1_000;
    const model = fakeModel({
      id: 'fake/a',
      laneId: 'one',
      asks: 60,
      guessedUsd: 0.1,
      latencyMs: () => {
        latencyMs += 10;
        return latencyMs;
      },
      reply: () => {
        answers += 1;
        return answer(answers <= 12 ? 0.1 : 1);
      },
    });
    const limits = { ...NO_LIMITS, maxCostUsd: cap };
    const { seen } = await runCourse({ models: [model], limits, cellsAtATime: 20, mostRequests: 8, seed: 1 });
    expect(seen.length).toBeGreaterThan(0);
  }
});

it('does not send what waited for its lane once the money is spent', async () => {
  const models = ['a', 'b', 'c'].map((id) =>
    fakeModel({
      id: `fake/${id}`,
      laneId: 'one',
      asks: 1,
      guessedUsd: 0.01,
      latencyMs: () => 1_000,
      reply: () => answer(5),
    }),
  );
  const limits = { ...NO_LIMITS, maxCostUsd: 1 };
  const { seen } = await runCourse({ models, limits, cellsAtATime: 4, mostRequests: 1, seed: 1 });
  expect(seen.map(({ modelId }) => modelId)).toEqual(['fake/a']);
});
