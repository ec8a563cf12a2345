import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareTex } from '../../src/tex/prepare.ts';
import { trimFontMap } from '../../src/tex/texmf.ts';
import { ROOT, testCache } from '../helpers/workshop.ts';

const latexDirectory = join(ROOT, 'latex');

describe('prepareTex', () => {
  it('builds one tree where two begin at once, and leaves nothing beside it', async () => {
    const cacheDirectory = await mkdtemp(join(tmpdir(), 'otterbench-cache-'));
    const both = await Promise.all([1, 2].map(() => prepareTex({ cacheDirectory, latexDirectory })));
    const names = await readdir(cacheDirectory);
    await rm(cacheDirectory, { recursive: true });
    expect([both[0], names]).toEqual([both[1], [`tex-${both[0]?.hash}`]]);
  }, 120_000);

  it('names the versions that pictures depend on', async () => {
    const { versions } = await prepareTex({ cacheDirectory: testCache(), latexDirectory });
    expect(versions).toEqual({
      tex: expect.stringContaining('pdfTeX, Version'),
      latex: expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      pgf: expect.stringMatching(/^3\./),
    });
  }, 60_000);

  it('says how to install TeX where it is missing', async () => {
    const options = { cacheDirectory: testCache(), latexDirectory, searchPath: ['/nowhere'] };
    await expect(prepareTex(options)).rejects.toMatchObject({
      code: 'usage',
      message: 'TeX is not complete: expected the program `pdftex` in /nowhere, found none.',
      remedy: expect.stringContaining('apt-get install -y texlive-latex-base'),
    });
  });
});

describe('trimFontMap', () => {
  it('keeps the lines whose fonts are there', () => {
    const map = '% a comment\ncmr10 CMR10 <cmr10.pfb\nodd Odd <odd.pfb\nec Ec "x" <[ec.enc <cmr10.pfb\n';
    const there = new Set(['cmr10.pfb', 'ec.enc']);
    expect(trimFontMap(map, (name) => there.has(name))).toBe(
      'cmr10 CMR10 <cmr10.pfb\nec Ec "x" <[ec.enc <cmr10.pfb\n',
    );
  });
});
