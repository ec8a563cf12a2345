import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredRow, measureRows } from '../../scripts/relations/measure.ts';
import { readRelationRows } from '../../scripts/relations/rows.ts';
import { agreementOf, countGrounded, ratesTable } from '../../scripts/relations/table.ts';
import { openTestWorkshop } from '../helpers/workshop.ts';
import { HAS_CORPUS, RELATIONS } from './corpus.ts';

describe.skipIf(!HAS_CORPUS)('relations drawn blind (skipped where ../shared/corpus is missing)', () => {
  let measured: readonly MeasuredRow[] = [];

  beforeAll(async () => {
    await using workshop = await openTestWorkshop(2);
    measured = await measureRows(readRelationRows(RELATIONS), workshop);
  });

  it('both things are found in every drawing, nearly always by comments', () => {
    expect(countGrounded(measured)).toEqual({ drawings: 76, both: 76, byComments: 75 });
  });

  it('the rates and flipped rates are those of docs/agreement.md, with a band alone', () => {
    expect(`\n${ratesTable(measured, 'band 0.2')}\n`).toMatchInlineSnapshot(`
      "
      relation         drawings  met   rate  flipped  flipped rate  people: yes  flipped: yes
      above                  14    4   29 %        1           7 %            1             1
      below                  18   10   56 %        3          17 %            3             3
      to the left of         20   18   90 %        0           0 %           18             0
      to the right of        24   24  100 %        0           0 %           24             0
      all                    76   56   74 %        4           5 %           46             4
      "
    `);
  });

  it('the rates and flipped rates are those of docs/agreement.md, with the axis dominant', () => {
    expect(`\n${ratesTable(measured, 'band 0.2, dominant')}\n`).toMatchInlineSnapshot(`
      "
      relation         drawings  met   rate  flipped  flipped rate  people: yes  flipped: yes
      above                  14    3   21 %        1           7 %            1             1
      below                  18    7   39 %        3          17 %            3             3
      to the left of         20   18   90 %        0           0 %           18             0
      to the right of        24   24  100 %        0           0 %           24             0
      all                    76   52   68 %        4           5 %           46             4
      "
    `);
  });

  it.each([
    ['band 0.2', 'stated', { agreed: 66, asked: 73 }, [51, 56, 171, 215, 223, 246, 267]],
    ['band 0.2', 'opposite', { agreed: 75, asked: 75 }, []],
    ['band 0.2, dominant', 'stated', { agreed: 70, asked: 73 }, [51, 215, 246]],
    ['band 0.2, dominant', 'opposite', { agreed: 75, asked: 75 }, []],
  ] as const)(
    '%s says of the %s relation what people see, but for known drawings',
    (rule, side, counts, ids) => {
      const { disagreements, ...found } = agreementOf(measured, rule, side);
      expect({ ...found, ids: disagreements.map(({ id }) => id) }).toEqual({ ...counts, ids });
    },
  );
});
