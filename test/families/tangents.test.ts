import { describe, expect, it } from 'vitest';
import { footOf } from '../../src/families/tangents/figure.ts';
import { tangents } from '../../src/families/tangents.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('tangents', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(tangents);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(tangents, 1, 2).prompt).toMatchInlineSnapshot(
      `"Draw this figure with thin strokes, circles as outlines without a fill. There is a purple circle. A red circle lies outside of the purple circle and touches it in one point, with their middles at one height, on its left side; the purple circle is three times as wide. A straight blue line falls to the right at an angle of 20 degrees to the horizontal and touches the purple circle from above, as a tangent. Lines that touch a circle go on beyond the point of contact at both sides, about as far as the large circle is wide in all. Draw nothing else."`,
    );
  });

  it('finds where a tangent touches from each side', () => {
    const rounded = (angleDeg: number, place: Parameters<typeof footOf>[1]) => {
      const { x, y } = footOf(angleDeg, place);
      return [Math.round(100 * x) / 100 + 0, Math.round(100 * y) / 100 + 0];
    };
    expect(rounded(0, 'above')).toEqual([0, 2]);
    expect(rounded(90, 'left')).toEqual([-2, 0]);
    expect(rounded(45, 'above')).toEqual([-1.41, 1.41]);
    expect(rounded(-45, 'below')).toEqual([-1.41, -1.41]);
  });
});
