interface Entry<Item> {
  readonly item: Item;
}

/** A queue in which groups take turns; within a group, first come first served. */
export class FairQueue<Item> {
  readonly #groups = new Map<string, Set<Entry<Item>>>();

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** Returns how to take it back. */
  add(group: string, item: Item): () => void {
    const entries = this.#groups.get(group) ?? new Set();
    this.#groups.set(group, entries);
    const entry = { item };
    entries.add(entry);
    return () => {
      if (entries.delete(entry) && entries.size === 0) this.#groups.delete(group);
    };
  }

  /** The next item of the first group that may have a turn; that group is last afterwards. */
  take(mayHaveTurn: (group: string) => boolean = () => true): Item | undefined {
    for (const [group, entries] of this.#groups) {
      if (!mayHaveTurn(group)) continue;
      const [entry] = entries;
      this.#groups.delete(group);
      if (!entry) continue;
      entries.delete(entry);
      if (entries.size > 0) this.#groups.set(group, entries);
      return entry.item;
    }
    return undefined;
  }

  /** All items, group by group; none is left. */
  takeAll(): Item[] {
    const items = [...this.#groups.values()].flatMap((entries) => [...entries].map(({ item }) => item));
    this.#groups.clear();
    return items;
  }
}
