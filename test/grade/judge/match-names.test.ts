import { describe, expect, it } from 'vitest';
import { namesOneOf } from '../../../src/grade/judge/match-names.ts';

const OTTER = ['otter', 'sea otter'];
const PLANE = ['plane', 'airplane', 'paper plane'];

describe('what a judge named is what was wanted', () => {
  it.each([
    ['otter', OTTER],
    ['an Otter', OTTER],
    ['Otters', OTTER],
    ['cartoon sea-otter', OTTER],
    ['brown otter with a laptop', OTTER],
    ['otter sitting on a plane', OTTER],
    ['otter sitting on a plane', PLANE],
    ['small toy airplane', PLANE],
    ['Ótter', OTTER],
    ['otter/sea otter', OTTER],
    ['otter or sea otter', OTTER],
    ['glasses', ['glasses']],
    ['box of matches', ['boxes']],
    ['butterflies', ['butterfly']],
    ['houses', ['house']],
    ['house', ['houses']],
    ['vase', ['vase']],
    ['two horses', ['horse']],
    ['pair of otters', OTTER],
    ['cartoon of an otter', OTTER],
    ['otter wearing a hat', OTTER],
    ['otter using a laptop', OTTER],
  ])('when it says %j and %j is wanted', (thing, names) => {
    expect(namesOneOf(['unclear shape', thing], names)).toBe(true);
  });

  it.each([
    ['beaver', OTTER],
    ['otter or beaver', OTTER],
    ['beaver / otter', OTTER],
    ['no otter', OTTER],
    ['not an otter', OTTER],
    ['otter box', OTTER],
    ['unicorn horn', ['unicorn']],
    ['head of an otter', OTTER],
    ['otterhound', OTTER],
    ['butterfly wing', ['butterfly']],
    ['otter king', OTTER],
    ['unicorn drawing', ['unicorn']],
    ['rock that looks like an otter', OTTER],
    ['shape resembling an otter', OTTER],
    ['cat dressed as an otter', OTTER],
    ['fake otter', OTTER],
    ['anything but an otter', OTTER],
    ['house for an otter', OTTER],
    ['sea', ['sea otter']],
    ['', OTTER],
    ['or', OTTER],
    ['otter', []],
    ['otter', ['', '!']],
  ])('not when it says %j and %j is wanted', (thing, names) => {
    expect(namesOneOf([thing], names)).toBe(false);
  });

  it('nothing named is nothing wanted', () => {
    expect(namesOneOf([], OTTER)).toBe(false);
  });
});
