import { join } from 'node:path';
import type { ModelFacts } from '../../src/domain/model.ts';
import type { SceneReader } from '../../src/domain/ports.ts';
import type { AskedItem, NamedItem, Rubric } from '../../src/domain/rubric.ts';
import { readJudgePrompts } from '../../src/grade/judge/judge-prompts.ts';
import { openModels } from '../../src/models/registry.ts';
import { encodePng } from '../../src/scene/png.ts';
import type { Judge } from '../../src/sweep/judging/judge.ts';
import { circleReader } from './sweep-world.ts';

export const JUDGE_PROMPTS = readJudgePrompts(join(import.meta.dirname, '../../rubrics/prompts'));

/** An item that is asked. */
export function askedItem(id: string, changes: Partial<AskedItem> = {}): AskedItem {
  const texts = { question: `Is it ${id}?`, yes: `It is ${id}.`, no: `It is not ${id}.` };
  return { kind: 'asked', id, skill: 'likeness', weight: 1, needs: [], ...texts, ...changes };
}

/** An item that blind naming answers. */
export function namedItem(id: string, names: readonly string[], changes: Partial<NamedItem> = {}): NamedItem {
  return { kind: 'named', id, skill: 'recognition', weight: 1, needs: [], names, ...changes };
}

export function rubricOf(...items: Rubric['items']): Rubric {
  return { items, hash: `hash of ${JSON.stringify(items)}` };
}

/** A reader like `circleReader` whose pictures are real: as many dark columns as there are circles. */
export function painting(reader: SceneReader = circleReader()): SceneReader {
  return {
    async read(request, options) {
      const reading = await reader.read(request, options);
      if (reading.outcome !== 'drawn') return reading;
      return { ...reading, png: columns(Number.parseInt(reading.scene.notes[0] ?? '0', 10)) };
    },
    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  };
}

/** A white picture with so many dark columns. */
function columns(dark: number): Uint8Array {
  const [widthPx, heightPx] = [96, 48];
  const rgba = new Uint8Array(widthPx * heightPx * 4).fill(255);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const x = pixel % widthPx;
    if (x % 3 === 0 && x / 3 < dark) rgba.fill(0, pixel * 4, pixel * 4 + 3);
  }
  return encodePng(rgba, widthPx, heightPx);
}

/** Judges behind their real adapters. */
export async function openTestJudges(
  ids: readonly string[],
  variables: Readonly<Record<string, string>>,
  how: Partial<Omit<Judge, 'model'>> & { readonly facts?: readonly ModelFacts[] } = {},
): Promise<Judge[]> {
  const specs = ids.map((id) => ({ id, settings: {} }));
  const { facts = [], ...asking } = how;
  const models = await openModels(specs, { recordedFiles: [], variables, facts, servers: [] });
  return models.map((model) => ({ model, votes: 1, blindNaming: true, skipsOwnFamily: false, ...asking }));
}
