import type { ModelSettings } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import type { OpenRequest } from './provider.ts';

/** Settings that a protocol has no word for are a mistake: left out in silence, the run would not be what its file says. */
export function refuseSettings(
  { id, settings }: OpenRequest,
  protocol: string,
  unknown: readonly (keyof ModelSettings)[],
): void {
  const refused = unknown.filter((name) => settings[name] !== undefined);
  if (refused.length > 0)
    throw new UsageError(`${id}: ${protocol} has no word for ${refused.join(', ')}`, {
      remedy: 'Leave it out of the settings of this model.',
    });
}
