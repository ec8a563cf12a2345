import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownCache } from '../cli/own-cache.ts';
import { ROOT } from '../helpers/workshop.ts';

interface Block {
  readonly language: string;
  /** `file=` or `shows=`, and the path behind it. */
  readonly marker: string;
  readonly path: string;
  readonly text: string;
}

const page = readFileSync(join(ROOT, 'docs/adding-a-task.md'), 'utf8');
const blocks: Block[] = [...page.matchAll(/^```(\w+)(?: (\w+)=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', marker = '', path = '', text = '']) => ({ language, marker, path, text }),
);

/**
 * Runs the lines of a block in a shell, as a person does who has otterbench on the PATH; gives all that was printed.
 * Its cache is of its own: it would be told of a proof that an earlier run has kept.
 */
async function inShell(script: string, cwd: string): Promise<string> {
  const env = { PATH: `${join(ROOT, 'bin')}:${process.env.PATH}`, HOME: cwd, OTTERBENCH_CACHE: ownCache() };
  const run = promisify(execFile);
  const { stdout } = await run('/bin/sh', ['-c', `exec 2>&1\n${script}`], { cwd, env }).catch(
    (error) => error,
  );
  return stdout;
}

/** What the page leaves out: where the folder lies, and space at the ends of lines. */
function plain(text: string, folder: string): string {
  return text.replaceAll(`${folder}/`, '').replace(/ +$/gm, '').trim();
}

describe('docs/adding-a-task.md, followed word for word in an empty folder', () => {
  let folder = '';
  let printed = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'otterbench-adding-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(blocks.map((block, place) => ({ ...block, what: `block ${place + 1} (${block.language})` })))(
    '$what $path is as it says',
    async ({ language, marker, path, text }) => {
      if (language === 'sh') {
        printed = await inShell(text, folder);
        return;
      }
      if (marker === 'file') {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
        return;
      }
      const got = marker === 'shows' ? readFileSync(join(folder, path), 'utf8') : printed;
      expect(plain(got, folder)).toBe(plain(text, folder));
    },
  );

  it('shows what each of its commands prints', () => {
    const kinds = blocks.map(({ language, marker }) => (marker === '' ? language : marker));
    expect(kinds).toEqual('sh text shows sh text file file file sh text'.split(' '));
  });
});
