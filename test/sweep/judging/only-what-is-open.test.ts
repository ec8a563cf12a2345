import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelFacts } from '../../../src/domain/model.ts';
import type { Rubric } from '../../../src/domain/rubric.ts';
import { openReplyCache } from '../../../src/store/reply-cache.ts';
import { createRunStore } from '../../../src/store/run-store.ts';
import type { Judge } from '../../../src/sweep/judging/judge.ts';
import { runSweep, type SweepOptions } from '../../../src/sweep/run-sweep.ts';
import { turnedClock } from '../../fixtures/http-sweep.ts';
import { judgeAnswer, questionIn } from '../../helpers/judge-answers.ts';
import {
  askedItem,
  JUDGE_PROMPTS,
  namedItem,
  openTestJudges,
  painting,
  rubricOf,
} from '../../helpers/judge-world.ts';
import { type ModelServer, startModelServer } from '../../helpers/model-server.ts';
import { sweepOptions } from '../../helpers/sweep-options.ts';
import { circleModel, circleReader, makeTask } from '../../helpers/sweep-world.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const JUDGE = 'openai/gpt-4.1-mini';
const RUBRIC = rubricOf(namedItem('named', ['otter']), askedItem('furry'), askedItem('tidy'));

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer({
    text: (seen) => {
      const question = questionIn(seen);
      if (question === null) throw new Error('a judge is always shown a picture');
      return judgeAnswer(question, { things: () => ['otter'] });
    },
  });
});
afterEach(() => server[Symbol.asyncDispose]());

interface Changes extends Partial<SweepOptions> {
  readonly rubric?: Rubric;
  readonly how?: Partial<Omit<Judge, 'model'>> & { readonly facts?: readonly ModelFacts[] };
}

/** Judges what two models draw; what was asked for it, and what came of it. */
async function judged(folder: string, { rubric = RUBRIC, how = {}, ...changes }: Changes = {}) {
  const from = server.requests.length;
  using store = createRunStore(folder);
  const result = await runSweep(
    sweepOptions(store, {
      tasks: [makeTask('otters/one', { rubric })],
      samples: 1,
      reader: painting(),
      clock: turnedClock(),
      judging: { judges: await openTestJudges([JUDGE], server.variables, how), judgePrompts: JUDGE_PROMPTS },
      ...changes,
    }),
  );
  const asked = server.requests.slice(from).map((seen) => {
    const question = questionIn(seen);
    return question?.kind === 'items' ? question.items.map((item) => item.question) : question?.kind;
  });
  const likeness = [...store.listSummaries()].map(({ modelId, judgements = [] }) => [
    modelId,
    ...judgements.map((one) => one.likeness),
  ]);
  return { result, asked, likeness, store };
}

const ONE = { models: [circleModel('fake/a')] };

