/** Major and minor number of a Claude model. */
export type Version = readonly [major: number, minor: number];

/**
 * The version in a model's name, whether it comes after the family (`claude-opus-4-1-20250805`) or before it
 * (`claude-3-7-sonnet-latest`). Null: it says none (`claude-mythos-preview`, names of other makers).
 */
export function versionOf(name: string): Version | null {
  const words = name.slice(Math.max(name.indexOf('claude-'), 0)).split(/[-.@:]/);
  if (words[0] !== 'claude') return null;
  // Dates have eight digits.
  const first = words.findIndex((word) => /^\d{1,2}$/.test(word));
  if (first === -1) return null;
  const minor = words[first + 1] ?? '';
  return [Number(words[first]), /^\d{1,2}$/.test(minor) ? Number(minor) : 0];
}

/** False where the version is not known: newer models are served more often than older ones. */
export function isBefore(version: Version | null, major: number, minor: number): boolean {
  if (version === null) return false;
  return version[0] < major || (version[0] === major && version[1] < minor);
}
