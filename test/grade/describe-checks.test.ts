import { expect, it } from 'vitest';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { renderChecksPage } from '../../src/grade/describe-checks.ts';

it('docs/checks.md says what the checks say of themselves', async () => {
  await expect(renderChecksPage(CHECKS)).toMatchFileSnapshot('../../docs/checks.md');
});

it('no two checks have one name', () => {
  const names = CHECKS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