describe('a judge is asked only for what is open', () => {
  it('nothing, when all is answered', async () => {
    const folder = temporaryFolder();
    const first = await judged(folder, ONE);
    expect(first.asked.map(String).sort()).toEqual(['Is it furry?,Is it tidy?', 'naming']);
    const second = await judged(folder, ONE);
    expect(second.asked).toEqual([]);
    expect(second.result.judging).toMatchObject({ planned: 1, judged: 1, renewed: 0 });
  });

  it.each([1, 8])('once for two samples that show the same, looked at %i at a time', async (concurrency) => {
    const models = ['fake/a', 'fake/b'].map((id) => circleModel(id));
    const { asked, likeness } = await judged(temporaryFolder(), { models, concurrency });
    expect(asked).toHaveLength(2);
    expect(likeness).toEqual([
      ['fake/a', 1],
      ['fake/b', 1],
    ]);
  });

  it('an item whose words are new, alone; weights and needs ask nobody', async () => {
    const folder = temporaryFolder();
    await judged(folder, ONE);
    const [named, furry] = RUBRIC.items;
    const other = rubricOf(
      named!,
      { ...furry!, weight: 5, needs: ['named'] },
      askedItem('tidy', { question: 'Is it neat?' }),
    );
    const { asked, likeness } = await judged(folder, { ...ONE, rubric: other });
    expect(asked).toEqual([['Is it neat?']]);
    expect(likeness).toEqual([['fake/a', 1]]);
  });

  it('a vote that is new, alone', async () => {
    const folder = temporaryFolder();
    await judged(folder, ONE);
    const { asked } = await judged(folder, { ...ONE, how: { votes: 2 } });
    expect(asked).toHaveLength(2);
  });

  it('a picture that is new, and what was said of the old one is not shown', async () => {
    const folder = temporaryFolder();
    await judged(folder, ONE);
    const twice = painting({
      ...circleReader(),
      async read(request, options) {
        const reading = await circleReader().read(request, options);
        if (reading.outcome !== 'drawn') return reading;
        return { ...reading, scene: { ...reading.scene, notes: ['9 circles'] } };
      },
    });
    const changed = {
      ...ONE,
      reader: twice,
      versions: { render: { tex: '2' }, grade: { grader: '1' } },
    };
    const unjudged = await judged(folder, {
      ...changed,
      judging: { judges: [], judgePrompts: JUDGE_PROMPTS },
    });
    expect(unjudged).toMatchObject({ asked: [], likeness: [['fake/a']] });
    const { asked, likeness } = await judged(folder, changed);
    expect(asked).toHaveLength(2);
    expect(likeness).toEqual([['fake/a', 1]]);
  });

  it('nothing that another run has in the cache, and that costs nothing', async () => {
    using cache = openReplyCache(join(temporaryFolder(), 'replies.sqlite'));
    await judged(temporaryFolder(), { ...ONE, cache });
    const { asked, likeness, result } = await judged(temporaryFolder(), { ...ONE, cache });
    expect({ asked, likeness }).toEqual({ asked: [], likeness: [['fake/a', 1]] });
    expect(result.judging).toMatchObject({ judged: 1, renewed: 1 });
  });

  it('nothing about what was not drawn, which is not like anything', async () => {
    const blank = circleModel('fake/a', {
      onReply: () => ({ outcome: 'refused', text: '', reason: 'it would not' }),
    });
    const { asked, likeness } = await judged(temporaryFolder(), { models: [blank] });
    expect({ asked, likeness }).toEqual({ asked: [], likeness: [['fake/a', 0]] });
  });

  it('nothing where a task has no rubric', async () => {
    const { asked, result } = await judged(temporaryFolder(), { ...ONE, tasks: [makeTask('otters/one')] });
    expect({ asked, judging: result.judging }).toMatchObject({ asked: [], judging: { planned: 0 } });
  });
});

describe('what is shown', () => {
  it('is what the rubric of today says: what was said of another one is kept and not shown', async () => {
    const folder = temporaryFolder();
    await judged(folder, ONE);
    const bald = rubricOf(askedItem('furry', { question: 'Is it bald?' }));
    const nobody = { judges: [], judgePrompts: JUDGE_PROMPTS };
    const changed = await judged(folder, { ...ONE, rubric: bald, judging: nobody });
    expect(changed.likeness).toEqual([['fake/a']]);
    const back = await judged(folder, { ...ONE, judging: nobody });
    expect(back.likeness).toEqual([['fake/a', 1]]);
  });

  it('stays whole where more votes are wanted and a limit keeps them from being asked', async () => {
    const folder = temporaryFolder();
    await judged(folder, ONE);
    const limits = { maxCostUsd: null, maxMinutes: null, maxRequests: 2 };
    const { asked, likeness, result } = await judged(folder, { ...ONE, limits, how: { votes: 3 } });
    expect({ asked, likeness }).toEqual({ asked: [], likeness: [['fake/a', 1]] });
    expect(result).toMatchObject({ limit: 'max-requests', judging: { ungraded: 1, leftOut: 1 } });
  });

  it('is of the drawings that the sweep plans: those that a run held before are not judged on the way', async () => {
    const folder = temporaryFolder();
    const nobody = { judges: [], judgePrompts: JUDGE_PROMPTS };
    await judged(folder, { models: [circleModel('fake/a')], samples: 2, judging: nobody });
    const { asked, likeness, result } = await judged(folder, { models: [circleModel('fake/b')], samples: 1 });
    expect(asked).toHaveLength(2);
    expect(likeness).toEqual([['fake/a'], ['fake/a'], ['fake/b', 1]]);
    expect(result.judging).toMatchObject({ planned: 1, judged: 1 });
  });
});

