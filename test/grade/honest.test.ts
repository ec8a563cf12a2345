import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unmetOf } from '../helpers/judge.ts';
import { openTestWorkshop, type TestWorkshop } from '../helpers/workshop.ts';
import { HONEST_BASICS } from './honest-basics.ts';
import { HONEST_CIRCLES } from './honest-circles.ts';
import { HONEST_OTTERS } from './honest-otters.ts';

let workshop: TestWorkshop;
beforeAll(async () => {
  workshop = await openTestWorkshop();
});
afterAll(async () => {
  await workshop[Symbol.asyncDispose]();
});

describe('a right drawing fails nothing, however it is drawn', () => {
  test.each([...HONEST_CIRCLES, ...HONEST_BASICS, ...HONEST_OTTERS])('$task: $name', async (drawing) => {
    expect(await unmetOf(drawing, workshop)).toEqual({});
  });
});
