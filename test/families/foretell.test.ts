import { describe, expect, it } from 'vitest';
import type { WrittenCheck } from '../../src/domain/family.ts';
import type { SubjectSpec } from '../../src/domain/subject.ts';
import { foretell } from '../../src/families/parts/foretell/foretell.ts';
import { letter, sized, type Thing } from '../../src/families/parts/thing.ts';

const red = sized({ x: 0, y: 0 }, { kind: 'circle', colour: 'red', size: 2 });
const blue = sized({ x: 4, y: 0 }, { kind: 'square', colour: 'blue', size: 2 });
const subjects: Record<string, SubjectSpec> = {
  red: { shape: 'circle', colour: 'red' },
  blue: { shape: 'square', colour: 'blue' },
};

/** What is foretold of one check of the red circle and the blue square. */
function foretold(things: readonly Thing[], check: string, parameters: Partial<WrittenCheck> = {}) {
  const asked: WrittenCheck = { id: check, skill: 'order', check, of: ['red', 'blue'], ...parameters };
  return foretell(things, { subjects, checks: [asked] });
}

const MET = { fails: [], measured: [], unsure: [] };

/** What is measured, and surely fails. */
function failed(id: string) {
  return { fails: [id], measured: [id], unsure: [] };
}

describe('foretell', () => {
  it('foretells places, gaps and sizes of what lies free', () => {
    expect(foretold([red, blue], 'left-of')).toEqual(MET);
    expect(foretold([red, blue], 'right-of')).toEqual(failed('right-of'));
    expect(foretold([red, blue], 'apart')).toEqual(MET);
    expect(foretold([red, blue], 'ratio', { measure: 'width', is: 1 })).toEqual(MET);
  });

  it('foretells that what lies on another thing is not apart from it', () => {
    const near = { ...blue, x: 1.5 };
    expect(foretold([red, near], 'apart')).toEqual(failed('apart'));
  });

  it('foretells who covers whom by the order of painting', () => {
    const near = { ...blue, x: 1.2 };
    expect(foretold([near, red], 'in-front-of')).toEqual(MET);
    expect(foretold([red, near], 'in-front-of')).toEqual(failed('in-front-of'));
  });

  it('is unsure of the size of what is partly covered', () => {
    const near = { ...blue, x: 1.2 };
    expect(foretold([red, near], 'ratio', { is: 1 }).unsure).toEqual(['ratio']);
  });

  it('is unsure near a threshold', () => {
    const tight = { ...blue, x: 2.03 };
    expect(foretold([red, tight], 'apart').unsure).toEqual(['apart']);
  });

  it('fails all that speaks of what is missing, covered as a whole, or not the only one', () => {
    const fails = (things: readonly Thing[]) => foretold(things, 'left-of').fails;
    expect(fails([blue])).toEqual(['red-there', 'left-of']);
    expect(fails([red, { ...blue, x: 0, width: 3, height: 3 }])).toEqual(['red-there', 'left-of']);
    expect(fails([red, { ...red, x: -3 }, blue])).toEqual(['left-of']);
  });

  it('fails what needs a criterion that fails', () => {
    const checks: WrittenCheck[] = [
      { id: 'second', skill: 'order', check: 'left-of', of: ['red', 'blue'], needs: 'first' },
      { id: 'first', skill: 'order', check: 'above', of: ['red', 'blue'] },
    ];
    expect(foretell([red, blue], { subjects, checks })).toEqual({
      fails: ['first', 'second'],
      measured: ['first'],
      unsure: [],
    });
  });

  it('lets rings and letters hide nothing', () => {
    const ring = sized({ x: 4, y: 0 }, { kind: 'ring', colour: 'green', size: 1.5 });
    const things = [red, blue, ring, letter({ x: 0, y: 0 }, 'A')];
    expect(foretold(things, 'ratio', { measure: 'width', is: 1 })).toEqual(MET);
  });

  it('refuses a check that it knows nothing of', () => {
    expect(() => foretold([red, blue], 'visits')).toThrow('nothing is foretold of the check "visits"');
  });
});
