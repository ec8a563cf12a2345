/** What the process ends with. 0 done, 1 done but samples in trouble or a `--min-score` missed, 2 wrong use, 3 stopped by a limit, 70 bug, 130 interrupted. */
export const EXIT = { done: 0, trouble: 1, usage: 2, budget: 3, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
