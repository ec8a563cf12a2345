/** A queue in which groups take turns; within a group, first come first served. */
export class FairQueue<Item> {
  readonly #groups = new Map<string, Set<{ readonly item: Item }>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Returns how to take it back. */
  add(group: string, item: Item): () => void {
    const entries = this.#groups.get(group) ?? new Set();
    this.#groups.set(group, entries);
    const entry = { item };
    entries.add(entry);
    this.#size += 1;
    return () => {
      if (entries.delete(entry)) this.#size -= 1;
      if (entries.size === 0 && this.#groups.get(group) === entries) this.#groups.delete(group);
    };
  }

  /** The next item of the group whose turn it is; that group is last afterwards. */
  take(): Item | undefined {
    const [first] = this.#groups;
    if (!first) return undefined;
    const [group, entries] = first;
    this.#groups.delete(group);
    const [entry] = entries;
    if (!entry) return this.take();
    entries.delete(entry);
    this.#size -= 1;
    if (entries.size > 0) this.#groups.set(group, entries);
    return entry.item;
  }

  takeAll(): Item[] {
    const items: Item[] = [];
    while (this.#size > 0) {
      const item = this.take();
      if (item !== undefined) items.push(item);
    }
    return items;
  }
}
