import type { ItemVote, JudgedVerdict, Judgement } from '../../src/domain/judgement.ts';
import type { RunInfo, RunItem, RunJudge, SampleRecord } from '../../src/domain/run.ts';
import { summarise } from '../../src/stats/summarise.ts';
import { blobsOf, HOSTILE, hashOf, type RunFixture, runOf, sampleOf } from './run-fixture.ts';
import { tinyPng } from './tiny-png.ts';

/** One vote an item, and of the maker of `openai/drawer`. */
export const FIRST_JUDGE = 'openai/gpt-4.1-mini';
/** Three votes an item. */
export const SECOND_JUDGE = 'anthropic/claude-sonnet-4-5';
/** What the second judge says of `furry`. */
export const HOSTILE_SENTENCE = `It is bald ${HOSTILE}`;

/** The one sample that both judges were shown. */
export const DISPUTED = 'otters/plane|openai/drawer|blind|1';
/** Nothing was drawn. */
export const BROKEN = 'otters/plane|recorded/other|blind|1';
/** Its task has no rubric. */
export const UNJUDGED = 'basics/circles|openai/drawer|blind|1';

const RUBRIC: readonly RunItem[] = [
  { id: 'named', names: ['otter', 'sea otter'] },
  { id: 'furry', question: 'Does it look furry?' },
  { id: 'tidy', question: `Is it tidy ${HOSTILE}?` },
];

const PROMPTS: RunJudge['prompts'] = {
  system: { version: '1', text: 'You look at pictures.' },
  naming: { version: '2', text: `What is drawn? ${HOSTILE}` },
};

const JUDGES: readonly RunJudge[] = [
  {
    id: FIRST_JUDGE,
    votes: 1,
    blindNaming: true,
    skipsOwnFamily: false,
    spend: { requests: 2, costUsd: 0.004, unknownCosts: 0, inputTokens: 1800, outputTokens: 290 },
    prompts: PROMPTS,
  },
  {
    id: SECOND_JUDGE,
    settings: { temperature: 0, headers: { 'x-team': 'secret-of-the-team' } },
    votes: 3,
    blindNaming: true,
    skipsOwnFamily: false,
    spend: { requests: 6, costUsd: 0, unknownCosts: 6, inputTokens: null, outputTokens: null },
    prompts: PROMPTS,
  },
];

const HEADS: Readonly<Record<string, Pick<JudgedVerdict, 'id' | 'skill' | 'weight'>>> = {
  named: { id: 'named', skill: 'recognition', weight: 2 },
  furry: { id: 'furry', skill: 'likeness', weight: 1 },
  tidy: { id: 'tidy', skill: 'craft', weight: 1 },
};

function verdict(
  id: string,
  said: Pick<JudgedVerdict, 'outcome' | 'reason'>,
  votes: readonly Omit<ItemVote, 'vote'>[],
): JudgedVerdict {
  const head = HEADS[id];
  if (head === undefined) throw new Error(`no item ${id}`);
  return { ...head, ...said, votes: votes.map((vote, place) => ({ vote: place + 1, ...vote })) };
}

const says = (answer: 'yes' | 'no' | 'unsure', evidence: string) => ({ answer, trouble: null, evidence });
const fails = (trouble: 'unparsable', evidence: string) => ({ answer: null, trouble, evidence });

const ASKED = { rubricHash: 'hash of the rubric', votesWanted: 3 };

/** What the first judge says of `DISPUTED`: all is there. */
export const PLEASED: Judgement = {
  judgeId: FIRST_JUDGE,
  likeness: 1,
  bounds: { low: 1, high: 1 },
  verdicts: [
    verdict('named', { outcome: 'met', reason: '1 yes' }, [says('yes', 'it named: otter, laptop')]),
    verdict('furry', { outcome: 'met', reason: '1 yes' }, [says('yes', 'It has short strokes all over.')]),
    verdict('tidy', { outcome: 'met', reason: '1 yes' }, [says('yes', 'Nothing is left over.')]),
  ],
  blindNames: [
    { vote: 1, things: ['otter', 'laptop'], sentence: 'An otter sits at a laptop.', trouble: null },
  ],
  isOwnFamily: true,
  ...ASKED,
};

