import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOtterbench } from '../helpers/run-otterbench.ts';
import { hasBrowser, type PlainBrowser, startBrowser } from './report-browser.ts';

// The whole demo: TeX, sandbox, reader and grader for all the drawings that ship.
const DEMO_MS = 300_000;

const failedPictures = (page: Page): Promise<number> =>
  page.evaluate(`Promise.all([...document.images].map((image) => {
    image.loading = "eager";
    return image.decode().then(() => 0, () => 1);
  })).then((failures) => failures.reduce((sum, one) => sum + one, 0))`);

describe.skipIf(!hasBrowser)('the report of the demo (skipped where /usr/bin/chromium is missing)', () => {
  let browser: PlainBrowser;
  let folder: string;
  let demo: Awaited<ReturnType<typeof runOtterbench>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'otterbench-demo-'));
    demo = await runOtterbench(['demo', '--out', join(folder, 'demo')], { cwd: folder });
    browser = await startBrowser();
  }, DEMO_MS);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it('is written, and its path and a table of scores are printed', () => {
    expect({ exitCode: demo.exitCode, lines: demo.stdout.trim().split('\n').length }).toEqual({
      exitCode: 0,
      lines: 4,
    });
    expect(demo.stdout).toMatch(/bundled\/good +blind +1\.00 /);
    expect(demo.stdout.trim().endsWith(join('demo', 'index.html'))).toBe(true);
  });

  for (const [colorScheme, widthPx] of [
    ['light', 1400],
    ['dark', 400],
  ] as const) {
    it(`opens ${colorScheme} at ${widthPx} px without an error or the network, with all its pictures`, async () => {
      const { page, troubles } = await browser.open(join(folder, 'demo', 'index.html'), {
        colorScheme,
        widthPx,
      });
      await expect.poll(() => page.locator('.rows .tile').count()).toBeGreaterThan(50);
      await expect.poll(() => failedPictures(page)).toBe(0);
      await expect.poll(() => page.locator('body').textContent()).toContain('Not a model');
      expect(troubles).toEqual([]);
      await page.close();
    });
  }

  it('says of a flawed drawing what is wrong with it', async () => {
    const sample = encodeURIComponent('otters/otter-on-a-plane|bundled/flawed|blind|1');
    const { page, troubles } = await browser.open(join(folder, 'demo', 'index.html'), {
      hash: `#/sample/${sample}`,
    });
    await page.locator('.verdicts li').first().waitFor();
    await expect.poll(() => page.locator('dialog').textContent()).toContain('the otter and the plane are');
    expect(troubles).toEqual([]);
    await page.close();
  });
});
