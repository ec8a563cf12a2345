import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unmetOf } from '../helpers/judge.ts';
import { openTestWorkshop, type TestWorkshop } from '../helpers/workshop.ts';
import { DISHONEST } from './dishonest-drawings.ts';

let workshop: TestWorkshop;
beforeAll(async () => {
  workshop = await openTestWorkshop();
});
afterAll(async () => {
  await workshop[Symbol.asyncDispose]();
});

describe('a wrong drawing fails what it gets wrong', () => {
  test.each(DISHONEST)('$task: $name', async (drawing) => {
    const unmet = await unmetOf(drawing, workshop);
    expect(Object.keys(unmet).sort(), JSON.stringify(unmet, null, 1)).toEqual([...drawing.unmet].sort());
  });
});
