import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import { type Rendered, renderReply } from '../../src/sweep/render-drawing.ts';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';
import { hurriedSandbox } from './hurried-sandbox.ts';
import { openTestWorkshop, type TestWorkshop } from './workshop.ts';

/** What is planted in a file and in the environment of the harness. No output may hold it. */
const SECRET = 'otter-secret-5f1c9a77';
// Wall limit of TeX and of a reader, both of which may be reached by one drawing, and the 2 s of grace.
const MOST_MS = 20_000 + 20_000 + 2_000;
const HONEST = '\\begin{tikzpicture}\\fill[orange] (0,0) circle (1);\\end{tikzpicture}';

export interface HostileCase {
  readonly name: string;
  /** The reply; `@SECRET@` is replaced by the path of the planted file, `@HOME@` by its folder. */
  readonly reply: string;
  /** Outcomes that are right. */
  readonly outcomes: readonly Outcome[];
}

/** A picture with `code` before its only circle. */
export const picture = (code: string): string =>
  `\\begin{tikzpicture}\n${code}\n\\fill[orange] (0,0) circle (1);\n\\end{tikzpicture}\n`;

/** A whole document with `code` in front of a picture. */
export const document = (code: string, preamble = ''): string =>
  `\\documentclass{article}\n\\usepackage{tikz}\n${preamble}\n\\begin{document}\n${code}\n${HONEST}\n\\end{document}\n`;

/** Registers a test for each case: right outcome, no secret anywhere, nothing left behind, and the next drawing works. */
export function testHostileCases(cases: readonly HostileCase[]): void {
  let workshop: TestWorkshop;
  let home: string;

  beforeAll(async () => {
    process.env.OTTER_PLANTED_KEY = SECRET;
    home = mkdtempSync(join(tmpdir(), 'otterbench-hostile-'));
    writeFileSync(join(home, 'secret.txt'), `${SECRET}\n`);
    writeFileSync(join(home, 'secret.tex'), `${SECRET}\n`);
    writeFileSync(join(home, 'secret.pdf'), `%PDF-1.4\n${SECRET}\n`);
    workshop = await openTestWorkshop(1, hurriedSandbox(bubblewrapSandbox()));
  });
  afterAll(async () => {
    await workshop[Symbol.asyncDispose]();
    rmSync(home, { recursive: true });
    delete process.env.OTTER_PLANTED_KEY;
  });

  for (const { name, reply, outcomes } of cases) {
    it(name, async () => {
      const before = listed(home);
      const text = reply.replaceAll('@SECRET@', join(home, 'secret')).replaceAll('@HOME@', home);
      const startedAt = performance.now();
      const rendered = await renderReply(text, { ...workshop, subjects: {} });
      const tookMs = performance.now() - startedAt;
      expect(outcomes, `${rendered.outcome}: ${rendered.reason}`).toContain(rendered.outcome);
      expect(leaks(rendered)).toEqual([]);
      expect({ files: listed(home), processes: texProcesses(), isInTime: tookMs <= MOST_MS }).toEqual({
        files: before,
        processes: [],
        isInTime: true,
      });
      const next = await renderReply(HONEST, { ...workshop, subjects: {} });
      expect({ outcome: next.outcome, clean: next.outcome === 'drawn' && next.clean }).toEqual({
        outcome: 'drawn',
        clean: true,
      });
    });
  }
}

function listed(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
}

/** Where the secret stands in what came out. The PDF is searched raw and inflated. */
function leaks(rendered: Rendered): string[] {
  const { pdf, png, ...rest } = rendered as Rendered & { pdf?: Uint8Array; png?: Uint8Array };
  const places: Record<string, Buffer> = {
    rest: Buffer.from(JSON.stringify(rest, (_, value) => (value instanceof Uint8Array ? null : value))),
    pdf: Buffer.from(pdf ?? []),
    png: Buffer.from(png ?? []),
    streams: inflatedStreams(Buffer.from(pdf ?? [])),
  };
  // The source of a drawing is its own text; the path of the secret may stand there, the secret itself may not.
  return Object.keys(places).filter((place) => places[place]?.includes(SECRET));
}

function inflatedStreams(pdf: Buffer): Buffer {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at);
    try {
      streams.push(inflateSync(pdf.subarray(at + 7, end), { finishFlush: 2 }));
    } catch {
      // Not a Flate stream; its raw bytes have been searched already.
    }
  }
  return Buffer.concat(streams);
}

/** TeX processes that descend from this one, or that lost their parent. Other tests run beside this one. */
function texProcesses(): string[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, command]) => ({ pid: Number(pid), parent: Number(parent), command }));
  const parents = new Map(rows.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return rows
    .filter(({ command, pid, parent }) => command === 'pdftex' && (parent <= 1 || isOurs(pid)))
    .map(({ pid }) => `pdftex ${pid}`);
}
