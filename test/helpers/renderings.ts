import type { RenderedDrawing, RenderedFailure } from '../../src/domain/rendered.ts';
import { circles } from './sweep-world.ts';

/** A drawing of one circle. */
export function drawnRendering(changes: Partial<RenderedDrawing> = {}): RenderedDrawing {
  return {
    outcome: 'drawn',
    stage: 'grade',
    reason: '',
    clean: true,
    notes: [],
    source: '\\begin{tikzpicture}\\end{tikzpicture}',
    log: '',
    pdf: new Uint8Array([1]),
    png: new Uint8Array([137, 80, 78, 71]),
    ...circles(1),
    durationMs: 1,
    ...changes,
  };
}

/** A reply that came to nothing. */
export function failedRendering(
  outcome: RenderedFailure['outcome'],
  changes: Partial<RenderedFailure> = {},
): RenderedFailure {
  return {
    outcome,
    stage: 'tex',
    reason: 'the reason',
    clean: null,
    notes: [],
    source: null,
    log: null,
    pdf: null,
    png: null,
    scene: null,
    grounding: null,
    durationMs: 1,
    ...changes,
  };
}
