import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Model } from '../domain/model.ts';
import type { ModelReply } from '../domain/reply.ts';
import { isGood, type KnownDrawing, pathsOf, type Task } from '../domain/task.ts';
import { sha256 } from '../util/sha256.ts';
import { fixedProvider } from './fixed-provider.ts';
import type { Provider } from './provider.ts';
import { unknownName } from './unknown-name.ts';

const BUNDLED_NAMES = ['good', 'flawed'] as const;
type BundledName = (typeof BUNDLED_NAMES)[number];

const DISCLOSURES: Readonly<Record<BundledName, string>> = {
  good: 'Not a model: the drawings that ship with the tasks and are known to be right.',
  flawed: 'Not a model: the drawings that ship with the tasks and are known to be wrong in one named way.',
};

const BUNDLED_IDS = BUNDLED_NAMES.map((name) => `bundled/${name}`);

/** The drawings that ship with the tasks, as if models had made them. */
export const bundledProvider: Provider = fixedProvider({
  id: 'bundled',
  models: BUNDLED_IDS,
  summary: 'the drawings that ship with the tasks; no model, no key, for demos and tests',
  async open({ id }) {
    const name = BUNDLED_NAMES.find((known) => `bundled/${known}` === id);
    if (name === undefined) throw unknownName('model', id, BUNDLED_IDS);
    return bundledModel(name);
  },
});

/** `bundled/good` or `bundled/flawed`. Sample n is the n-th drawing of that kind, in the order of the task file. */
function bundledModel(name: BundledName): Model {
  return {
    id: `bundled/${name}`,
    disclosure: DISCLOSURES[name],
    mostRounds: 1,
    samplesFor: (task) => drawingsOf(task, name).length,
    fingerprint: ({ task, sample }) => fingerprintOf(drawingsOf(task, name)[sample - 1]),
    reply: ({ task, sample, turn = 1 }, options) =>
      readReply({ drawing: drawingsOf(task, name)[sample - 1], turn }, options?.signal),
  };
}

function drawingsOf(task: Task, name: BundledName): readonly KnownDrawing[] {
  return task.drawings.filter((known) => isGood(known) === (name === 'good'));
}

/** A drawing that was edited is another reply. One that can't be read says so when it is asked for. */
function fingerprintOf(drawing: KnownDrawing | undefined): string {
  try {
    return drawing === undefined
      ? ''
      : sha256(
          pathsOf(drawing)
            .map((path) => readFileSync(path, 'utf8'))
            .join('\n'),
        );
  } catch {
    return 'unreadable';
  }
}

interface Wanted {
  readonly drawing: KnownDrawing | undefined;
  readonly turn: number;
}

async function readReply({ drawing, turn }: Wanted, signal?: AbortSignal): Promise<ModelReply> {
  const path = drawing && pathsOf(drawing)[turn - 1];
  if (path === undefined) return { outcome: 'provider-trouble', reason: 'the task has no such drawing' };
  try {
    const tex = await readFile(path, signal ? { encoding: 'utf8', signal } : 'utf8');
    return { outcome: 'replied', text: asReply(tex), note: `the file ${basename(path)}` };
  } catch (error) {
    return { outcome: 'provider-trouble', reason: `${path} can't be read (${codeOf(error)})` };
  }
}

/** As a model would answer, so that the way from reply to drawing is the same. */
function asReply(tex: string): string {
  return `Here is the drawing.\n\n\`\`\`latex\n${tex.trimEnd()}\n\`\`\`\n`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
