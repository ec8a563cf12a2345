import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Judgement } from '../../../src/domain/judgement.ts';
import { createRunStore } from '../../../src/store/run-store.ts';
import { runSweep } from '../../../src/sweep/run-sweep.ts';
import { turnedClock } from '../../fixtures/http-sweep.ts';
import { dumpRun } from '../../helpers/dump-run.ts';
import { judgeAnswer, questionIn } from '../../helpers/judge-answers.ts';
import {
  askedItem,
  JUDGE_PROMPTS,
  namedItem,
  openTestJudges,
  painting,
  rubricOf,
} from '../../helpers/judge-world.ts';
import {
  type ModelServer,
  PLANTED_KEYS,
  type SeenRequest,
  startModelServer,
} from '../../helpers/model-server.ts';
import type { Answer } from '../../helpers/model-server-answers.ts';
import { sweepOptions } from '../../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../../helpers/sweep-world.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const redact = (text: string): string =>
  Object.values(PLANTED_KEYS).reduce((clean, key) => clean.replaceAll(key, '[redacted]'), text);

const RUBRIC = rubricOf(
  namedItem('named', ['otter']),
  askedItem('furry', { weight: 2, needs: ['named'] }),
  askedItem('tidy'),
);
const TASK = makeTask('otters/one', { rubric: RUBRIC });
/** What is expected of the votes on the two items that are asked, in a form that `toEqual` takes. */
function votes(expected: Expected) {
  return Object.entries(expected).map(([id, [answer, trouble, evidence]]) => ({
    id,
    votes: [{ vote: 1, answer, trouble, evidence: expect.stringMatching(evidence) }],
  }));
}

function votesOf(judgement: Judgement | undefined) {
  const asked = (judgement?.verdicts ?? []).filter(({ id }) => id !== 'named');
  return asked.map(({ id, votes }) => ({ id, votes }));
}

type Expected = Readonly<
  Record<'furry' | 'tidy', readonly [answer: string | null, trouble: string | null, evidence: RegExp]>
>;

function all(trouble: string, evidence: RegExp): Expected {
  return { furry: [null, trouble, evidence], tidy: [null, trouble, evidence] };
}

function say(content: string, finishReason?: string): Answer {
  return { kind: 'mock', response: { content, usage: USAGE, ...(finishReason && { finishReason }) } };
}

/** In the words of each protocol; aimock takes those of the one that it is asked in. */
const USAGE = { input_tokens: 100, output_tokens: 20, prompt_tokens: 100, completion_tokens: 20 };

function failing(status: number, message: string): Answer {
  return { kind: 'mock', response: { error: { message }, status } };
}

/** Responses, Messages, Ollama's chat, and Chat Completions. */
const JUDGES = ['openai/gpt-4.1-mini', 'anthropic/claude-sonnet-4-5', 'ollama/gemma3', 'vllm/qwen-vl'];

let server: ModelServer;
/** How questions about items are answered for now; null: well. */
let onItems: Answer | null;
/** How blind naming is answered for now. */
let onNaming: Answer | null;

beforeEach(async () => {
  onItems = null;
  onNaming = null;
  server = await startModelServer();
  const answer = (seen: SeenRequest): Answer => {
    server.script(answer);
    const question = questionIn(seen);
    if (question === null) throw new Error('a judge is always shown a picture');
    const given = question.kind === 'naming' ? onNaming : onItems;
    return given ?? say(judgeAnswer(question, { things: () => ['otter'] }));
  };
  server.script(answer);
});
afterEach(() => server[Symbol.asyncDispose]());

/** One drawing, judged; and what is on file then. */
async function judged(folder: string, judgeId: string, onEvent: () => void = () => {}) {
  using store = createRunStore(folder, { redact });
  const judges = await openTestJudges([judgeId], { ...server.variables, VLLM_BASE_URL: `${server.url}/v1` });
  const result = await runSweep(
    sweepOptions(store, {
      tasks: [TASK],
      models: [circleModel('fake/a')],
      samples: 1,
      reader: painting(),
      clock: turnedClock(),
      timeouts: { connectMs: 5_000, firstTokenMs: 300, totalMs: 5_000 },
      onEvent,
      judging: { judges, judgePrompts: JUDGE_PROMPTS },
    }),
  );
  const [sample] = store.listSummaries();
  return { result, judgement: sample?.judgements?.[0], spend: store.spend(), spatial: sample?.grade.spatial };
}

