import { expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';

/** Promises that end when they are told to. */
function gates(count: number) {
  return Array.from({ length: count }, () => Promise.withResolvers<void>());
}

it('tells results in the order of the items, each as soon as all before it are done', async () => {
  const doors = gates(3);
  const told: number[] = [];
  const work = async (item: number) => {
    await doors[item]!.promise;
    return item;
  };
  const ended = inOrder([0, 1, 2], { concurrency: 3, work, tell: (item) => void told.push(item) });
  doors[2]!.resolve();
  await doors[2]!.promise;
  expect(told).toEqual([]);
  doors[0]!.resolve();
  doors[1]!.resolve();
  expect(await ended).toEqual([0, 1, 2]);
  expect(told).toEqual([0, 1, 2]);
});

it('tells what was done before it throws what went wrong', async () => {
  const told: number[] = [];
  const work = async (item: number) => {
    if (item === 1) throw new Error('no room');
    return item;
  };
  const ended = inOrder([0, 1, 2], { concurrency: 3, work, tell: (item) => void told.push(item) });
  await expect(ended).rejects.toThrow('no room');
  expect(told).toEqual([0, 2]);
});

it('begins nothing new after an abort, and throws its reason', async () => {
  const controller = new AbortController();
  const told: number[] = [];
  const work = async (item: number) => {
    controller.abort(new Error('stopped'));
    return item;
  };
  const { signal } = controller;
  const ended = inOrder([0, 1, 2], { concurrency: 1, signal, work, tell: (item) => void told.push(item) });
  await expect(ended).rejects.toThrow('stopped');
  expect(told).toEqual([0]);
});
