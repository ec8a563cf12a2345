import { expectedOneOf, quote } from '../describe-issues.ts';
import type { DataMistake, DataPath } from '../mistakes.ts';
import type { FilledItem } from './fill-item.ts';
import { MAX_ITEMS } from './rubric-schema.ts';

/** What is wrong with the items of a rubric when all of it is put together; `whole` is where the rubric stands. */
export function itemMistakes(filled: readonly FilledItem[], whole: DataPath): DataMistake[] {
  if (filled.length > MAX_ITEMS) {
    const message = `the rubric has more than ${MAX_ITEMS} items when all is included; expected at most ${MAX_ITEMS}`;
    return [{ path: whole, at: 'value', message }];
  }
  return [...sharedIds(filled), ...unknownNeeds(filled), ...circles(filled)];
}

function sharedIds(filled: readonly FilledItem[]): DataMistake[] {
  const seen = new Set<string>();
  return filled.flatMap(({ item: { id }, at }): DataMistake[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `a second item is called ${quote(id)}; expected an id of its own (as: puts a word before the ids of an included rubric)`;
    return [{ path: at, at: 'value', message }];
  });
}

function unknownNeeds(filled: readonly FilledItem[]): DataMistake[] {
  const ids = filled.map(({ item }) => item.id);
  return filled.flatMap(({ item, at }) =>
    item.needs
      .filter((id) => !ids.includes(id))
      .map((id): DataMistake => {
        const message = `${quote(item.id)} needs ${quote(id)}, which is no item; ${expectedOneOf(id, ids)}`;
        return { path: at, at: 'value', message };
      }),
  );
}

function circles(filled: readonly FilledItem[]): DataMistake[] {
  const needs = new Map(filled.map(({ item }) => [item.id, item.needs]));
  return filled
    .filter(({ item }) => reach(item.id, needs).has(item.id))
    .map(({ item, at }): DataMistake => {
      const message = `${quote(item.id)} needs itself by way of its needs; expected no circle`;
      return { path: at, at: 'value', message };
    });
}

/** All ids that an item needs, and what these need. */
function reach(id: string, needs: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(needs.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(needs.get(next) ?? []));
  }
  return reached;
}
