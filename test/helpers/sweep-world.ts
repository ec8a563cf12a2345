import type { Drawing } from '../../src/domain/drawing.ts';
import type { Model } from '../../src/domain/model.ts';
import type { Compilation, SceneReader, TexCompiler } from '../../src/domain/ports.ts';
import type { Rendered } from '../../src/domain/rendered.ts';
import type { ModelReply, ModelRequest } from '../../src/domain/reply.ts';
import type { Scene } from '../../src/domain/scene.ts';
import type { Grounding } from '../../src/domain/subject.ts';
import type { Task } from '../../src/domain/task.ts';
import type { Grade } from '../../src/domain/verdict.ts';

/** A small task whose only subject is `otter`. */
export function makeTask(id: string, changes: Partial<Task> = {}): Task {
  return {
    id,
    suite: id.split('/')[0]!,
    title: `Title of ${id}`,
    prompt: `Draw ${id}.`,
    tracks: ['blind'],
    tags: ['seed'],
    subjects: { otter: { label: 'otter' } },
    checks: [
      {
        id: 'otter-there',
        skill: 'presence',
        check: 'there',
        of: ['otter'],
        needs: [],
        weight: 1,
        parameters: {},
      },
      { id: 'even', skill: 'order', check: 'count', of: ['otter'], needs: [], weight: 1, parameters: {} },
    ],
    drawings: [],
    path: `tasks/${id}/task.yaml`,
    hash: `hash of ${id}`,
    ...changes,
  };
}

/** A model that draws as many circles as the sample's number, after saying what it was asked. */
export function circleModel(
  id: string,
  hooks: { onReply?: (request: ModelRequest) => ModelReply | undefined } = {},
): Model {
  return {
    id,
    disclosure: null,
    samplesFor: () => Number.POSITIVE_INFINITY,
    async reply(request) {
      const other = hooks.onReply?.(request);
      if (other) return other;
      const circles = `\\draw (0,0) circle (1);\n`.repeat(request.sample);
      return {
        outcome: 'replied',
        text: `\`\`\`latex\n\\begin{tikzpicture}\n% ${id}: ${request.messages[0]?.text.split('\n')[0]}\n${circles}\\end{tikzpicture}\n\`\`\``,
        note: '',
      };
    },
  };
}

/** A compiler whose PDF is the drawing's body; `\undefined` is a TeX error. */
export function echoCompiler(
  onCompile: (drawing: Drawing) => Compilation | undefined = () => undefined,
): TexCompiler {
  return {
    async compile(drawing) {
      const other = onCompile(drawing);
      if (other) return other;
      if (drawing.body.includes('\\undefined'))
        return { outcome: 'tex-error', reason: 'Undefined control sequence', log: '! Undefined' };
      const pdf = new TextEncoder().encode(drawing.source);
      return {
        outcome: 'compiled',
        clean: true,
        pdf,
        log: `log of ${pdf.length} bytes`,
        path: 'fast',
        passes: 1,
        errors: [],
        notes: [],
      };
    },
  };
}

/** A reader that finds a mark for each `circle` of the PDF. */
export function circleReader(onRead: () => void = () => {}): SceneReader {
  return {
    async read({ pdf }) {
      onRead();
      const count = new TextDecoder().decode(pdf).split('circle').length - 1;
      const { scene, grounding } = circles(count);
      return {
        outcome: 'drawn',
        png: new Uint8Array([137, 80, count]),
        widthPx: 1,
        heightPx: 1,
        scene,
        grounding,
      };
    },
    async [Symbol.asyncDispose]() {},
  };
}

/** A scene of `count` circles, and the subject `otter` that means the first of them. */
export function circles(count: number): { readonly scene: Scene; readonly grounding: Grounding } {
  const box = { xMin: 0, yMin: 0, xMax: 8, yMax: 3 };
  const things = Array.from({ length: count }, (_, index) => {
    const pixels = Uint8Array.from({ length: 24 }, (_pixel, at) => Number(at % (index + 2) === 0));
    const mask = { widthPx: 8, heightPx: 3, pixels };
    const ink = { full: mask, visible: mask, box, centroid: { x: 1, y: 2 }, fullPx: 3, visiblePx: 3 };
    return { marks: [index], ink };
  });
  const how = 'by its label "otter"';
  return {
    scene: {
      version: 1,
      page: { widthPt: 8, heightPt: 3 },
      box,
      diagonalPt: 8.5,
      marks: [],
      parts: [],
      notes: [`${count} circles`],
    },
    grounding: {
      frame: { xMinPt: 0, yMaxPt: 3, pxPerPt: 1, widthPx: 8, heightPx: 3 },
      subjects: { otter: { name: 'otter', by: 'label', how, things, chosen: things[0] ?? null } },
    },
  };
}

/** Grades by arithmetic on the grounding: `even` is met by an even number of things. */
export function gradeCircles(task: Task, rendered: Rendered): Grade {
  const trouble = rendered.outcome.endsWith('-trouble');
  const count = rendered.grounding?.subjects.otter?.things.length ?? 0;
  const met = [count > 0, count > 0 && count % 2 === 0];
  const verdicts = task.checks.map(({ id, check, skill, weight }, index) => ({
    id,
    check,
    skill,
    weight,
    outcome: trouble ? ('ungraded' as const) : met[index] ? ('met' as const) : ('unmet' as const),
    margin: null,
    reason: `${count} circles`,
    evidence: [],
  }));
  const share = met.filter(Boolean).length / met.length;
  return { spatial: trouble ? null : share, full: trouble ? null : share === 1, verdicts };
}
