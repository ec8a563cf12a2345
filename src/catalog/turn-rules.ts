import type { CheckDefinition } from '../domain/check.ts';
import { quote } from './describe-issues.ts';
import type { DataMistake } from './mistakes.ts';
import { asRecord, type CheckOutline, type TaskOutline } from './task-outline.ts';

/** What a schema can't say of turns and frames: what goes together, and what there is to compare with. */
export function turnMistakes(
  data: unknown,
  outline: TaskOutline,
  definitions: ReadonlyMap<string, CheckDefinition>,
): DataMistake[] {
  return [
    ...keyMistakes(asRecord(data)),
    ...outline.checks.flatMap((check) => [
      ...frameMistakes(check, outline),
      ...comparisonMistakes(check, { outline, definition: definitions.get(check.check ?? '') }),
      ...laterNeeds(check, outline),
    ]),
  ];
}

function keyMistakes(top: Readonly<Record<string, unknown>>): DataMistake[] {
  const mistakes: DataMistake[] = [];
  const add = (key: string, message: string) =>
    mistakes.push({ path: [key], at: 'key', message: `${key} ${message}` });
  if ('turns' in top) {
    if ('prompt' in top) add('prompt', 'stands beside turns; expected one of both');
    if ('checks' in top) add('checks', 'stand beside turns; expected the checks in their turns');
    if ('frames' in top) add('frames', 'stand beside turns; a moving task has one turn');
  } else if (!('prompt' in top)) {
    mistakes.push({
      path: [],
      at: 'key',
      message: 'prompt is missing; expected a prompt, or turns with theirs',
    });
  }
  if ('given' in top && 'frames' in top)
    add('given', 'stands beside frames; a moving task begins with nothing');
  return mistakes;
}

function frameMistakes({ entry, path }: CheckOutline, { frames }: TaskOutline): DataMistake[] {
  if (!('frame' in entry)) return [];
  const at = [...path, 'frame'];
  if (frames === null)
    return [
      { path: at, at: 'key', message: 'names a frame; expected frames: with their number in the task' },
    ];
  return framesOf(entry)
    .filter((frame) => frame > frames)
    .map((frame) => ({
      path: at,
      at: 'value' as const,
      message: `there is no frame ${frame}; expected 1 to ${frames}`,
    }));
}

interface Comparison {
  readonly outline: TaskOutline;
  readonly definition: CheckDefinition | undefined;
}

function comparisonMistakes(
  { check, entry, path, turn }: CheckOutline,
  { outline, definition }: Comparison,
): DataMistake[] {
  if (definition?.compares !== 'before') return [];
  const { frames, hasGiven } = outline;
  if (frames === null && (turn > 1 || hasGiven)) return [];
  if (frames !== null && !framesOf(entry).includes(1)) return [];
  const before = frames === null ? 'turn' : 'frame';
  const message = `${quote(check)} compares with the ${before} before, and there is none; expected a later ${before}${
    frames === null ? ', or given: with a drawing to begin with' : ''
  }`;
  return [{ path: [...path, frames === null ? 'check' : 'frame'], at: 'value', message }];
}

function laterNeeds({ id, needs, turn }: CheckOutline, { checks }: TaskOutline): DataMistake[] {
  const turns = new Map(checks.map((check) => [check.id, check.turn]));
  return needs
    .filter(({ word }) => (turns.get(word) ?? 0) > turn)
    .map(({ word, path }) => ({
      path,
      at: 'value' as const,
      message: `${quote(id)} needs ${quote(word)} of a later turn; expected one of its own or an earlier turn`,
    }));
}

/** The frames that an entry of `checks` names; none: all. */
export function framesOf({ frame }: Readonly<Record<string, unknown>>): readonly number[] {
  return [frame].flat().filter((one): one is number => typeof one === 'number');
}
