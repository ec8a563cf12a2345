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
