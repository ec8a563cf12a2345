import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunInfo } from '../../src/domain/run.ts';
import { sampleAddress } from '../../src/report/page/route.ts';
import { roundsRun } from '../report/rounds-fixture.ts';
import { hostileRun, largeRun, type RunFixture } from '../report/run-fixture.ts';
import { hasBrowser, type ReportBrowser, startReportBrowser } from './report-browser.ts';

const REPAIR = 'otters/plane|openai/large@high|repair|1';
const SIGHTED = 'otters/plane|compatible/unknown|sighted|1';
const CACHED = 'basics/circles|openai/large@high|repair|1';
const SHORT = 'otters/river|openai/large@high|sighted|1';

const cellsOf = (page: Page, row: string): Promise<string[]> =>
  page.locator('.scores tbody tr').filter({ hasText: row }).locator('td').allInnerTexts();
const spent = (page: Page): Promise<string | null> => page.locator('.spent').textContent();
const pressed = (page: Page): Promise<string[]> =>
  page.locator('.frame[aria-pressed=true] b').allTextContents();
const verdictsOf = (page: Page): Promise<string[]> => page.locator('.verdict-reason').allTextContents();

describe.skipIf(!hasBrowser)(
  'rounds and money in a browser (skipped where /usr/bin/chromium is missing)',
  () => {
    let browser: ReportBrowser;
    beforeAll(async () => {
      browser = await startReportBrowser();
    });
    afterAll(async () => browser?.[Symbol.asyncDispose]());

    it('says what a model took; what is not known is unknown, and never $0', async () => {
      const { page, troubles } = await browser.open(roundsRun());
      await expect
        .poll(() => page.locator('.scores thead th').allTextContents())
        .toEqual([
          'Drawn by',
          'Spatial',
          '95 % interval',
          'Full marks',
          'Drawn',
          'Clean TeX',
          'Tokens',
          'Cost',
          'Time',
        ]);
      await expect
        .poll(async () => (await cellsOf(page, 'openai/large@high · repair')).slice(-3))
        .toEqual(['3,120\n58 % reasoning', '$0.031\n$0.062 in all', '41 s\n6 requests\n1 from cache']);
      await expect
        .poll(async () => (await cellsOf(page, 'ollama/small:8b · repair')).slice(-2))
        .toEqual(['$0', '2 min 8 s\n6 requests']);
      await expect
        .poll(async () => (await cellsOf(page, 'compatible/unknown · repair')).slice(-3))
        .toEqual(['unknown', 'unknown', '9 s\n6 requests']);
      expect(troubles).toEqual([]);
      await page.close();
    });

    it('has no empty columns for what costs nothing and takes no time', async () => {
      const { page } = await browser.open(hostileRun());
      await expect
        .poll(() => page.locator('.scores thead th').allTextContents())
        .toEqual(['Drawn by', 'Spatial', '95 % interval', 'Full marks', 'Drawn', 'Clean TeX']);
      await expect.poll(() => page.locator('.rounds, .about-models, .filmstrip').count()).toBe(0);
      await page.close();
    });

    it('describes the models, by keyboard too', async () => {
      const { page, troubles } = await browser.open(roundsRun());
      await page.locator('.about-models summary').focus();
      await page.keyboard.press('Enter');
      const first = page.locator('.about-models tbody tr').first();
      await expect
        .poll(() => first.locator('th, td').allInnerTexts())
        .toEqual([
          'openai/large@high\nlarge',
          'OpenAI',
          '2026-08-07',
          'closed',
          '400,000',
          '$1.25 in, $10.00 out\nmodels.dev, read 2026-11-20',
          'effort high · seed 7 · headers x-team',
        ]);
      await expect
        .poll(() => page.locator('.about-models .hint').textContent())
        .toBe('All were asked with: seed 7.');
      expect(troubles).toEqual([]);
      await page.close();
    });

    it('says what was run, what ended it, and how much is left out', async () => {
      const { page } = await browser.open(roundsRun());
      await expect
        .poll(() => page.locator('.lead').textContent())
        .toContain(
          'in TikZ, in one shot or in rounds, with TeX’s errors or the picture coming back; where things are',
        );
      await expect
        .poll(() => page.locator('.banner').allTextContents())
        .toEqual([
          'Stopped by its limit of $5: 9 of 36 samples were left out. The numbers are of what is there so far.',
        ]);
      await page.close();
    });

    it('says that a run without a limit is not finished, and nothing of one that is', async () => {
      const fixture = roundsRun();
      const bannersOf = async (changes: Partial<RunInfo>): Promise<string[]> => {
        const { page } = await browser.open({ ...fixture, run: { ...fixture.run, limit: null, ...changes } });
        await page.locator('.lead').waitFor();
        const words = await page.locator('.banner').allTextContents();
        await page.close();
        return words;
      };
      const rest = 'The numbers are of what is there so far.';
      expect([
        await bannersOf({ planned: 28 }),
        await bannersOf({ limit: { kind: 'max-requests', value: 1 }, planned: 27 }),
        await bannersOf({ finishedAt: '2026-11-23T20:05:00.000Z', limit: { kind: 'max-minutes', value: 2 } }),
      ]).toEqual([
        [`This run is not finished: 1 of 28 samples is still to do. ${rest}`],
        [`Stopped by its limit of 1 request. ${rest}`],
        [],
      ]);
    });

    it('shows what each round was worth, one card a model and track with rounds', async () => {
      const { page } = await browser.open(roundsRun());
      await expect.poll(() => page.locator('.round-card').count()).toBe(6);
      const card = page.locator('.round-card').first();
      await expect.poll(() => card.locator('h3').textContent()).toBe('openai/large@high · repair');
      await expect
        .poll(() => card.locator('.verdict-line').textContent())
        .toBe('No clear difference: +0.67 by round 3, over 3 samples.');
      await expect.poll(() => card.locator('tbody th').allTextContents()).toEqual(['1', '2', '3']);
      await page.close();
    });

    it('walks through the rounds of a conversation: picture, score, verdicts and texts of each', async () => {
      const { page, troubles } = await browser.open(roundsRun(), { hash: sampleAddress(REPAIR) });
      await expect.poll(() => pressed(page)).toEqual(['Round 3']);
      await expect
        .poll(() => page.locator('.came-back').allTextContents())
        .toEqual(['TeX’s errors came back', 'TeX’s errors came back']);
      await expect
        .poll(() => spent(page))
        .toBe('3 requests · 3,120 tokens out, 1,800 of them reasoning · $0.031 · 41 s');
      await expect.poll(() => verdictsOf(page)).toContain('all of it lies inside');
      await page.getByRole('button', { name: 'Reply', exact: true }).click();
      await page.locator('.frame').first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('dialog .canvas').textContent()).toContain('does not compile');
      await expect
        .poll(() => page.locator('.code pre:not(.gutter)').textContent())
        .toBe('The drawing of round 1.');
      await page.locator('.frame').nth(1).click();
      await expect.poll(() => pressed(page)).toEqual(['Round 2']);
      await expect
        .poll(() => page.locator('.filmstrip .hint').textContent())
        .toBe('Compared with round 1: now met: otter-there.');
      await expect.poll(() => page.locator('.overlay .tone-fault').count()).toBe(1);
      await page.getByRole('button', { name: 'What it was sent' }).click();
      await expect
        .poll(() => page.locator('.code pre:not(.gutter)').textContent())
        .toBe('What came back before round 2.');
      expect(troubles).toEqual([]);
      await page.close();
    });

    it('shows reasoning only when it is asked for, and as text', async () => {
      const { page, troubles } = await browser.open(roundsRun(), { hash: sampleAddress(SIGHTED) });
      await page.locator('.filmstrip').waitFor();
      await expect.poll(() => page.locator('dialog').textContent()).not.toContain('Thought of');
      await page.getByRole('button', { name: 'Reasoning' }).click();
      await expect
        .poll(() => page.locator('.code pre:not(.gutter)').textContent())
        .toContain('Thought of round 2 </script><script>window.broken=1</script>');
      await expect.poll(() => page.evaluate('window.broken')).toBeUndefined();
      expect(troubles).toEqual([]);
      await page.close();
    });

    it.each([
      [SIGHTED, '2 requests · cost unknown · 9 s'],
      [CACHED, 'from the cache · 2,000 tokens out, 1,500 of them reasoning'],
      ['otters/plane|ollama/small:8b|sighted|1', '2 requests · 900 tokens out · $0 · 2 min 8 s'],
    ])('says what %s took: %s', async (id, words) => {
      const { page } = await browser.open(roundsRun(), { hash: sampleAddress(id) });
      await expect.poll(() => spent(page)).toBe(words);
      await page.close();
    });

    it('has no filmstrip for a conversation of one round', async () => {
      const { page } = await browser.open(roundsRun(), { hash: sampleAddress(SHORT) });
      await page.locator('.verdicts').waitFor();
      await expect.poll(() => page.locator('.filmstrip').count()).toBe(0);
      await page.close();
    });

    it('opens 10,000 conversations of two rounds, and the rounds of each', async () => {
      const { page, troubles } = await browser.open(longConversations());
      await expect.poll(() => page.locator('.wall > .hint').textContent()).toContain('10,000 drawings');
      await page.getByLabel('Search').fill('task-99 model-7');
      await page.locator('.rows .tile').last().click();
      await expect.poll(() => page.locator('.frame').count()).toBe(2);
      await expect.poll(() => page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(5_000);
      expect(troubles).toEqual([]);
      await page.close();
    });

    it.each([400, 800, 1400])(
      'needs no sideways scrolling at %i px, nor in the view of a sample',
      async (widthPx) => {
        const { page } = await browser.open(roundsRun(), { widthPx, hash: sampleAddress(REPAIR) });
        await page.locator('.filmstrip').waitFor();
        const overflows = `[document.documentElement, ...document.querySelectorAll('dialog, .round-scroll')]
      .map((element) => element.scrollWidth - element.clientWidth)
      .filter((overflow) => overflow > 0)`;
        await expect.poll(() => page.evaluate(overflows)).toEqual([]);
        await page.close();
      },
    );
  },
);

/** Each sample with a first round like its last. */
function longConversations(): RunFixture {
  const fixture = largeRun(100, 20, 5);
  const samples = fixture.samples.map((sample) => {
    const rounds = [1, 2].map((round) => ({ ...sample, round }));
    return { ...sample, track: 'repair' as const, rounds };
  });
  return { ...fixture, run: { ...fixture.run, tracks: ['repair'] }, samples };
}
