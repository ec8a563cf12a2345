import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAddress } from '../../src/report/page/route.ts';
import { HOSTILE, hostileRun, largeRun } from '../report/run-fixture.ts';
import { hasBrowser, type ReportBrowser, startReportBrowser } from './report-browser.ts';

const SECOND = hostileRun().samples[1]?.id ?? '';
const FAILED = hostileRun().samples[3]?.id ?? '';

const nodesIn = (page: Page): Promise<number> => page.evaluate('document.querySelectorAll("*").length');
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.textContent.trim() || document.activeElement.ariaLabel');
/** Rejects when one of them is broken or missing. */
const loadAllPictures = (page: Page): Promise<boolean> =>
  page.evaluate(
    'Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode(); })).then(() => true)',
  );
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth');

describe.skipIf(!hasBrowser)('the report in a browser (skipped where /usr/bin/chromium is missing)', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await startReportBrowser();
  });
  afterAll(async () => browser?.[Symbol.asyncDispose]());

  it('opens from disk without an error, a warning or the network, and loads its pictures', async () => {
    const { page, troubles } = await browser.open(hostileRun());
    await expect.poll(() => loadAllPictures(page)).toBe(true);
    await expect.poll(() => page.locator('.rows .tile').count()).toBe(4);
    await expect
      .poll(() => page.locator('h2').allTextContents())
      .toEqual(['Scores', 'How far they came', 'By skill', 'The wall', 'To repeat this run']);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('shows the text of strangers as text, hidden characters visibly', async () => {
    const { page, troubles } = await browser.open(hostileRun(), { hash: sampleAddress(SECOND) });
    await page.locator('.verdicts li').first().waitFor();
    await expect.poll(() => page.evaluate('window.broken')).toBeUndefined();
    await expect.poll(() => page.locator('img[src="x"]').count()).toBe(0);
    const shown = HOSTILE.replace('\u202e', '\\u{202e}')
      .replace('\u0007', '\\u{7}')
      .replace('\u0000', '\\u{0}');
    await expect.poll(() => page.locator('.code pre:not(.gutter)').textContent()).toBe(shown);
    for (const tab of ['TeX log', 'Reply', 'Notes', 'Details'])
      await page.getByRole('button', { name: tab, exact: true }).click();
    await expect.poll(() => page.locator('dialog').textContent()).not.toContain('\u0007');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('draws evidence where it lies in the drawing', async () => {
    const { page } = await browser.open(hostileRun(), { hash: sampleAddress(SECOND) });
    const box = page.locator('.overlay .tone-fault rect:not(.halo)');
    await box.waitFor();
    const sheet = await page.locator('.sheet img').boundingBox();
    const drawn = await box.boundingBox();
    if (!sheet || !drawn) throw new Error('the picture or its evidence is not laid out');
    // The page is 200 x 150 points and the box 20..80 by 30..90, y up.
    const wanted = { x: 0.1, y: 0.4, width: 0.3, height: 0.4 };
    const got = { x: drawn.x - sheet.x, y: drawn.y - sheet.y, width: drawn.width, height: drawn.height };
    // The line that is drawn is 2.5 px wide.
    expect(Math.abs(got.x - wanted.x * sheet.width)).toBeLessThan(2.6);
    expect(Math.abs(got.y - wanted.y * sheet.height)).toBeLessThan(2.6);
    expect(Math.abs(got.width - wanted.width * sheet.width)).toBeLessThan(2.6);
    expect(Math.abs(got.height - wanted.height * sheet.height)).toBeLessThan(2.6);
    await page.getByLabel('Evidence').uncheck();
    await expect.poll(() => box.count()).toBe(0);
    await page.close();
  });

  it('is walked by keyboard: skip link, open, next, close, and back to where one was', async () => {
    const { page, troubles } = await browser.open(hostileRun());
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Skip to the pictures');
    await page.keyboard.press('Enter');
    await page.locator('.rows .tile').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog .verdicts').waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate('location.hash')).toBe(sampleAddress(SECOND));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('location.hash')).toBe('#/');
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('tile');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('chooses a verdict by keyboard and shows its evidence', async () => {
    const { page } = await browser.open(hostileRun(), { hash: sampleAddress(SECOND) });
    await page.locator('.verdicts button').first().focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.verdicts [aria-pressed=true] .verdict-id').textContent())
      .toBe('otter-there');
    await expect.poll(() => page.locator('.overlay .tone-subject').count()).toBe(1);
    await page.close();
  });

  it('says in words why there is no picture', async () => {
    const { page } = await browser.open(hostileRun(), { hash: sampleAddress(FAILED) });
    await expect.poll(() => page.locator('dialog .canvas').textContent()).toContain('does not compile');
    await expect.poll(() => page.locator('dialog img').count()).toBe(0);
    await page.close();
  });

  it('puts two models on one scene side by side', async () => {
    const { page } = await browser.open(hostileRun(), { hash: sampleAddress(SECOND) });
    await page.getByLabel('Compare with').selectOption({ label: 'bundled/good' });
    await page.locator('.panes.two').waitFor();
    await expect.poll(() => page.locator('.pane .who b').nth(1).textContent()).toBe('bundled/good');
    await page.close();
  });

  it('filters by text and by outcome, and offers a way back when nothing fits', async () => {
    const { page } = await browser.open(hostileRun());
    await page.getByLabel('Outcome').selectOption({ label: 'does not compile' });
    await expect.poll(() => page.locator('.rows .tile').count()).toBe(1);
    await page.getByLabel('Search').fill('heron');
    await expect.poll(() => page.locator('.rows .tile').count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator('.rows .tile').count()).toBe(4);
    await page.close();
  });

  it('follows the system in light and dark, and the toggle over it; drawings stay on white', async () => {
    const paper = 'getComputedStyle(document.documentElement).backgroundColor';
    const { page } = await browser.open(hostileRun(), { colorScheme: 'dark' });
    await expect.poll(() => page.evaluate(paper)).toBe('rgb(27, 25, 23)');
    await expect
      .poll(() => page.evaluate('getComputedStyle(document.querySelector(".card")).backgroundColor'))
      .toBe('rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'Switch to light' }).click();
    await expect.poll(() => page.evaluate(paper)).toBe('rgb(250, 246, 239)');
    await page.close();
  });

  it.each([400, 800, 1600])('needs no sideways scrolling at %i px', async (widthPx) => {
    const { page } = await browser.open(hostileRun(), { widthPx });
    await expect.poll(() => overflow(page)).toBe(0);
    await page.close();
  });

  it('opens 10,000 samples with a bounded page, and still answers', async () => {
    const { page, troubles } = await browser.open(largeRun(100, 20, 5));
    await expect.poll(() => page.locator('.wall > .hint').textContent()).toContain('10,000 drawings');
    await expect.poll(() => nodesIn(page)).toBeLessThan(5_000);
    await page.getByRole('button', { name: 'Gallery' }).click();
    await expect.poll(() => page.locator('.gallery .tile').count()).toBe(160);
    await page.getByRole('button', { name: 'Later →' }).click();
    await expect.poll(() => page.locator('.pager span').textContent()).toBe('Page 2 of 63');
    await page.getByLabel('Search').fill('task-99 model-7');
    await expect.poll(() => page.locator('.gallery .tile').count()).toBe(5);
    await page.locator('.gallery .tile').last().click();
    await page.locator('dialog .verdicts').waitFor();
    await expect.poll(() => nodesIn(page)).toBeLessThan(5_000);
    expect(troubles).toEqual([]);
    await page.close();
  });
});
