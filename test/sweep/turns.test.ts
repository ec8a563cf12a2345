import { describe, expect, it } from 'vitest';
import type { ModelRequest } from '../../src/domain/reply.ts';
import { pngSize } from '../../src/report/png-size.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { gradeTurns } from '../../src/sweep/grade-turns.ts';
import { regradeRun } from '../../src/sweep/regrade.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { openTestWorkshop } from '../helpers/workshop.ts';

const check = (id: string, turn: number, changes: object) => ({
  ...{ id, skill: 'order', check: 'there', of: ['ball'], needs: [], weight: 1, turn, parameters: {} },
  ...changes,
});

/** Turns a red ball blue, then puts a star above it. */
const TASK = makeTask('edits/ball', {
  tracks: ['blind', 'repair'],
  prompt: 'Make the ball blue.',
  laterPrompts: ['Put a star above the ball.'],
  given: { path: 'given.tex', tex: picture('\\fill[red,part=ball] (0,0) circle (1);') },
  subjects: { ball: { label: 'ball' }, star: { label: 'star' } },
  checks: [
    check('ball-there', 1, {}),
    check('star-there', 2, { of: ['star'] }),
    check('ball-blue', 1, { check: 'colour', parameters: { is: 'blue' } }),
    check('ball-changed', 1, { check: 'changed' }),
    check('star-above', 2, { check: 'above', of: ['star', 'ball'] }),
  ],
});

const BLUE = reply('\\fill[blue,part=ball] (0,0) circle (1);');
const STARRED = reply('\\fill[blue,part=ball] (0,0) circle (1); \\fill[yellow,part=star] (0,2) circle (.4);');
const BROKEN = reply('\\undefined');

function picture(body: string): string {
  return `\\begin{tikzpicture}\n${body}\n\\end{tikzpicture}`;
}

function reply(body: string): string {
  return `\`\`\`latex\n${picture(body)}\n\`\`\``;
}

function talker(...replies: readonly string[]) {
  const asked: ModelRequest[] = [];
  const model = circleModel('fake/talker', {
    onReply: (request) => {
      asked.push(request);
      return { outcome: 'replied', text: replies[request.round - 1] ?? 'nothing', note: '' };
    },
  });
  return { model, asked };
}

/** A sweep of the task by real TeX. */
async function hold(replies: readonly string[], changes: Partial<SweepOptions> = {}) {
  const folder = temporaryFolder();
  const { model, asked } = talker(...replies);
  await using workshop = await openTestWorkshop();
  using store = createRunStore(folder);
  const { grade: _, ...options } = sweepOptions(store, {
    tasks: [TASK],
    models: [model],
    samples: 1,
    ...changes,
  });
  const { compiler, reader } = workshop;
  await runSweep({ ...options, compiler, reader });
  const [sample] = [...store.listSamples()];
  if (!sample) throw new Error('the sample is not finished');
  await runSweep({ ...options, compiler, reader });
  const regraded = await regradeRun({ ...options, compiler, reader });
  const givenHash = store.runInfo().tasks[0]?.givenPngHash;
  const given = givenHash === undefined ? null : pngSize(store.readBlob(givenHash));
  const verdicts = sample.grade.verdicts.map(({ id, turn, outcome }) => [id, turn, outcome]);
  return { asked, sample, verdicts, regraded, given };
}

