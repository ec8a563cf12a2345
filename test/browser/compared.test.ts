import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAddress } from '../../src/report/page/route.ts';
import { comparedRun, OURS, THEIRS, uncomparedRun } from '../report/compared-fixture.ts';
import { FIRST_JUDGE, SECOND_JUDGE } from '../report/judged-fixture.ts';
import { HOSTILE } from '../report/run-fixture.ts';
import { hasBrowser, type ReportBrowser, startReportBrowser } from './report-browser.ts';

const shown = (text: string): string =>
  text.replace('\u202e', '\\u{202e}').replace('\u0007', '\\u{7}').replace('\u0000', '\\u{0}');

describe.skipIf(!hasBrowser)('comparisons in a browser (skipped where /usr/bin/chromium is missing)', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await startReportBrowser();
  });
  afterAll(async () => browser?.[Symbol.asyncDispose]());

  it('shows pairs a block a judge, model against model, with what is open and how often the place won', async () => {
    const { page, troubles } = await browser.open(comparedRun());
    await expect
      .poll(() => page.locator('.judge-pairs summary').allTextContents())
      .toEqual([`${FIRST_JUDGE}⚠ preferred the place, not the drawing: 1 of 2 pairs`, SECOND_JUDGE]);
    await expect
      .poll(() => page.locator('.pair-name').allInnerTexts())
      .toEqual(['openai/drawer', 'recorded/other', 'openai/drawer', 'recorded/other']);
    await expect
      .poll(() => page.locator('.pairs .bar .only-heard').allTextContents())
      .toEqual(['1 pair: openai/drawer is better', '1 pair: tie', '1 pair: tie', '1 pair: open']);
    await expect
      .poll(() => page.locator('.pairs .hint').textContent())
      .toContain('It is no part of any score.');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('shows what judges say of a sample beside another, in their words, and leads to both', async () => {
    const { page, troubles } = await browser.open(comparedRun(), { hash: sampleAddress(OURS[0]) });
    const verdicts = page.locator('.pair-verdicts li');
    await expect
      .poll(() => verdicts.locator('summary').allTextContents())
      .toEqual(['▲ better than recorded/other’s, in both orders', '? open against recorded/other’s']);
    await expect
      .poll(() => verdicts.first().locator('p').allTextContents())
      .toEqual([
        `Shown first: this one ${shown(`It has whiskers ${HOSTILE}`)}`,
        'Shown second: this one The second has a tail.',
      ]);
    await verdicts.first().locator('a').click();
    await expect.poll(() => page.locator('.pane').count()).toBe(2);
    await expect.poll(() => page.url().endsWith(sampleAddress(OURS[0], THEIRS[0]))).toBe(true);
    await expect.poll(() => page.evaluate('window.broken')).toBeUndefined();
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('says what pixels tell, and of a whole reply that can’t be read once', async () => {
    const { page } = await browser.open(comparedRun(), { hash: sampleAddress(OURS[0]) });
    await expect
      .poll(() => page.locator('.pixels').textContent())
      .toBe('Pixels: 3.2 % changed outside of what was asked for. 91 % like the reference picture.');
    await expect
      .poll(() => page.locator('.shared-trouble').allTextContents())
      .toEqual([
        '3 items without an answer: the judge’s answer was not of the form that was asked for: no JSON object: "Nice!"',
      ]);
    await expect
      .poll(() => page.locator('.judged-items .said p:last-child').allInnerTexts())
      .toEqual(Array(3).fill(`open — ${SECOND_JUDGE}`));
    await page.close();
  });

  it('says of a model that it repeats itself: in the table, on the card and in the sample’s view', async () => {
    const { page } = await browser.open(comparedRun());
    const rows = page.locator('.scores tbody th');
    await expect
      .poll(() => rows.allInnerTexts())
      .toEqual([
        'openai/drawer\n2 drawings scored\nrepeats itself: 1 of 2 samples',
        'recorded/other\n2 drawings scored',
      ]);
    const card = page.locator(`.rows .tile[data-sample="${OURS[1]}"]`);
    await expect.poll(() => page.locator('.rows .repeats-line').allTextContents()).toEqual(['same as 1']);
    await expect.poll(() => card.getAttribute('aria-label')).toContain('shows the same as sample 1');
    await card.click();
    await expect.poll(() => page.locator('.repeats').textContent()).toBe('Shows the same as sample 1.');
    await page.locator('.repeats a').click();
    await expect.poll(() => page.locator('.pixels').count()).toBe(1);
    await expect.poll(() => page.locator('.repeats').count()).toBe(0);
    await page.close();
  });

  it('shows nothing of it where nothing was compared', async () => {
    const { page, troubles } = await browser.open(uncomparedRun(), { hash: sampleAddress(OURS[1]) });
    await page.locator('.verdicts').waitFor();
    await page.locator('.scores').waitFor();
    await expect
      .poll(() => page.locator('.pairs, .sample-pairs, .pixels, .repeats, .repeats-line').count())
      .toBe(0);
    await expect.poll(() => page.locator('.scores').textContent()).not.toContain('repeats itself');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each([420, 1300])('needs no sideways scrolling at %i px', async (widthPx) => {
    const { page } = await browser.open(comparedRun(), { widthPx, hash: sampleAddress(OURS[0]) });
    await page.locator('.sample-pairs').waitFor();
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await expect
      .poll(() =>
        page.evaluate(
          '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector("dialog"))',
        ),
      )
      .toBe(0);
    await page.close();
  });
});
