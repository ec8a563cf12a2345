import { draftTask, type TaskIdea } from '../../catalog/new-task.ts';
import type { CheckWords } from '../../catalog/new-task-words.ts';
import type { ParameterSpec } from '../../domain/check.ts';
import { UsageError } from '../../domain/usage-error.ts';
import type { Environment } from '../environment.ts';

/** A wrong answer is asked for again, but an input that has ended gives empty ones for ever. */
const MOST_TRIES = 3;

/** What the flags say, the title in any case. */
export type GivenIdea = Omit<TaskIdea, 'prompt'> & { readonly prompt: string | undefined };

/** Asks on the terminal for what the flags leave open; each answer is validated before the next question. */
export async function askForTask(
  given: GivenIdea & { readonly asksTitle: boolean },
  words: CheckWords,
  environment: Environment,
): Promise<TaskIdea> {
  const { asksTitle, ...rest } = given;
  let idea: TaskIdea = { ...rest, prompt: given.prompt ?? 'Draw it.' };
  const accept = (change: Partial<TaskIdea>): void => {
    const next = { ...idea, ...change };
    // What is not asked for yet can't be wrong yet: checks may speak of subjects that are still to come.
    const subjects = next.subjects.length > 0 ? next.subjects : ['thing'];
    draftTask({ ...next, subjects, checks: change.checks ?? [] }, words);
    idea = next;
  };
  if (asksTitle) {
    await answer(`Title [${idea.title}]: `, { accept: (title) => title && accept({ title }) }, environment);
  }
  if (given.prompt === undefined) {
    const question = 'Prompt, what the model is asked to draw, in full sentences: ';
    await answer(question, { wants: 'a prompt', accept: (prompt) => accept({ prompt }) }, environment);
  }
  if (idea.subjects.length === 0) {
    environment.say(SUBJECTS_HINT);
    await list(
      {
        what: 'Subject',
        accept: (one) => accept({ subjects: [...idea.subjects, one] }),
        count: () => idea.subjects.length,
      },
      environment,
    );
  }
  if (idea.checks.length === 0) {
    environment.say(CHECKS_HINT);
    const take = (one: string): void => {
      if (one.startsWith('?')) environment.say(explain(one.slice(1).trim(), words));
      else accept({ checks: [...idea.checks, one] });
    };
    await list({ what: 'Check', accept: take, count: () => idea.checks.length }, environment);
  }
  return idea;
}

const SUBJECTS_HINT = `Subjects are what the checks speak of. "cup: colour=blue, pick=largest" is found by its look (shape, colour, text);
a name alone, "otter", is a label that the model is asked to use.`;
const CHECKS_HINT = `Checks are what must hold: "cup-on-table: rests-on cup table". The name in front may be left out.
"?" lists them all, "? rests-on" explains one.`;

interface Answer {
  /** What an empty answer lacks; left out where it may be empty. */
  readonly wants?: string;
  /** Throws UsageError for an answer that is wrong. */
  readonly accept: (answer: string) => unknown;
}

async function answer(
  question: string,
  { wants, accept }: Answer,
  environment: Environment,
): Promise<string> {
  for (let empty = 0; empty < MOST_TRIES; ) {
    const typed = (await environment.ask(question)).trim();
    if (typed === '' && wants !== undefined) {
      empty += 1;
      environment.say(`expected ${wants}, got nothing`);
    } else if (isAccepted(() => accept(typed), environment)) return typed;
  }
  throw new UsageError(`expected ${wants}, got nothing; no task was made`);
}

function isAccepted(accept: () => unknown, environment: Environment): boolean {
  try {
    accept();
    return true;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    environment.say(error.message);
    return false;
  }
}

interface Listing {
  readonly what: string;
  readonly accept: (answer: string) => void;
  /** How many were accepted; a question about what there is counts for none. */
  readonly count: () => number;
}

/** Asks for one after the other until an empty answer; the first one must be given. */
async function list({ what, accept, count }: Listing, environment: Environment): Promise<void> {
  for (;;) {
    const isFirst = count() === 0;
    const question = `${what} ${count() + 1}${isFirst ? '' : ', or nothing to go on'}: `;
    const wants = isFirst ? { wants: `a ${what.toLowerCase()}` } : {};
    const typed = await answer(question, { ...wants, accept: (one) => one && accept(one) }, environment);
    if (typed === '') return;
  }
}

function explain(name: string, { definitions }: CheckWords): string {
  const definition = definitions.get(name);
  if (definition === undefined) return [...definitions.keys()].join(', ');
  const parameters = Object.entries(definition.parameters).map(
    ([key, spec]) => `  ${key}${defaultOf(spec)}  ${spec.doc}`,
  );
  return [`${name}: ${definition.summary}`, ...parameters].join('\n');
}

function defaultOf(spec: ParameterSpec): string {
  return 'default' in spec && spec.default !== undefined ? `=${spec.default}` : '=…';
}