describe('an edit task', () => {
  it('asks turn by turn in one conversation, and holds each against the one before', async () => {
    const { asked, sample, verdicts, regraded, given } = await hold([BLUE, STARRED]);
    expect(given).toEqual({ widthPx: 512, heightPx: 512 });
    const [first, second] = asked;
    expect(asked).toHaveLength(2);
    expect(first?.messages[0]?.text).toContain('\\fill[red,part=ball]');
    expect(first?.messages[0]?.text).not.toContain('star');
    expect(second?.turn).toBe(2);
    expect(second?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(second?.messages[2]?.text).toMatch(/^Put a star above the ball\.[\s\S]*part=star/);
    expect(sample.rounds.map(({ round, turn = 1, outcome }) => [round, turn, outcome])).toEqual([
      [1, 1, 'drawn'],
      [2, 2, 'drawn'],
    ]);
    expect(verdicts).toEqual([
      ['ball-there', 1, 'met'],
      ['star-there', 2, 'met'],
      ['ball-blue', 1, 'met'],
      ['ball-changed', 1, 'met'],
      ['star-above', 2, 'met'],
    ]);
    expect(regraded).toMatchObject({ renderedAgain: 0, gradedAgain: 0 });
  });

  it('keeps what earlier turns earned when a later one fails', async () => {
    const { sample, verdicts } = await hold([BLUE, BROKEN]);
    expect([sample.outcome, sample.grade.spatial, sample.grade.full]).toEqual(['blank', 0.6, false]);
    expect(verdicts.filter(([, , outcome]) => outcome === 'unmet').map(([id]) => id)).toEqual([
      'star-there',
      'star-above',
    ]);
  });

  it('ends with a turn that is not drawn: there is nothing to change', async () => {
    const { asked, sample } = await hold([BROKEN, STARRED]);
    expect([asked.length, sample.grade.spatial]).toEqual([1, 0]);
  });

  it('mends each turn by itself on the track repair', async () => {
    const { asked, sample } = await hold([BROKEN, BLUE, BROKEN, STARRED], {
      tracks: ['repair'],
      rounds: { repair: 2, sighted: 2 },
    });
    expect(asked.map(({ turn = 1 }) => turn)).toEqual([1, 1, 2, 2]);
    expect(sample.rounds.map(({ round, turn = 1, outcome }) => [round, turn, outcome])).toEqual([
      [1, 1, 'blank'],
      [2, 1, 'drawn'],
      [3, 2, 'blank'],
      [4, 2, 'drawn'],
    ]);
    expect(sample.grade.full).toBe(true);
  });
});

const frame = (x: number) => picture(`\\draw (-3,-1) -- (3,-1); \\fill[red,part=ball] (${x},0) circle (.5);`);
const MOVING = makeTask('moving/ball', {
  frames: 3,
  subjects: { ball: { label: 'ball' } },
  checks: [
    { ...check('ball-there', 1, {}), turn: undefined },
    { ...check('goes-right', 1, { check: 'moved', parameters: { direction: 'right' } }), turn: undefined },
    { ...check('same-ball', 1, { check: 'same' }), turn: undefined },
  ].map(({ turn: _, ...spec }) => spec),
});

describe('a moving task', () => {
  const gradeFrames = async (text: string) => {
    await using workshop = await openTestWorkshop();
    const { compiler, reader } = workshop;
    const { rendered, grade } = await gradeTurns([text], { task: MOVING, compiler, reader });
    const verdicts = Object.fromEntries(grade.verdicts.map(({ id, outcome }) => [id, outcome]));
    return { rendered, verdicts, reasons: grade.verdicts.map(({ reason }) => reason) };
  };

  it('is held frame against frame, in one system of coordinates', async () => {
    const { rendered, verdicts } = await gradeFrames([-2, 0, 2].map(frame).join('\n\n'));
    expect(rendered.outcome === 'drawn' && rendered.laterFrames?.length).toBe(2);
    expect(verdicts).toEqual({ 'ball-there': 'met', 'goes-right': 'met', 'same-ball': 'met' });
  });

  it('may hold its frames in blocks of their own', async () => {
    const { verdicts } = await gradeFrames(
      [-2, 0, 2].map((x) => `\`\`\`latex\n${frame(x)}\n\`\`\``).join('\nThen:\n'),
    );
    expect(verdicts).toEqual({ 'ball-there': 'met', 'goes-right': 'met', 'same-ball': 'met' });
  });

  it('meets nothing in a frame that is missing', async () => {
    const { verdicts, reasons } = await gradeFrames([-2, 0].map(frame).join('\n'));
    expect(verdicts).toEqual({ 'ball-there': 'unmet', 'goes-right': 'unmet', 'same-ball': 'unmet' });
    expect(reasons[0]).toBe('frame 3 was not drawn');
  });

  it('does not go right when it turns back once', async () => {
    const { verdicts } = await gradeFrames([-2, 2, 0].map(frame).join('\n'));
    expect(verdicts).toEqual({ 'ball-there': 'met', 'goes-right': 'unmet', 'same-ball': 'met' });
  });
});
