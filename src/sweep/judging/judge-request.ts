import type { ModelRequest, Picture } from '../../domain/reply.ts';
import type { Task } from '../../domain/task.ts';
import type { JudgePrompts } from '../../grade/judge/judge-prompts.ts';
import { answerForm, type JudgeQuestion, questionText } from '../../grade/judge/questions.ts';

/** What a judge is asked with. `picture`: PNG; null where only the settings of a request are looked at. */
export interface JudgeRequestOptions {
  /** For bookkeeping: nothing of it is sent but what the question holds. */
  readonly task: Task;
  readonly vote: number;
  readonly prompts: JudgePrompts;
  readonly picture: Uint8Array | null;
}

/** One request to a judge: a conversation of its own, so that no answer sways another. */
export function judgeRequest(question: JudgeQuestion, options: JudgeRequestOptions): ModelRequest {
  const { task, vote, prompts, picture } = options;
  const pictures: readonly Picture[] = picture === null ? [] : [{ mediaType: 'image/png', bytes: picture }];
  return {
    task,
    track: 'blind',
    sample: vote,
    round: 1,
    systemPrompt: prompts.system(),
    messages: [{ role: 'user', text: questionText(question, prompts), pictures }],
    answerForm: answerForm(question),
  };
}
