import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { writeReport } from '../../src/report/write-report.ts';
import type { RunFixture } from '../report/run-fixture.ts';

const CHROMIUM = '/usr/bin/chromium';
const ROOT = join(import.meta.dirname, '../..');

/** Whether the browser tests can run. On CI they must: there a missing browser fails instead of being skipped. */
export const hasBrowser = existsSync(CHROMIUM) || process.env.CI !== undefined;

/** A browser, a freshly built page and a folder for reports. */
export interface ReportBrowser extends AsyncDisposable {
  /** Writes the report and opens it from disk. What went wrong in the page is collected in `troubles`. */
  open(fixture: RunFixture, options?: OpenOptions): Promise<{ page: Page; troubles: string[]; url: string }>;
}

/** A browser alone, for pages that are there already; `open` as in ReportBrowser, with the path of a page. */
export interface PlainBrowser extends AsyncDisposable {
  open(path: string, options?: OpenOptions): Promise<{ page: Page; troubles: string[]; url: string }>;
}

interface OpenOptions {
  readonly widthPx?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly hash?: string;
}

export async function startBrowser(): Promise<PlainBrowser> {
  const browser = await launch();
  return {
    open: (path, options = {}) => openPage(browser, pathToFileURL(path).href, options),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

export async function startReportBrowser(): Promise<ReportBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'otterbench-browser-'));
  const pageDirectory = join(folder, 'page');
  await build({
    configFile: join(ROOT, 'src/report/page/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: pageDirectory },
  });
  const browser = await startBrowser();
  let count = 0;
  return {
    open: async (fixture, options = {}) => {
      const directory = join(folder, `report-${count++}`);
      const path = await writeReport({ ...fixture, directory, pageDirectory });
      return browser.open(path, options);
    },
    [Symbol.asyncDispose]: async () => {
      await browser[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
}

async function openPage(browser: Browser, url: string, options: OpenOptions) {
  const { widthPx = 1400, colorScheme = 'light', hash = '' } = options;
  const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, colorScheme });
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) troubles.push(`network: ${request.url()}`);
  });
  await page.goto(url + hash);
  return { page, troubles, url };
}
