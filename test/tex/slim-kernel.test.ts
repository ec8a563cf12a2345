import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareTex } from '../../src/tex/prepare.ts';
import { closeUnicodeGaps, shrinkRegexTables } from '../../src/tex/slim-kernel.ts';
import { ROOT, testCache } from '../helpers/workshop.ts';

describe('the slim kernel', () => {
  it('says in each large gap of Unicode that there is nothing', () => {
    expect(
      closeUnicodeGaps('323AF;<CJK Ideograph Extension H, Last>;Lo\n36400;X;Lo\n36401;Y;Lo\n').split('\n'),
    ).toEqual([
      '323AF;<CJK Ideograph Extension H, Last>;Lo',
      '343AF;<unassigned>;Cn;0;L;;;;;N;;;;;',
      '363AF;<unassigned>;Cn;0;L;;;;;N;;;;;',
      '36400;X;Lo',
      '36401;Y;Lo',
      '',
    ]);
  });

  it('leaves ranges of Unicode whole', () => {
    const range = '3400;<CJK Ideograph Extension A, First>;Lo\n9DBF;<CJK Ideograph Extension A, Last>;Lo';
    expect(closeUnicodeGaps(range).split('\n').slice(1).join('\n')).toBe(range);
  });

  it('shrinks the tables of regular expressions and nothing else', () => {
    const kernel =
      '\\intarray_new:Nn \\g__regex_state_active_intarray { 65536 }\n\\intarray_new:Nn \\g_other_intarray { 65536 }';
    expect(shrinkRegexTables(kernel)).toBe(kernel.replace('65536', '8192'));
  });

  it('keeps the format below 10 MB, which is what a drawing waits for', async () => {
    const { directory } = await prepareTex({
      cacheDirectory: testCache(),
      latexDirectory: join(ROOT, 'latex'),
    });
    expect((await stat(join(directory, 'formats/otterbench.fmt'))).size).toBeLessThan(10_000_000);
  });
});
