import { describe, expect, it } from 'vitest';
import { disc, examine, picture, rectangle, verdictOf } from '../../helpers/ink.ts';

/** Two squares of 50 pt; the second one is moved by (dx, dy) from the first. D is taken from a frame of 240 × 180. */
function squares(dx: number, dy: number) {
  return picture([
    { subject: 'frame', form: rectangle(0, 0, 240, 180) },
    { subject: 'otter', form: rectangle(20, 20, 70, 70) },
    { subject: 'big-ship', form: rectangle(20 + dx, 20 + dy, 70 + dx, 70 + dy) },
  ]);
}

const leftOf = (dx: number, dy: number, parameters = {}) =>
  examine(squares(dx, dy), 'left-of', ['otter', 'big-ship'], parameters);

describe('left-of', () => {
  it('needs 0.2 of both widths between the centroids', () => {
    expect([leftOf(20, 60), leftOf(19, 60)].map(verdictOf)).toEqual([
      {
        met: true,
        margin: 0,
        reason: "the otter's centre is 0.067 D left of the big ship's; 0.067 D is needed",
      },
      {
        met: false,
        margin: -0.003333,
        reason: "the otter's centre is 0.063 D left of the big ship's; 0.067 D is needed",
      },
    ]);
  });

  it('shows both boxes and the way between the centres', () => {
    expect(leftOf(60, 0).evidence).toEqual([
      { kind: 'box', box: { xMin: 20, yMin: 20, xMax: 70, yMax: 70 }, label: 'otter', tone: 'subject' },
      { kind: 'box', box: { xMin: 80, yMin: 20, xMax: 130, yMax: 70 }, label: 'big ship', tone: 'reference' },
      { kind: 'line', from: { x: 45, y: 45 }, to: { x: 105, y: 45 }, label: '0.2 D', tone: 'contact' },
    ]);
  });

  it('dominant: wants the difference across not to be larger', () => {
    expect([leftOf(60, 70).met, verdictOf(leftOf(60, 70, { dominant: true }))]).toEqual([
      true,
      {
        met: false,
        margin: -0.033333,
        reason:
          "the otter's centre is 0.2 D left of the big ship's; the difference across is 0.233 D and must not be larger",
      },
    ]);
  });

  it('takes another band', () => {
    expect([leftOf(60, 0, { band: 0.6 }).met, leftOf(59, 0, { band: 0.6 }).met]).toEqual([true, false]);
  });
});

it('each direction is met on its own side only, and y grows upwards', () => {
  const names = ['left-of', 'right-of', 'above', 'below'];
  const met = (dx: number, dy: number) =>
    names.filter((name) => examine(squares(dx, dy), name, ['big-ship', 'otter'], {}).met);
  expect([met(60, 0), met(-20, 0), met(0, 60), met(0, -20), met(5, 5)]).toEqual([
    ['right-of'],
    ['left-of'],
    ['above'],
    ['below'],
    [],
  ]);
});

it('the visible ink counts, not what is covered', () => {
  const covered = picture([
    { subject: 'otter', form: rectangle(20, 20, 220, 60) },
    { subject: 'wall', form: rectangle(60, 0, 240, 180) },
    { subject: 'sun', form: disc(100, 150, 20) },
  ]);
  expect(examine(covered, 'left-of', ['otter', 'sun']).met).toBe(true);
});
