import { basename, extname, join, resolve } from 'node:path';
import { isTrouble } from '../../domain/outcome.ts';
import { type Rendered, renderReply } from '../../sweep/render-drawing.ts';
import { printableLine } from '../../util/printable.ts';
import { writeAtomic } from '../../util/write-atomic.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { inOrder } from '../in-order.ts';
import { jsonLine } from '../json-line.ts';
import { explainWriting, makeOutputFolder } from '../output-folder.ts';
import { readDrawingFile, requireFiles } from '../read-drawing-file.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';

interface RenderOptions extends JsonOption, WorkshopFlags {
  readonly files: readonly string[];
  readonly out: string;
}

/** One line of `render --json`. Paths are null where there is no such file. */
interface RenderLine {
  readonly file: string;
  readonly outcome: Rendered['outcome'];
  readonly clean: boolean | null;
  readonly stage: Rendered['stage'];
  readonly reason: string;
  readonly pdf: string | null;
  readonly png: string | null;
  readonly scene: string | null;
  readonly ms: number;
}

export const renderCommand: Command<RenderOptions> = {
  usage: 'render <files..>',
  summary: 'Compile drawings and read their pictures and geometry',
  examples: [['$0 render otter.tex reply.md --out out', 'PDF, PNG and scene of each file into out/']],
  options: (yargs) =>
    withJson(withWorkshop(yargs), 'One JSON line a file on standard output')
      .positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'TikZ (.tex) or raw replies of a model (.md, .txt)',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        demandOption: true,
        describe: 'Folder for PDF, PNG and scene',
      }),
  async run(options, environment) {
    const paths = options.files.map((file) => resolve(environment.workingDirectory, file));
    await requireFiles(paths);
    const workers = workersOf(options, environment);
    await using workshop = await openWorkshop(environment, {
      unsafeNoSandbox: options.unsafeNoSandbox,
      workers,
    });
    const directory = await makeOutputFolder(resolve(environment.workingDirectory, options.out));
    const stems = distinctStems(paths);
    const jobs = paths.map((path, index) => ({
      path,
      name: options.files[index] ?? path,
      target: join(directory, stems[index] ?? String(index)),
    }));
    const lines = await inOrder(jobs, {
      concurrency: workers,
      signal: environment.signal,
      work: (job) => renderFile(job, workshop, environment),
      tell: (line) => environment.out(options.json ? jsonLine(line) : describe(line)),
    });
    return lines.some((line) => isTrouble(line.outcome)) ? EXIT.trouble : EXIT.done;
  },
};

interface RenderJob {
  readonly path: string;
  /** As it was given. */
  readonly name: string;
  /** Path of what is written, without an ending. */
  readonly target: string;
}

async function renderFile(job: RenderJob, workshop: Workshop, environment: Environment): Promise<RenderLine> {
  const text = await readDrawingFile(job.path);
  const rendered = await renderReply(text, { ...workshop, subjects: {}, signal: environment.signal });
  const { pdf, png, scene } = rendered;
  const write = async (ending: string, content: string | Uint8Array | null): Promise<string | null> => {
    if (content === null) return null;
    const path = job.target + ending;
    await writeAtomic(path, content).catch((error) => {
      throw explainWriting(error, path);
    });
    return path;
  };
  return {
    file: job.name,
    outcome: rendered.outcome,
    clean: rendered.clean,
    stage: rendered.stage,
    reason: rendered.reason,
    pdf: await write('.pdf', pdf),
    png: await write('.png', png),
    scene: await write('.scene.json', scene && `${JSON.stringify(scene, null, 1)}\n`),
    ms: Math.round(rendered.durationMs),
  };
}

/** File names without their ending; where two are alike a number tells them apart. */
function distinctStems(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const stem = basename(path, extname(path));
    let name = stem;
    for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
    taken.add(name);
    return name;
  });
}

function describe({ file, outcome, clean, png, reason }: RenderLine): string {
  const detail = outcome === 'drawn' ? `${png}${clean ? '' : ' (TeX reported errors)'}` : reason;
  return `${printableLine(file)}: ${outcome} · ${printableLine(detail, 500)}`;
}
