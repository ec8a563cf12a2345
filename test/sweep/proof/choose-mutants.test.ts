import { describe, expect, it } from 'vitest';
import type { CheckSpec } from '../../../src/domain/task.ts';
import { chooseFew } from '../../../src/sweep/mutants/choose-mutants.ts';
import type { Mutant } from '../../../src/sweep/mutants/make-mutants.ts';

const mutant = (kind: string, subject: string, more: Partial<Mutant> = {}): Mutant => ({
  ...{ name: `${kind} ${subject}`, kind, subjects: new Set([subject]), pdf: new Uint8Array() },
  ...{ origin: { x: 0, y: 0 }, mustFlip: [], isHarmless: false, frame: 1 },
  ...more,
});

const spec = (id: string, check: string, of: readonly string[]): CheckSpec => ({
  ...{ id, skill: 'order', check, of, needs: [], weight: 1, parameters: {} },
});

const KINDS = ['recolour', 'rotate', 'shrink'];
const MUTANTS = ['sun', 'hill', 'tree'].flatMap((name) => KINDS.map((kind) => mutant(kind, name)));
const CHECKS = [spec('sun-yellow', 'colour', ['sun']), spec('hill-green', 'colour', ['hill'])];
const NEVER: ReadonlySet<string> = new Set();

/** All that is chosen, batch by batch, when nothing but the named mutants kills. */
function batches(mutants: readonly Mutant[], killers: Readonly<Record<string, string>>, killed = NEVER) {
  const choice = chooseFew({ checks: CHECKS }, mutants, { seed: 'a', killed });
  const kills = new Map<string, number>();
  const found: string[][] = [];
  for (let batch = choice.next(kills); batch.length > 0; batch = choice.next(kills)) {
    found.push(batch.map(({ name }) => name));
    for (const id of batch.flatMap(({ name }) => killers[name] ?? []))
      kills.set(id, (kills.get(id) ?? 0) + 1);
  }
  return found;
}

describe('the choice of few mutants', () => {
  it('begins with what must break something or nothing, and one of each other kind', () => {
    const sure = [
      mutant('hide', 'sun', { mustFlip: ['sun-there'] }),
      mutant('hide', 'hill', { mustFlip: ['hill-there'] }),
      mutant('move-all', '', { isHarmless: true }),
    ];
    const [first] = batches([...MUTANTS, ...sure], {});
    expect(first?.slice(0, 3).sort()).toEqual(['hide hill', 'hide sun', 'move-all ']);
    expect(
      first
        ?.slice(3)
        .map((name) => name.split(' ')[0])
        .sort(),
    ).toEqual(KINDS);
  });

  it('aims at each criterion that is not killed, the likeliest kind first, until nothing is left', () => {
    const all = batches(MUTANTS, {});
    const chosen = all.flat();
    const aimed = MUTANTS.filter(({ subjects }) => !subjects.has('tree')).map(({ name }) => name);
    expect(aimed.filter((name) => !chosen.includes(name))).toEqual([]);
    expect(new Set(chosen).size).toBe(chosen.length);
    const recolours = ['recolour sun', 'recolour hill'].map((name) =>
      all.findIndex((batch) => batch.includes(name)),
    );
    expect(Math.max(...recolours)).toBeLessThanOrEqual(1);
  });

  it('leaves kinds out where every criterion is known to be able to fail', () => {
    const all = batches(MUTANTS, {}, new Set(['sun-yellow', 'hill-green'])).flat();
    expect(all.toSorted()).toEqual(['recolour hill', 'recolour sun', 'shrink hill', 'shrink sun']);
  });

  it('aims no more at what a mutant has killed', () => {
    const all = Object.fromEntries(
      MUTANTS.map(({ name }) => [name, name.endsWith('sun') ? 'sun-yellow' : 'hill-green']),
    );
    expect(batches(MUTANTS, all).flat().length).toBeLessThan(batches(MUTANTS, {}).flat().length);
  });

  it('gives up after two tries where other drawings show that a criterion can fail', () => {
    const many = Array.from({ length: 12 }, (_, at) => mutant('shrink', 'sun', { name: `shrink ${at}` }));
    const killed = new Set(['sun-yellow', 'hill-green']);
    expect([batches(many, {}).flat().length, batches(many, {}, killed).flat().length]).toEqual([12, 2]);
  });

  it('is the same each time, and another one for another seed', () => {
    const first = (seed: string) =>
      chooseFew({ checks: CHECKS }, MUTANTS, { seed, killed: NEVER })
        .next(new Map())
        .map(({ name }) => name);
    expect(first('a')).toEqual(first('a'));
    expect(new Set(['a', 'b', 'c', 'd'].map((seed) => first(seed).join())).size).toBeGreaterThan(1);
  });
});
