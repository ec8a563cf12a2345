import type { SceneReading, SceneRequest } from '../../domain/ports.ts';

/** What the pool asks of a worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: SceneRequest;
}

/** What a worker says. `bug`: the reader itself failed. `peakBytes`: the most memory that its process ever held. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'reading';
      readonly id: number;
      readonly reading: SceneReading;
      readonly peakBytes: number;
    }
  | { readonly kind: 'bug'; readonly id: number; readonly reason: string };

/** The same on its way: masks are packed. */
export type PackedMessage =
  | Exclude<WorkerMessage, { readonly kind: 'reading' }>
  | (Omit<Extract<WorkerMessage, { readonly kind: 'reading' }>, 'reading'> & { readonly reading: unknown });
