// As few as can show that more than one is borne.
const FIRST_SIZE = 2;

/**
 * How many requests at a time a provider bears, found out as TCP does (slow start and AIMD, RFC 5681): from 2, one more with
 * each answer until the first rate limit, and then one more each time that a windowful was answered; a rate limit halves it.
 */
export class Window {
  readonly #most: number;
  #size: number;
  #isSlowStart = true;
  #epoch = 0;

  constructor(most: number) {
    this.#most = most;
    this.#size = Math.min(FIRST_SIZE, most);
  }

  get size(): number {
    return Math.floor(this.#size);
  }

  /** Counts the rate limits that were heeded. To be noted when a request is sent. */
  get epoch(): number {
    return this.#epoch;
  }

  grow(): void {
    const step = this.#isSlowStart ? 1 : 1 / this.#size;
    this.#size = Math.min(this.#most, this.#size + step);
  }

  /** A request of that epoch met a rate limit. Requests that were under way together count once; false: it did not count. */
  shrink(epoch: number): boolean {
    if (epoch !== this.#epoch) return false;
    this.#epoch += 1;
    this.#isSlowStart = false;
    this.#size = Math.max(1, this.#size / 2);
    return true;
  }
}
