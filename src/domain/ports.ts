import type { Drawing } from './drawing.ts';
import type { LaterFrame } from './rendered.ts';
import type { Scene } from './scene.ts';
import type { Grounding, SubjectSpec } from './subject.ts';

/** A file or folder of the host made visible inside the sandbox. */
export interface SandboxBind {
  readonly source: string;
  readonly target: string;
}

/** Hard limits of one process. */
export interface ProcessLimits {
  readonly cpuSeconds: number;
  /** Null where an address-space limit can't be used (Node reserves far more than it uses). */
  readonly addressSpaceBytes: number | null;
  readonly fileSizeBytes: number;
  readonly openFiles: number;
}

/** A command as it is seen from inside the sandbox. Nothing of the host is visible but what is bound. */
export interface SandboxedCommand {
  /** Path inside. */
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly readOnly: readonly SandboxBind[];
  /** Files made beforehand that it may write; never folders. */
  readonly writable: readonly SandboxBind[];
  /** Working folder inside: a tmpfs of `scratchBytes`, the only place where files can be made. */
  readonly workingDirectory: string;
  readonly scratchBytes: number;
  readonly limits: ProcessLimits;
}

/** Turns a command into one that runs locked in. Adapters are held to the contract by test/contracts/sandbox.ts. */
export interface Sandbox {
  readonly name: string;
  /** False only for the adapter behind `--unsafe-no-sandbox`. */
  readonly isSafe: boolean;
  /** The host command that runs `command` inside; to be spawned with an empty environment and in its own process group. */
  wrap(command: SandboxedCommand): { readonly file: string; readonly args: readonly string[] };
}

/** What TeX made of a drawing. `clean`: TeX reported no error. */
export type Compilation =
  | {
      readonly outcome: 'compiled';
      readonly clean: boolean;
      readonly pdf: Uint8Array;
      readonly log: string;
      readonly path: 'fast' | 'cold';
      readonly passes: number;
      /** First errors in plain words, `l.12 Undefined control sequence \foo`. */
      readonly errors: readonly string[];
      /** What to tell a reader: why the cold path was taken, pictures side by side… */
      readonly notes: readonly string[];
    }
  | {
      readonly outcome: 'tex-error' | 'blank' | 'timeout' | 'too-large' | 'forbidden' | 'sandbox-trouble';
      readonly reason: string;
      readonly log: string;
    };

export interface CompileRequest {
  /** Each outermost picture on a page of its own, all in one system of coordinates; else all on one page, side by side. */
  readonly asFrames?: boolean;
  readonly signal?: AbortSignal;
}

export interface TexCompiler {
  compile(drawing: Drawing, options?: CompileRequest): Promise<Compilation>;
}

/** What is asked of a PDF: its picture, its scene and, when subjects are given, where they are. */
export interface SceneRequest {
  readonly pdf: Uint8Array;
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  /** False: nobody will look at it, and `png` is left empty. */
  readonly picture?: boolean;
  /** How many pages are frames of a moving scene and are read, as far as there are so many; only the first when left out. */
  readonly frames?: number;
}

export type SceneReading =
  | {
      readonly outcome: 'drawn';
      readonly png: Uint8Array;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly scene: Scene;
      readonly grounding: Grounding;
      /** When frames were asked for: those after the first. */
      readonly laterFrames?: readonly LaterFrame[];
    }
  | {
      readonly outcome: 'blank' | 'too-large' | 'timeout' | 'forbidden' | 'sandbox-trouble';
      readonly reason: string;
    };

/** A pool of sandboxed processes that read PDFs. */
export interface SceneReader extends AsyncDisposable {
  read(request: SceneRequest, options?: { readonly signal?: AbortSignal }): Promise<SceneReading>;
}

/** Time as the sweep sees it; tests bring a clock that they turn themselves. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Throws the signal's reason when it is aborted before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