describe.each(JUDGES)('a drawing that %s judges', (judgeId) => {
  it('gets a verdict on each item, with its sentence', async () => {
    const { result, judgement, spend } = await judged(temporaryFolder(), judgeId);
    expect(judgement).toEqual({
      judgeId,
      likeness: 1,
      bounds: { low: 1, high: 1 },
      isOwnFamily: false,
      rubricHash: RUBRIC.hash,
      votesWanted: 1,
      blindNames: [{ vote: 1, things: ['otter'], sentence: 'Some things.', trouble: null }],
      verdicts: [
        {
          id: 'named',
          skill: 'recognition',
          weight: 1,
          outcome: 'met',
          reason: '1 yes',
          votes: [{ vote: 1, answer: 'yes', trouble: null, evidence: 'it named: otter' }],
        },
        {
          id: 'furry',
          skill: 'likeness',
          weight: 2,
          outcome: 'met',
          reason: '1 yes',
          votes: [{ vote: 1, answer: 'yes', trouble: null, evidence: 'That is so: q1.' }],
        },
        {
          id: 'tidy',
          skill: 'likeness',
          weight: 1,
          outcome: 'met',
          reason: '1 yes',
          votes: [{ vote: 1, answer: 'yes', trouble: null, evidence: 'That is so: q2.' }],
        },
      ],
    });
    expect(result.judging).toEqual({
      planned: 1,
      judged: 1,
      ungraded: 0,
      leftOut: 0,
      limit: null,
      renewed: 1,
    });
    expect(spend.byJudge.get(judgeId)).toMatchObject({ requests: 2, answers: 2 });
    expect(server.requests).toHaveLength(2);
  });

  it.each<[string, Answer, Expected]>([
    [
      'no JSON at all',
      say('I think it is lovely.'),
      all('unparsable', /^no JSON object: "I think it is lovely\."$/),
    ],
    ['nothing', say(' '), all('empty', /white space/)],
    ['an answer that was cut off', say('{"q1": {"evid', 'length'), all('truncated', /limit of output/)],
    [
      'half of what was asked',
      say('{"q1": {"evidence": "It has fur.", "answer": "yes"}}'),
      { furry: ['yes', null, /^It has fur\.$/], tidy: [null, 'half-filled', /leaves it out/] },
    ],
    [
      'a sentence that says the opposite of its answer',
      say(
        '{"q1": {"evidence": "No, it is bald.", "answer": "yes"}, "q2": {"evidence": "Neat.", "answer": "no"}}',
      ),
      { furry: [null, 'contradicting', /it answers yes, and its evidence says/], tidy: ['no', null, /Neat/] },
    ],
    [
      'an item twice',
      say(
        '{"q1": {"evidence": "a", "answer": "yes"}, "q1": {"evidence": "b", "answer": "no"}, "q2": {"evidence": "c", "answer": "no"}}',
      ),
      { furry: [null, 'contradicting', /twice/], tidy: ['no', null, /^c$/] },
    ],
    [
      'a word that was not among the choices',
      say('{"q1": {"evidence": "a", "answer": "perhaps"}, "q2": {"evidence": "b", "answer": " Unsure. "}}'),
      { furry: [null, 'unparsable', /"perhaps"; expected yes, no or unsure/], tidy: ['unsure', null, /^b$/] },
    ],
    [
      'far too many words',
      say(
        `{"q1": {"evidence": "${'so '.repeat(3000)}", "answer": "yes"}, "q2": {"evidence": "b", "answer": "yes"}}`,
      ),
      { furry: ['yes', null, /^(so )+.{0,3}…$/], tidy: ['yes', null, /^b$/] },
    ],
    [
      'lists in lists without end',
      say(
        `{"q1": ${'['.repeat(6000)}${']'.repeat(6000)}, "q2": {"evidence": "b", "answer": {"answer": "yes"}}}`,
      ),
      {
        furry: [null, 'unparsable', /the answer is a list/],
        tidy: [null, 'half-filled', /evidence and no answer/],
      },
    ],
    [
      'that the picture is too large',
      failing(413, 'image exceeds 5 MB maximum'),
      all('provider-trouble', /5 MB/),
    ],
    ['nothing in time', { kind: 'stall' }, all('provider-trouble', /took over 0\.3 s/)],
  ])(
    'that answers %s is never taken for a no, and asked again for the gaps alone',
    async (_, script, expected) => {
      const folder = temporaryFolder();
      onItems = script;
      const first = await judged(folder, judgeId);
      expect(votesOf(first.judgement)).toEqual(votes(expected));
      const open = Object.values(expected).filter(([answer]) => answer === null).length;
      expect(first.judgement?.likeness === null).toBe(open > 0);
      expect(first.result.judging).toMatchObject({
        planned: 1,
        ungraded: Number(open > 0),
        judged: Number(open === 0),
      });
      expect(first.spatial).toBe(0.5);

      onItems = null;
      const before = server.requests.length;
      const second = await judged(folder, judgeId);
      const asked = server.requests
        .slice(before)
        .map((seen) => questionIn(seen)?.items.map(({ question }) => question));
      const gaps = Object.entries(expected).flatMap(([id, [answer]]) =>
        answer === null ? [`Is it ${id}?`] : [],
      );
      expect(asked).toEqual(open > 0 ? [gaps] : []);
      expect(second.judgement?.likeness).not.toBeNull();
      expect(second.result.judging).toMatchObject({ judged: 1, ungraded: 0 });
      expect(second.spend.byJudge.get(judgeId)?.requests).toBe(server.requests.length);
    },
  );

  it('that is busy is asked again until it has room, and only answers are paid for', async () => {
    onItems = failing(429, 'slow down');
    const { judgement, spend } = await judged(temporaryFolder(), judgeId, () => {
      if (server.requests.length >= 4) onItems = null;
    });
    expect(judgement?.likeness).toBe(1);
    const spent = spend.byJudge.get(judgeId);
    expect(spent).toMatchObject({ requests: server.requests.length, answers: 2 });
    expect(spent?.inputTokens).toBe(200);
  });

  it('leaves no key in the run, whatever it echoes', async () => {
    const folder = temporaryFolder();
    const keys = Object.values(PLANTED_KEYS);
    onNaming = say(
      JSON.stringify({ things: ['otter', ...keys], sentence: `My key is ${keys.join(' or ')}.` }),
    );
    const { judgement } = await judged(folder, judgeId);
    expect(judgement?.blindNames[0]?.sentence).toContain('My key is');
    const file = JSON.stringify(dumpRun(folder));
    for (const key of keys) {
      expect(file).not.toContain(key);
      expect(file).not.toContain(Buffer.from(key).toString('hex'));
    }
  });
});

it('a refusal is told as one', async () => {
  onItems = say('I', 'refusal');
  const { judgement } = await judged(temporaryFolder(), 'anthropic/claude-sonnet-4-5');
  expect(votesOf(judgement)).toEqual(votes(all('refused', /the model refused/)));
});