/** What the second one says: it is not furry, and of `tidy` a vote could not be read. */
export const CRITICAL: Judgement = {
  judgeId: SECOND_JUDGE,
  likeness: null,
  bounds: { low: 0.5, high: 0.75 },
  verdicts: [
    verdict('named', { outcome: 'met', reason: '2 yes, 1 no' }, [
      says('yes', 'it named: sea otter'),
      says('yes', 'it named: otter'),
      says('no', 'it named nothing'),
    ]),
    verdict('furry', { outcome: 'unmet', reason: '2 no, 1 unsure' }, [
      says('no', HOSTILE_SENTENCE),
      says('no', 'It is smooth.'),
      says('unsure', 'It is too small.'),
    ]),
    verdict('tidy', { outcome: 'ungraded', reason: 'vote 2: unparsable: no JSON object: "Nice!"' }, [
      says('yes', 'All of it fits.'),
      fails('unparsable', 'no JSON object: "Nice!"'),
      says('yes', 'It is clean.'),
    ]),
  ],
  blindNames: [
    { vote: 1, things: ['sea otter'], sentence: 'A sea otter.', trouble: null },
    { vote: 2, things: ['otter', HOSTILE], sentence: '', trouble: null },
    { vote: 3, things: [], sentence: 'A blank page.', trouble: null },
  ],
  isOwnFamily: false,
  ...ASKED,
};

/** Where nothing was drawn nobody is asked. */
function ofNothing(judgeId: string): Judgement {
  const reason = 'nothing was drawn: tex-error';
  return {
    judgeId,
    likeness: 0,
    bounds: { low: 0, high: 0 },
    verdicts: Object.keys(HEADS).map((id) => verdict(id, { outcome: 'unmet', reason }, [])),
    blindNames: [],
    isOwnFamily: false,
    ...ASKED,
  };
}

const BROKEN_RESULT = {
  outcome: 'tex-error',
  clean: null,
  stage: 'tex',
  reason: 'l.3 Undefined control sequence',
  pngHash: null,
  pdfHash: null,
  scene: null,
  grade: { spatial: 0, full: false, verdicts: [] },
} as const;

/** Two judges: they disagree on one drawing, owe a verdict, are hostile, and were not asked of all. */
export function judgedRun(): RunFixture {
  const samples: readonly SampleRecord[] = [
    sampleOf({ modelId: 'openai/drawer', judgements: [PLEASED, CRITICAL] }),
    sampleOf({
      modelId: 'recorded/other',
      ...BROKEN_RESULT,
      judgements: [ofNothing(FIRST_JUDGE), ofNothing(SECOND_JUDGE)],
    }),
    sampleOf({ taskId: 'basics/circles', modelId: 'openai/drawer', pngHash: hashOf(tinyPng(1)) }),
  ];
  const shape = {
    modelIds: ['openai/drawer', 'recorded/other'],
    taskIds: ['otters/plane', 'basics/circles'],
  };
  const plain = runOf({ ...shape, title: 'A judged run', disclosure: null });
  const run: RunInfo = {
    ...plain,
    planned: samples.length,
    judges: JUDGES,
    tasks: plain.tasks.map((task) => (task.id === 'otters/plane' ? { ...task, rubric: RUBRIC } : task)),
  };
  return { run, samples, summary: summarise(samples), readBlob: blobsOf([0, 1]) };
}

/** The same run as it was before anybody judged it. */
export function unjudgedRun(): RunFixture {
  const { run, samples, readBlob } = judgedRun();
  const { judges: _, ...unjudged } = run;
  const bare = samples.map(({ judgements: __, ...sample }) => sample);
  return { run: unjudged, samples: bare, summary: summarise(bare), readBlob };
}
