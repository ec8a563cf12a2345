/**
 * A mistake of the user, found before anything is spent. The message says what, where, expected and got;
 * `remedy` says what to do. The command line prints both and exits with 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
  readonly remedy: string | null;

  constructor(message: string, options: { readonly remedy?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.remedy = options.remedy ?? null;
  }
}
