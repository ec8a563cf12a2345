import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { type AnalyticCase, decide } from '../analytic/page.ts';
import { asSvg } from './as-svg.ts';
import { SHOWN } from './shown-cases.ts';

const PICTURES: readonly AnalyticCase[] = SHOWN.flatMap(({ met, unmet, ...rest }) => [
  { ...rest, name: 'met', drawing: met, met: true },
  { ...rest, name: 'unmet', drawing: unmet, met: false },
]);

describe('the pictures of docs/checks.md', () => {
  it('show every check once', () => {
    expect(SHOWN.map(({ check }) => check)).toEqual(CHECKS.map(({ name }) => name));
  });

  it.each(PICTURES)('$check $name shows what the check says (vitest -u writes it)', async (picture) => {
    const { met, reason } = await decide(picture);
    expect({ met, reason }).toEqual({ met: picture.met, reason });
    const file = `../../../docs/images/checks/${picture.check}-${picture.name}.svg`;
    await expect(asSvg(picture)).toMatchFileSnapshot(file);
  });
});
