import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAddress } from '../../src/report/page/route.ts';
import {
  BROKEN,
  DISPUTED,
  FIRST_JUDGE,
  HOSTILE_SENTENCE,
  judgedRun,
  SECOND_JUDGE,
  UNJUDGED,
  unjudgedRun,
} from '../report/judged-fixture.ts';
import { HOSTILE, type RunFixture } from '../report/run-fixture.ts';
import { hasBrowser, type ReportBrowser, startReportBrowser } from './report-browser.ts';

const shown = (text: string): string =>
  text.replace('\u202e', '\\u{202e}').replace('\u0007', '\\u{7}').replace('\u0000', '\\u{0}');
const itemsOf = (page: Page, judgeId: string): Promise<string[]> =>
  page.locator('.judge').filter({ hasText: judgeId }).locator('.judged-items > li').allInnerTexts();
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth');

/** The judged run with a second round in its first sample. */
function twoRounds(): RunFixture {
  const fixture = judgedRun();
  const [first, ...others] = fixture.samples;
  const rounds = [1, 2].map((round) => ({ ...first!, round }));
  return { ...fixture, samples: [{ ...first!, rounds }, ...others] };
}

describe.skipIf(!hasBrowser)('likeness in a browser (skipped where /usr/bin/chromium is missing)', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await startReportBrowser();
  });
  afterAll(async () => browser?.[Symbol.asyncDispose]());

  it('stands beside the spatial score, a column a judge, with what is open and whose maker it is', async () => {
    const { page, troubles } = await browser.open(judgedRun());
    await expect
      .poll(() => page.locator('.scores thead th').allTextContents())
      .toEqual([
        'Drawn by',
        'Spatial',
        '95 % interval',
        `Likeness by ${FIRST_JUDGE}`,
        `Likeness by ${SECOND_JUDGE}`,
        'Full marks',
        'Drawn',
        'Clean TeX',
      ]);
    const cells = page.locator('.scores tbody tr').filter({ hasText: 'openai/drawer' });
    await expect
      .poll(() => cells.locator('.likeness-cell').allInnerTexts())
      .toEqual([
        '1.00\nown maker\nno interval',
        '–\nno score yet\n1 verdict open, complete for 0 of 1 drawing: 0.50 to 0.75',
      ]);
    await expect.poll(() => page.locator('.not-judged').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('shows each judge’s verdict on each item, in its own words and under its name', async () => {
    const { page, troubles } = await browser.open(judgedRun(), { hash: sampleAddress(DISPUTED) });
    await page.locator('.judge').first().waitFor();
    await expect
      .poll(() => page.locator('.judge summary').allInnerTexts())
      .toEqual([`${FIRST_JUDGE} 1.00own maker`, `${SECOND_JUDGE} open: between 0.50 and 0.75`]);
    await expect
      .poll(() => page.locator('.blind').first().textContent())
      .toBe('Asked what it is, it said: otter, laptop.An otter sits at a laptop.');
    const [named, furry] = await itemsOf(page, FIRST_JUDGE);
    expect(named).toContain('Did it name one of these unasked: otter, sea otter?');
    expect(furry).toContain('Does it look furry?');
    expect(furry).toContain(`It has short strokes all over. — ${FIRST_JUDGE}`);
    const [, , tidy] = await itemsOf(page, SECOND_JUDGE);
    expect(tidy).toContain(
      'open: the judge’s answer was not of the form that was asked for: no JSON object: "Nice!"',
    );
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('marks where judges disagree: on the item, and on the card of the wall', async () => {
    const { page } = await browser.open(judgedRun());
    const card = page.locator(`.rows .tile[data-sample="${DISPUTED}"]`);
    await expect.poll(() => card.locator('.likeness-line').textContent()).toBe('likeness 1.00, 1 open ≠');
    await expect.poll(() => page.locator('.rows .disputed').count()).toBe(1);
    await expect.poll(() => card.getAttribute('aria-label')).toContain('judges disagree on 1 item');
    await card.click();
    await expect
      .poll(() => page.locator('.judged-items li').filter({ hasText: 'judges disagree' }).count())
      .toBe(2);
    const marks = page.locator('.disagree');
    await expect.poll(() => marks.first().getAttribute('title')).toBe(`${SECOND_JUDGE}: unmet`);
    await page.close();
  });

  it('shows what a judge says as text, hidden characters visibly', async () => {
    const { page, troubles } = await browser.open(judgedRun(), { hash: sampleAddress(DISPUTED) });
    const sentence = page.locator('.judge q').filter({ hasText: 'It is bald' });
    await expect.poll(() => sentence.textContent()).toBe(shown(HOSTILE_SENTENCE));
    await expect.poll(() => page.locator('.blind').nth(2).textContent()).toContain(shown(HOSTILE));
    await expect.poll(() => page.evaluate('window.broken')).toBeUndefined();
    await expect.poll(() => page.locator('img[src="x"]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('says of whom nobody was asked, and why', async () => {
    const { page } = await browser.open(judgedRun(), { hash: sampleAddress(BROKEN) });
    await expect
      .poll(() => page.locator('.judge').first().textContent())
      .toBe(`${FIRST_JUDGE} 0.00Nobody was asked: nothing was drawn (does not compile). 3 items, all unmet.`);
    await page.close();
    const other = await browser.open(judgedRun(), { hash: sampleAddress(UNJUDGED) });
    await expect
      .poll(() => other.page.locator('.likeness').textContent())
      .toBe('LikenessNot judged: this task has no rubric.');
    await other.page.close();
  });

  it('describes the judges: how they were asked, what they took, how often they agree, what they were told', async () => {
    const { page, troubles } = await browser.open(judgedRun());
    await page.locator('.about-judges > summary').click();
    await expect
      .poll(() => page.locator('.about-judges tbody tr').nth(1).locator('th, td').allInnerTexts())
      .toEqual([
        SECOND_JUDGE,
        'temperature 0 · headers x-team',
        '3 an item',
        'asked first what is drawn',
        'judged, and flagged',
        '6 requests · tokens unknown · cost unknown',
      ]);
    await expect
      .poll(() => page.locator('.about-judges tbody tr').first().locator('td').last().textContent())
      .toBe('2 requests · 1,800 tokens in, 290 out · $0.004');
    await expect
      .poll(() => page.locator('.agreements').textContent())
      .toBe(`${FIRST_JUDGE} and ${SECOND_JUDGE} agree on 1 of 2 items (50 %).`);
    const prompts = page.locator('.judge-prompts details');
    await expect.poll(() => prompts.count()).toBe(2);
    await prompts.nth(1).locator('summary').click();
    await expect
      .poll(() => prompts.nth(1).textContent())
      .toBe(`Prompt “naming”, version 2What is drawn? ${shown(HOSTILE)}`);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('says once that nobody judged, and shows nothing else of it', async () => {
    const { page } = await browser.open(unjudgedRun(), { hash: sampleAddress(DISPUTED) });
    await page.locator('.verdicts').waitFor();
    await expect
      .poll(() => page.locator('.not-judged').textContent())
      .toBe(
        'Likeness was not judged in this run: only geometry was graded. otterbench rejudge RUN --judge provider/model adds it.',
      );
    await expect
      .poll(() => page.locator('.likeness, .likeness-line, .likeness-cell, .about-judges').count())
      .toBe(0);
    await page.close();
  });

  it('says nothing of it on the page of a task’s own drawings: that is no run', async () => {
    const { run, ...rest } = unjudgedRun();
    const { planned: _, ...bare } = run;
    const { page } = await browser.open({ ...rest, run: bare });
    await page.locator('.scores').waitFor();
    await expect.poll(() => page.locator('.not-judged').count()).toBe(0);
    await page.close();
  });

  it('judges the last drawing of a conversation alone, and says so on the others', async () => {
    const { page } = await browser.open(twoRounds(), { hash: sampleAddress(DISPUTED) });
    await expect.poll(() => page.locator('.judge').count()).toBe(2);
    await page.locator('.frame').first().click();
    await expect
      .poll(() => page.locator('.likeness').textContent())
      .toBe('LikenessOnly the last drawing of a conversation is judged.');
    await page.close();
  });

  it.each([420, 1300])('needs no sideways scrolling at %i px', async (widthPx) => {
    const { page } = await browser.open(judgedRun(), { widthPx, hash: sampleAddress(DISPUTED) });
    await page.locator('.judge').first().waitFor();
    await expect.poll(() => overflow(page)).toBe(0);
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
