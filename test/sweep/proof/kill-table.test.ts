import { describe, expect, it } from 'vitest';
import { formatKills } from '../../../scripts/kills/table.ts';
import type { MutantProof } from '../../../src/sweep/mutants/prove-mutants.ts';
import type { TaskProof } from '../../../src/sweep/prove-task.ts';

const MUTANTS: MutantProof = {
  ...{ file: 'good.tex', mutants: 3, possible: 9, unmade: null, survivors: [], unread: [], untouched: 8 },
  kinds: { hide: 2, 'shift-right': 1 },
  kills: { 'sun-there': ['hide sun'], 'sun-left': ['shift-right sun'], 'sun-round': ['shift-right sun'] },
  falseFlips: [{ id: 'hill-there', mutant: 'hide sun', reason: 'too small' }],
};
const PROOF: TaskProof = {
  ...{ taskId: 's/a', isProven: true, drawings: [], mutants: [MUTANTS] },
  criteria: [
    { id: 'sun-there', check: 'there', killedBy: [], mutantKills: 1 },
    { id: 'hill-there', check: 'there', killedBy: [], mutantKills: 0 },
    { id: 'sun-left', check: 'left-of', killedBy: ['bad.tex'], mutantKills: 1 },
    { id: 'sun-round', check: 'shape', killedBy: ['bad.tex'], mutantKills: 0 },
  ],
};

describe('the kill table', () => {
  it('counts by check and by kind of mutant', () => {
    expect(
      formatKills([PROOF]),
    ).toBe(`1 tasks, 0 known drawings, 1 of them good ones that were broken; 3 mutants read of 9 that could have been.

**Killed: 3 of 4 criteria (75.00 %). Flips that should not be: 1 of 8 verdicts (12.50 %). Criteria that a mutant must break and did not: 0.**

| check | criteria | by bad drawings | by mutants | by either |
|---|--:|--:|--:|--:|
| left-of | 1 | 1 | 1 | 1 |
| shape | 1 | 1 | 0 | 1 |
| there | 2 | 0 | 1 | 1 |

| mutation | mutants | that kill something | criteria killed | flips that should not be |
|---|--:|--:|--:|--:|
| hide | 2 | 1 | 1 | 1 |
| shift-right | 1 | 1 | 2 | 0 |`);
  });
});
