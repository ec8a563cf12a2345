import type { Model } from '../../domain/model.ts';
import type { Clock } from '../../domain/ports.ts';
import type { RunJudge, SampleSummary } from '../../domain/run.ts';
import type { Task } from '../../domain/task.ts';
import type { JudgePrompts } from '../../grade/judge/judge-prompts.ts';
import type { ReplyCache } from '../../store/reply-cache.ts';
import type { RunStore } from '../../store/run-store.ts';
import type { Asker } from '../asking/ask.ts';
import type { Limit } from '../limit.ts';
import type { SweepEvent } from '../sweep-event.ts';
import type { Showing } from './shown-picture.ts';

/** Who judges, and how. */
export interface Judge {
  readonly model: Model;
  /** How often each question is asked; 1 or more. */
  readonly votes: number;
  /** First asks what is drawn, without a hint. */
  readonly blindNaming: boolean;
  /** Leaves out drawings of models of its own maker. */
  readonly skipsOwnFamily: boolean;
}

/** Who judges what a sweep draws, and with which words. */
export interface Judging {
  readonly judges: readonly Judge[];
  readonly judgePrompts: JudgePrompts;
  /** Also asks which of two drawings is better, of all pairs that different models made. */
  readonly comparesPairs?: boolean;
}

/** What judges of a run share. Ports and the clock are arguments. */
export interface JudgingContext {
  readonly store: RunStore;
  /** Null: no cache. */
  readonly cache: ReplyCache | null;
  readonly prompts: JudgePrompts;
  readonly asker: Asker;
  readonly showing: Showing;
  /** Questions under way, by key and topics: who wants the same waits for it. */
  readonly underWay: Map<string, Promise<Limit | null>>;
  readonly clock: Clock;
  readonly onEvent: (event: SweepEvent) => void;
  readonly signal?: AbortSignal;
}

/** A drawing that is to be judged. */
export interface Judgeable {
  readonly sample: SampleSummary;
  readonly task: Task;
  /** The model that drew it; undefined where it is not known any more. */
  readonly drawer: Pick<Model, 'id' | 'facts'> | undefined;
}

/** Whether the judge is of the maker of the model that drew; false where the maker of one of them is not known. */
export function isOwnFamily({ model }: Judge, drawer: Judgeable['drawer']): boolean {
  const maker = makerOf(model);
  return maker !== null && drawer !== undefined && maker === makerOf(drawer);
}

/** Services of the makers themselves. Others serve models of many makers, and say nothing. */
const MAKERS: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  deepseek: 'deepseek',
  xai: 'xai',
  mistral: 'mistral',
};
/** Other names of makers, as OpenRouter and the table of known models spell them. */
const ALIASES: Readonly<Record<string, string>> = {
  mistralai: 'mistral',
  googledeepmind: 'google',
  metallama: 'meta',
  qwen: 'alibaba',
};

function makerOf({ id, facts }: Pick<Model, 'id' | 'facts'>): string | null {
  if (facts?.maker) return nameOfMaker(facts.maker);
  const [provider = '', second] = id.split('/');
  if (provider === 'openrouter' && second) return nameOfMaker(second);
  return MAKERS[provider] ?? null;
}

function nameOfMaker(text: string): string {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return ALIASES[plain] ?? plain;
}

/** A judge as a run describes it. */
export function describeJudge({ model, ...how }: Judge, prompts: JudgePrompts): RunJudge {
  const { id, settings, facts } = model;
  const told = Object.entries(prompts.texts).map(([name, text]) => {
    return [name, { version: prompts.versions[name] ?? '', text }] as const;
  });
  const described = { ...(settings && { settings }), ...(facts && { facts }) };
  return { id, ...described, ...how, prompts: Object.fromEntries(told) };
}

/** A model that judges has an account of its own, beside the one for what it draws. */
export function asJudge(model: Model): Model {
  return { ...model, id: judgeAccount(model.id) };
}

/** The name of a judge's account in the budget. */
export function judgeAccount(modelId: string): string {
  return `judge ${modelId}`;
}
