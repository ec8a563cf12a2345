/** A request under way, with what it was expected to cost when it was sent. */
export interface Ticket {
  readonly usd: number;
}

export interface Opening {
  /** Requests of earlier attempts of the sweep, and what they cost. */
  readonly requests: number;
  readonly costUsd: number;
  /** Requests that are still expected. */
  readonly expectedLeft: number;
  /** What a request is guessed to cost. */
  readonly guessedUsd: number;
}

// From here on the mean of what was paid says more than a guess.
const ENOUGH_PAID = 3;

/** What one model has taken of the limits, what is under way, and who waits for room. */
export class Account<Waiter> {
  /** In the order in which they came. */
  readonly waiting = new Set<Waiter>();
  requests: number;
  costUsd: number;
  expectedLeft: number;
  underWay = 0;
  hasBegun = false;
  /** No answer of this attempt has shown yet what one costs. */
  isUnproven = true;
  readonly #guessedUsd: number;
  #underWayUsd = 0;
  #paid = 0;
  #paidUsd = 0;

  constructor({ requests, costUsd, expectedLeft, guessedUsd }: Opening) {
    this.requests = requests;
    this.costUsd = costUsd;
    this.expectedLeft = expectedLeft;
    this.#guessedUsd = guessedUsd;
  }

  /** What one more request is expected to cost: the mean of what was paid; a dearer guess holds until there are three. */
  get unitUsd(): number {
    const mean = this.#paid === 0 ? 0 : this.#paidUsd / this.#paid;
    return this.#paid >= ENOUGH_PAID ? mean : Math.max(mean, this.#guessedUsd);
  }

  get usedRequests(): number {
    return this.requests + this.underWay;
  }

  get usedUsd(): number {
    return this.costUsd + this.#underWayUsd;
  }

  /** Requests that it still wants, as far as is known. */
  get wanted(): number {
    return Math.max(this.expectedLeft, this.waiting.size);
  }

  begin(): Ticket {
    const ticket = { usd: this.unitUsd };
    this.hasBegun = true;
    this.underWay += 1;
    this.#underWayUsd += ticket.usd;
    this.expectedLeft = Math.max(0, this.expectedLeft - 1);
    return ticket;
  }

  /** It was sent. Null: it is not known what it cost, and its expectation is counted. */
  end(ticket: Ticket, { costUsd, isAnswered }: { costUsd: number | null; isAnswered: boolean }): void {
    this.drop(ticket);
    this.requests += 1;
    this.costUsd += costUsd ?? ticket.usd;
    if (isAnswered) this.isUnproven = false;
    // A request that failed for nothing does not show what an answer costs.
    if (costUsd === null || (costUsd === 0 && !isAnswered)) return;
    this.#paid += 1;
    this.#paidUsd += costUsd;
  }

  /** It was not sent after all. */
  drop({ usd }: Ticket): void {
    this.underWay -= 1;
    // Sums of dollars are not exact to the last bit.
    this.#underWayUsd = this.underWay === 0 ? 0 : this.#underWayUsd - usd;
  }
}
