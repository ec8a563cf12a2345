import { describe, expect, it } from 'vitest';
import { disc, examine, type Form, picture, rectangle, ring, verdictOf } from '../../helpers/ink.ts';

/** D is 300 pt. */
function ask(cup: Form, table: Form, parameters = {}) {
  const drawing = picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    { subject: 'table', form: table },
    { subject: 'cup', form: cup },
  ]);
  return verdictOf(examine(drawing, 'rests-on', ['cup', 'table'], parameters));
}

const TABLE = rectangle(40, 20, 160, 60);
const cupAt = (x: number, y: number) => rectangle(x - 15, y, x + 15, y + 30);

describe('rests-on', () => {
  it('is met for a cup on the table top, with the room that is left to the edge', () => {
    expect(ask(cupAt(100, 60), TABLE)).toEqual({
      met: true,
      margin: 0.05,
      reason: 'the cup meets the table from above, and its centre is over the contact',
    });
  });

  it('allows for a cup that floats by 1 % D or is sunk by a quarter', () => {
    const met = (y: number) => ask(cupAt(100, y), TABLE).met;
    expect([63, 64, 53, 52].map(met)).toEqual([true, false, true, false]);
  });

  it('is unmet once the centre is beyond the edge', () => {
    const met = (x: number) => ask(cupAt(x, 60), TABLE).met;
    expect([159, 160, 161, 170].map(met)).toEqual([true, true, false, false]);
    expect(ask(cupAt(163, 60), TABLE).reason).toBe(
      'the cup meets the table from above, and its centre is 0.01 D beside the contact',
    );
  });

  it('is unmet for what hangs below, stands beside or floats above', () => {
    expect([cupAt(100, -10), cupAt(176, 30), cupAt(100, 100)].map((cup) => ask(cup, TABLE).met)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('says when nothing is under it', () => {
    expect(ask(cupAt(100, 100), TABLE)).toEqual({
      met: false,
      margin: null,
      reason: 'nothing of the table is right under the cup',
    });
  });

  it('lets a ball rest on a hollow box and on a thin line that it crosses a little', () => {
    const box: Form = (at) => rectangle(40, 20, 160, 60)(at) && !rectangle(42, 22, 158, 58)(at);
    const line = rectangle(20, 59, 220, 60);
    expect([ask(disc(100, 80, 20), box).met, ask(ring(100, 76, 20), line).met]).toEqual([true, true]);
  });

  it('lets a table stand on the floor with its two legs', () => {
    const legs: Form = (at) =>
      rectangle(60, 60, 140, 70)(at) || rectangle(60, 20, 65, 60)(at) || rectangle(135, 20, 140, 60)(at);
    expect(ask(legs, rectangle(20, 10, 220, 20)).met).toBe(true);
  });
});
