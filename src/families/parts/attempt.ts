const MOST_ATTEMPTS = 200;

/** The first result of many tries by chance. @throws Error when none comes: the family asks for what can't be. */
export function untilFound<T>(attempt: () => T | null): T {
  for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
    const result = attempt();
    if (result !== null) return result;
  }
  throw new Error(`no layout was found in ${MOST_ATTEMPTS} tries`);
}
