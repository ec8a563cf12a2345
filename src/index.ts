/**
 * otterbench as a library: from a reply to a picture, its geometry and its grade, and whole sweeps.
 *
 * A drawing needs a compiler (`createTexCompiler` over `prepareTex`) and a reader (`createSceneReader`), both on a
 * sandbox (`bubblewrapSandbox`, tried by `trySandbox`). `renderReply` puts them together, `gradeRendered` grades.
 */
export { surveyTasks } from './catalog/find-tasks.ts';
export { loadSweep, type SweepFile } from './catalog/load-sweep.ts';
export { loadTask, loadTasks } from './catalog/load-tasks.ts';
export { selectTasks } from './catalog/select-tasks.ts';
export type { CheckDefinition, Evidence, Finding } from './domain/check.ts';
export type { Drawing, Extraction } from './domain/drawing.ts';
export type { Box, Point } from './domain/geometry.ts';
export type { Model } from './domain/model.ts';
export type { HarnessTrouble, ModelFailure, Outcome, Stage } from './domain/outcome.ts';
export type { Sandbox, SceneReader, TexCompiler } from './domain/ports.ts';
export type { Rendered, RenderedDrawing, RenderedFailure } from './domain/rendered.ts';
export type { ModelReply, ModelRequest } from './domain/reply.ts';
export type { Cell, RunInfo, SampleRecord, SampleSummary } from './domain/run.ts';
export type { Mark, Part, Scene } from './domain/scene.ts';
export type { GroundedSubject, Grounding, SubjectSpec } from './domain/subject.ts';
export type { CheckSpec, Task, Track } from './domain/task.ts';
export { UsageError } from './domain/usage-error.ts';
export type { Grade, Verdict } from './domain/verdict.ts';
export { extractDrawing } from './draw/extract.ts';
export { type Prompts, readPrompts } from './draw/prompts.ts';
export { CHECKS } from './grade/checks/table.ts';
export { openModels } from './models/registry.ts';
export { writeReport } from './report/write-report.ts';
export { createSceneReader } from './scene/pool.ts';
export { summarise } from './stats/summarise.ts';
export { createRunStore, openRunStore, type RunReader, type RunStore } from './store/run-store.ts';
export { gradeRendered } from './sweep/grade-drawing.ts';
export { proveTask, type TaskProof } from './sweep/prove-task.ts';
export { type RenderOptions, renderReply } from './sweep/render-drawing.ts';
export { runSweep, type SweepOptions, type SweepResult } from './sweep/run-sweep.ts';
export { createTexCompiler } from './tex/compile.ts';
export { prepareTex, type TexInstallation } from './tex/prepare.ts';
export { bubblewrapSandbox } from './tex/sandbox/bubblewrap.ts';
export { trySandbox } from './tex/sandbox/try-sandbox.ts';
