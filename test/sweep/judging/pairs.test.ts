import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunStore } from '../../../src/store/run-store.ts';
import { runSweep } from '../../../src/sweep/run-sweep.ts';
import { turnedClock } from '../../fixtures/http-sweep.ts';
import { judgeAnswer, questionIn, type SeenQuestion } from '../../helpers/judge-answers.ts';
import { askedItem, JUDGE_PROMPTS, openTestJudges, painting, rubricOf } from '../../helpers/judge-world.ts';
import { type ModelServer, startModelServer } from '../../helpers/model-server.ts';
import { sweepOptions } from '../../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../../helpers/sweep-world.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const JUDGE = 'openai/gpt-4.1-mini';
const PAIR = {
  judgeId: JUDGE,
  firstId: 'otters/one|fake/a|blind|1',
  secondId: 'otters/one|fake/b|blind|1',
};

let server: ModelServer;
let better: (question: SeenQuestion) => string;
beforeEach(async () => {
  better = () => 'equal';
  server = await startModelServer({
    text: (seen) => {
      const question = questionIn(seen);
      if (question === null) throw new Error('a judge is always shown a picture');
      const word = question.kind === 'pair' ? better(question) : '';
      return word === 'broken' ? 'Hm.' : judgeAnswer(question, { better: () => word });
    },
  });
});
afterEach(() => server[Symbol.asyncDispose]());

/** Two models draw one task each once, the second more than the first; the pair that comes of it. */
async function compared(folder = temporaryFolder()) {
  using store = createRunStore(folder);
  const judges = await openTestJudges([JUDGE], server.variables);
  const twice = circleModel('fake/b', {
    onReply: (request) => ({
      outcome: 'replied',
      text: `\`\`\`latex\n\\begin{tikzpicture}\n${'\\draw (0,0) circle (1);\n'.repeat(9 * request.sample)}\\end{tikzpicture}\n\`\`\``,
      note: '',
    }),
  });
  const result = await runSweep(
    sweepOptions(store, {
      tasks: [makeTask('otters/one', { rubric: rubricOf(askedItem('neat')) })],
      models: [circleModel('fake/a'), twice],
      samples: 1,
      reader: painting(),
      clock: turnedClock(),
      judging: { judges, judgePrompts: JUDGE_PROMPTS, comparesPairs: true },
    }),
  );
  return { judging: result.judging, pairs: store.pairs() };
}

const pairRequests = () => server.requests.map(questionIn).filter((question) => question?.kind === 'pair');

describe('a pair of drawings', () => {
  it('is shown in both orders, with what was asked and nothing of who drew', async () => {
    const { judging } = await compared();
    expect(judging).toMatchObject({ planned: 2, judged: 2, pairs: { planned: 1, judged: 1, ungraded: 0 } });
    const [one, other] = pairRequests();
    expect(one?.pictures).toHaveLength(2);
    expect(new Set(one?.pictures).size).toBe(2);
    expect(other?.pictures).toEqual(one?.pictures.toReversed());
    expect(one?.text).toContain('"Draw otters/one."');
    expect(one?.text).not.toMatch(/fake|blind/);
  });

  it('is won by the drawing that is preferred in both orders', async () => {
    better = ({ pictures: [first = '', second = ''] }) => (first < second ? 'first' : 'second');
    const { pairs } = await compared();
    const [shown] = pairRequests();
    const winner = (shown?.pictures[0] ?? '') < (shown?.pictures[1] ?? '') ? 'first' : 'second';
    const vote = { better: winner, trouble: null, evidence: 'Both are fine.' };
    expect(pairs).toEqual([{ ...PAIR, outcome: winner, isFlip: false, votes: [vote, vote] }]);
  });

  it('is a tie where the place is preferred, and says so', async () => {
    better = () => 'first';
    const { pairs } = await compared();
    expect(pairs).toMatchObject([
      { ...PAIR, outcome: 'tie', isFlip: true, votes: [{ better: 'first' }, { better: 'second' }] },
    ]);
  });

  it.each([
    [['equal', 'equal'], 'tie'],
    [['equal', 'first'], 'tie'],
  ])('of the answers %j is a %s that is no flip', async (answers, outcome) => {
    const words = [...answers];
    better = () => words.shift() ?? '';
    const { pairs } = await compared();
    expect(pairs).toMatchObject([{ outcome, isFlip: false }]);
  });

  it('of one picture is none: nobody is asked', async () => {
    using store = createRunStore(temporaryFolder());
    const result = await runSweep(
      sweepOptions(store, {
        tasks: [makeTask('otters/one', { rubric: rubricOf(askedItem('neat')) })],
        samples: 1,
        reader: painting(),
        clock: turnedClock(),
        judging: {
          judges: await openTestJudges([JUDGE], server.variables),
          judgePrompts: JUDGE_PROMPTS,
          comparesPairs: true,
        },
      }),
    );
    expect(result.judging?.pairs).toBeUndefined();
    expect(pairRequests()).toEqual([]);
  });

  it('has no verdict while an order is not answered, and is asked for that order alone', async () => {
    const folder = temporaryFolder();
    const words = ['broken', 'first'];
    better = () => words.shift() ?? 'first';
    const first = await compared(folder);
    expect(first.pairs).toMatchObject([{ outcome: 'ungraded', isFlip: false }]);
    expect(first.judging?.pairs).toEqual({ planned: 1, judged: 0, ungraded: 1 });
    const before = server.requests.length;
    const second = await compared(folder);
    expect(server.requests.slice(before).map((seen) => questionIn(seen)?.kind)).toEqual(['pair']);
    expect(second.pairs).toMatchObject([{ outcome: 'tie' }]);
  });
});