describe('an item about a part', () => {
  const cropped = rubricOf(askedItem('furry', { crop: 'otter' }), askedItem('beard', { crop: 'beard' }));
  const told = () => server.requests.map(({ body }) => body.includes('one part that was cut out'));

  it('is asked about the part alone, and about the whole where that is not found, in the words for it', async () => {
    await judged(temporaryFolder(), { ...ONE, rubric: cropped, how: { blindNaming: false } });
    expect(told().sort()).toEqual([false, true]);
    const pictures = server.requests.map((seen) => questionIn(seen)?.pictures[0]);
    expect(new Set(pictures).size).toBe(2);
  });

  it('is asked again when the part is another one', async () => {
    const folder = temporaryFolder();
    const how = { blindNaming: false };
    await judged(folder, { ...ONE, rubric: cropped, how });
    const reader = painting({
      ...circleReader(),
      async read(request, options) {
        const reading = await circleReader().read(request, options);
        if (reading.outcome !== 'drawn') return reading;
        const { otter } = reading.grounding.subjects;
        const subjects = { ...reading.grounding.subjects, beard: { ...otter!, name: 'beard' } };
        return { ...reading, grounding: { ...reading.grounding, subjects } };
      },
    });
    const versions = { render: { tex: '2' }, grade: { grader: '1' } };
    const { asked } = await judged(folder, { ...ONE, rubric: cropped, how, reader, versions });
    expect(asked.map(String).sort()).toEqual(['Is it beard?', 'Is it furry?']);
  });
});

describe('limits hold for judges, too', () => {
  it('what they keep from being asked is open, and asked for when there is room', async () => {
    const folder = temporaryFolder();
    const limits = { maxCostUsd: null, maxMinutes: null, maxRequests: 3 };
    const models = ['fake/a', 'fake/b'].map((id, at) =>
      circleModel(id, {
        onReply: () => ({
          outcome: 'replied',
          text: `\`\`\`latex\n\\begin{tikzpicture}\n${'\\draw (0,0) circle (1);\n'.repeat(4 * at + 1)}\\end{tikzpicture}\n\`\`\``,
          note: '',
        }),
      }),
    );
    const first = await judged(folder, { models, limits, concurrency: 1 });
    expect(first.result).toMatchObject({
      limit: 'max-requests',
      troubles: 0,
      judging: { planned: 2, judged: 1, ungraded: 1, leftOut: 1, limit: 'max-requests' },
    });
    expect(first.likeness.flat().filter((one) => one === null)).toHaveLength(1);
    expect(first.asked).toHaveLength(3);
    const second = await judged(folder, { models, limits: { ...limits, maxRequests: 4 } });
    expect(second.asked).toHaveLength(1);
    expect(second.result).toMatchObject({ limit: null, judging: { judged: 2, ungraded: 0 } });
  });
});

describe('a judge of the maker of the model that drew', () => {
  const facts = [JUDGE, 'fake/a'].map(
    (id): ModelFacts => ({
      id,
      name: id,
      family: null,
      maker: 'OpenAI',
      releasedOn: null,
      hasOpenWeights: null,
      contextTokens: null,
      maxOutputTokens: null,
      seesPictures: true,
      reasons: null,
      takesTemperature: null,
      price: null,
    }),
  );
  const models = [{ ...circleModel('fake/a'), facts: facts[1] ?? null }, circleModel('fake/b')];

  it('is flagged, and leaves its own out where that is wanted', async () => {
    const folder = temporaryFolder();
    const skipping = await judged(folder, { models, how: { facts, skipsOwnFamily: true } });
    expect(skipping.likeness).toEqual([['fake/a'], ['fake/b', 1]]);
    await judged(folder, { models, how: { facts } });
    using store = createRunStore(folder);
    const flags = [...store.listSummaries()].map(({ modelId, judgements }) => [
      modelId,
      judgements?.[0]?.isOwnFamily,
    ]);
    expect(flags).toEqual([
      ['fake/a', true],
      ['fake/b', false],
    ]);
  });

  it('is not shown any more where its own are left out later', async () => {
    const folder = temporaryFolder();
    await judged(folder, { models, how: { facts } });
    const { asked, likeness } = await judged(folder, { models, how: { facts, skipsOwnFamily: true } });
    expect({ asked, likeness }).toEqual({ asked: [], likeness: [['fake/a'], ['fake/b', 1]] });
  });
});
