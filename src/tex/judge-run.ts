import type { Compilation } from '../domain/ports.ts';
import { forbiddenInLog } from './forbidden.ts';
import type { TexRun } from './job.ts';
import { MAX_PAGES, MAX_PICTURES, TEX_LIMITS, TEX_WALL_MS } from './sandbox/limits.ts';
import { readTexLog, type TexLog } from './tex-log.ts';

export interface RunContext {
  readonly path: 'fast' | 'cold';
  readonly passes: number;
  readonly notes: readonly string[];
  readonly asFrames?: boolean;
  readonly readyMadeArt: readonly string[];
}

type Failure = Exclude<Compilation, { outcome: 'compiled' }>;

// What bubblewrap and env report when a signal ended the program: 128 + number.
const CPU_LIMIT_EXIT = 152;
const FILE_LIMIT_EXIT = 153;

/** Positions on the page (`remember picture`) are known only in the second pass; PGF asks for it by its marks alone. */
export function needsSecondPass(run: TexRun): boolean {
  if (run.pdf === null || run.process.timedOut) return false;
  return /Rerun to get|Label\(s\) may have changed/.test(run.log) || run.aux.includes('\\pgfsyspdfmark');
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Limits first: a process that a limit ended may have printed nothing. After that, no banner means that TeX never ran. */
function stopped({ process, log }: TexRun): Failure | null {
  if (process.exitCode === CPU_LIMIT_EXIT || process.signal === 'SIGXCPU')
    return {
      outcome: 'timeout',
      reason: `TeX used more than ${TEX_LIMITS.cpuSeconds} s of processor time`,
      log,
    };
  if (process.exitCode === FILE_LIMIT_EXIT || process.signal === 'SIGXFSZ') {
    const mebibytes = TEX_LIMITS.fileSizeBytes / 1024 / 1024;
    return { outcome: 'too-large', reason: `TeX wrote more than ${mebibytes} MiB into one file`, log };
  }
  if (process.timedOut) return outOfTime(process.cpuMsAtTimeout, log);
  if (!text(process.stdout).startsWith('This is pdfTeX')) {
    const said = text(process.stderr).trim().slice(0, 500);
    return {
      outcome: 'sandbox-trouble',
      reason: `TeX did not start: ${said || `exit ${process.exitCode}`}`,
      log,
    };
  }
  return null;
}

/**
 * TeX has nobody to wait for in the sandbox, so a drawing can use up time only by using the processor. One that had
 * half of its processor time, a hundred times what a drawing needs, is to blame itself; else the machine was busy.
 */
function outOfTime(cpuMs: number | null, log: string): Failure {
  const seconds = TEX_WALL_MS / 1000;
  if (cpuMs === null || cpuMs >= (TEX_LIMITS.cpuSeconds * 1000) / 2)
    return { outcome: 'timeout', reason: `TeX ran for more than ${seconds} s`, log };
  const used = `${(cpuMs / 1000).toFixed(1)} s`;
  return {
    outcome: 'sandbox-trouble',
    reason: `the machine is busy: TeX was stopped after ${seconds} s, in which it had only ${used} of processor time`,
    log,
  };
}

function missingReason(file: string): string {
  const name = file.replace(/\.(?:sty|cls)$/, '');
  if (/^(?:fontspec|unicode-math|luacode|polyglossia|xeCJK|luatextra)$/.test(name))
    return `the package ${name} needs LuaTeX or XeTeX; drawings are compiled by pdfTeX`;
  if (file.endsWith('.cls')) return `the class ${name} is not available here`;
  return file.endsWith('.sty')
    ? `the package ${name} is not available here`
    : `the file ${file} is not available here`;
}

function noPicture(run: TexRun, log: TexLog): Failure {
  const failed = log.errors.length > 0 || log.isFatal || run.process.exitCode !== 0;
  if (!failed) return { outcome: 'blank', reason: 'the document holds no TikZ picture', log: run.log };
  const first = log.errors[0] ?? `TeX stopped with exit code ${run.process.exitCode}`;
  const reason = log.missingFile === null ? first : missingReason(log.missingFile);
  return { outcome: 'tex-error', reason, log: run.log };
}

function tooMany(run: TexRun, log: TexLog): Failure | null {
  if ((log.pages ?? 0) > MAX_PAGES)
    return {
      outcome: 'too-large',
      reason: `the document has ${log.pages} pages, more than ${MAX_PAGES}`,
      log: run.log,
    };
  if ((log.pictures ?? 0) > MAX_PICTURES)
    return {
      outcome: 'too-large',
      reason: `there are ${log.pictures} pictures, more than ${MAX_PICTURES}`,
      log: run.log,
    };
  return null;
}

function notesOf({ pictures }: TexLog, asFrames: boolean): readonly string[] {
  return !asFrames && (pictures ?? 0) > 1 ? [`${pictures} pictures, side by side`] : [];
}

/** Says what came of a run: a whole PDF with the pictures, or whose fault it is that there is none. */
export function judgeRun(run: TexRun, context: RunContext): Compilation {
  const end = stopped(run);
  if (end !== null) return end;
  const forbidden = forbiddenInLog(run.log, context.readyMadeArt);
  if (forbidden !== null) return { outcome: 'forbidden', reason: forbidden, log: run.log };
  const log = readTexLog(run.log);
  const excess = tooMany(run, log);
  if (excess !== null) return excess;
  if (run.pdf === null) return noPicture(run, log);
  return {
    outcome: 'compiled',
    clean: log.errors.length === 0 && run.process.exitCode === 0,
    pdf: run.pdf,
    log: run.log,
    path: context.path,
    passes: context.passes,
    errors: log.errors,
    notes: [...context.notes, ...notesOf(log, context.asFrames ?? false)],
  };
}
