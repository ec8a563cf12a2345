import type { Sandbox } from '../../src/domain/ports.ts';

/**
 * The same sandbox with less processor time for each process, so that an endless drawing reaches it long before the
 * wall limit, however busy the machine is: then it is `timeout`, else it would be our trouble.
 */
export function hurriedSandbox(sandbox: Sandbox, cpuSeconds = 3): Sandbox {
  return {
    ...sandbox,
    wrap: (command) => sandbox.wrap({ ...command, limits: { ...command.limits, cpuSeconds } }),
  };
}
