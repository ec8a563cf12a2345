import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportData, SampleDetails } from '../../src/report/data.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { HOSTILE, hashOf, hostileRun, sampleOf } from './run-fixture.ts';
import { tinyPng } from './tiny-png.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otterbench-report-'));
  await writeFile(join(folder, 'page.js'), 'console.log("</script>")');
  await writeFile(join(folder, 'page.css'), 'body { margin: 0 }');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const requestFor = (directory: string) => ({ ...hostileRun(), directory, pageDirectory: folder });

function jsonIn(html: string, id: string): string {
  return new RegExp(`<script type="[^"]+" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';
}

describe('writeReport', () => {
  it('writes the page and each picture once, and leaves no partial file', async () => {
    const directory = join(folder, 'new', 'report');
    const path = await writeReport(requestFor(directory));
    expect(path).toBe(join(directory, 'index.html'));
    expect(await readdir(directory)).toEqual(['images', 'index.html']);
    const hashes = [hashOf(tinyPng(0)), hashOf(tinyPng(1))];
    expect(await readdir(join(directory, 'images'))).toEqual(hashes.map((hash) => `${hash}.png`).sort());
    expect(new Uint8Array(await readFile(join(directory, 'images', `${hashes[1]}.png`)))).toEqual(
      new Uint8Array(tinyPng(1)),
    );
  });

  it('puts the data into the page so that it comes out as it went in, whatever its texts hold', async () => {
    const html = await readFile(await writeReport(requestFor(folder)), 'utf8');
    const data = JSON.parse(jsonIn(html, 'report-data')) as ReportData;
    const details = JSON.parse(
      gunzipSync(Buffer.from(jsonIn(html, 'details-0'), 'base64')).toString(),
    ) as SampleDetails[];
    expect(data.run.title).toBe(`Otters ${HOSTILE}`);
    expect(data.samples).toHaveLength(4);
    expect(details[1]?.rounds).toMatchObject([
      { source: HOSTILE, reply: HOSTILE, notes: [HOSTILE, expect.any(String)] },
    ]);
  });

  it('lets no text of a stranger open an element of its own', async () => {
    const html = await readFile(await writeReport(requestFor(folder)), 'utf8');
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<!--');
  });

  it('lets the page load nothing but its own script, style and pictures', async () => {
    const html = await readFile(await writeReport(requestFor(folder)), 'utf8');
    expect(
      /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replace(/sha256-[^']+/g, 'hash'),
    ).toBe(
      "default-src 'none'; img-src 'self' data:; script-src 'hash'; style-src 'hash'; base-uri 'none'; form-action 'none'",
    );
  });

  it('mends a picture that was cut short and keeps one that is whole', async () => {
    await writeReport(requestFor(folder));
    const cut = join(folder, 'images', `${hashOf(tinyPng(0))}.png`);
    await writeFile(cut, 'cut');
    await writeReport(requestFor(folder));
    expect(new Uint8Array(await readFile(cut))).toEqual(new Uint8Array(tinyPng(0)));
  });

  it('says what to run when the page was never built', async () => {
    const pageDirectory = join(folder, 'nowhere');
    await expect(writeReport({ ...requestFor(folder), pageDirectory })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(pageDirectory),
      remedy: 'Run: npm run build:page',
    });
  });

  it('says in one sentence why a folder can not be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expect(writeReport(requestFor(file))).rejects.toMatchObject({
      code: 'usage',
      message: `The report can't be written to ${file}: a file stands where a folder should be.`,
    });
  });

  it('leaves the old page as it was when a picture is missing', async () => {
    await writeReport(requestFor(folder));
    const before = await readFile(join(folder, 'index.html'), 'utf8');
    const samples = [sampleOf({ pngHash: 'f'.repeat(64) })];
    await expect(writeReport({ ...requestFor(folder), samples })).rejects.toThrow('no blob');
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe(before);
  });

  it('never takes a path for a hash', async () => {
    const samples = [sampleOf({ pngHash: '../../evil' })];
    await expect(writeReport({ ...requestFor(folder), samples })).rejects.toThrow('for a hash');
  });
});
