import { describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/domain/ports.ts';
import type { ModelRequest } from '../../src/domain/reply.ts';
import type { SampleRecord } from '../../src/domain/run.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, echoCompiler, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const TASKS = [makeTask('otters/one', { tracks: ['blind', 'repair', 'sighted'] })];

const drawing = (body: string): string =>
  `\`\`\`latex\n\\begin{tikzpicture}\n${body}\n\\end{tikzpicture}\n\`\`\``;
const BROKEN = drawing('\\undefined');
const ONE = drawing('\\draw (0,0) circle (1);');
const TWO = drawing('\\draw (0,0) circle (1); \\draw (1,0) circle (1);');

/** A model that says these replies one after the other, round by round, and keeps what it was asked. */
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

async function hold(changes: Partial<SweepOptions>, folder = temporaryFolder()) {
  using store = createRunStore(folder);
  const result = await runSweep(sweepOptions(store, { tasks: TASKS, samples: 1, ...changes }));
  const [sample] = [...store.listSamples()];
  if (!sample) throw new Error('the sample is not finished');
  return { folder, result, sample };
}

const roundsOf = ({ rounds }: SampleRecord) =>
  rounds.map(({ round, outcome, grade }) => [round, outcome, grade.spatial]);

describe('the track repair', () => {
  it('sends the errors back until the drawing compiles, and grades every round', async () => {
    const { model, asked } = talker(BROKEN, ONE, TWO);
    const { sample } = await hold({ models: [model], tracks: ['repair'] });
    expect(asked.map(({ round, messages }) => [round, messages.map(({ role }) => role)])).toEqual([
      [1, ['user']],
      [2, ['user', 'assistant', 'user']],
    ]);
    expect(asked[1]?.messages[1]?.text).toBe(BROKEN);
    expect(asked[1]?.messages[2]?.text).toContain('does not compile: Undefined control sequence');
    expect(roundsOf(sample)).toEqual([
      [1, 'tex-error', 0],
      [2, 'drawn', 0.5],
    ]);
    expect(sample).toMatchObject({ outcome: 'drawn', grade: { spatial: 0.5 } });
  });

  it('ends with the last round, whose result is that of the sample', async () => {
    const { model, asked } = talker(BROKEN, BROKEN, ONE);
    const { sample } = await hold({ models: [model], tracks: ['repair'], rounds: { repair: 2, sighted: 3 } });
    expect(asked).toHaveLength(2);
    expect(roundsOf(sample)).toEqual([
      [1, 'tex-error', 0],
      [2, 'tex-error', 0],
    ]);
    expect(sample.grade.spatial).toBe(0);
  });

  it('goes on with the conversation when more rounds are allowed later, and takes back none that were held', async () => {
    const { model, asked } = talker(BROKEN, BROKEN, ONE);
    const setting = { models: [model], tracks: ['repair'] as const };
    const { folder } = await hold({ ...setting, rounds: { repair: 2, sighted: 3 } });
    const { sample } = await hold({ ...setting, rounds: { repair: 3, sighted: 3 } }, folder);
    expect(asked.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(roundsOf(sample).at(-1)).toEqual([3, 'drawn', 0.5]);
  });

  it('asks nobody again because TeX has changed, even where a round now looks broken', async () => {
    const { model, asked } = talker(ONE, TWO);
    const setting = { models: [model], tracks: ['repair'] as const };
    const { folder } = await hold(setting);
    const broken = (): Compilation => ({ outcome: 'tex-error', reason: 'now it fails', log: '' });
    const newer = {
      ...setting,
      compiler: echoCompiler(broken),
      versions: { render: { tex: '2' }, grade: { grader: '1' } },
    };
    const { sample } = await hold(newer, folder);
    expect(asked).toHaveLength(1);
    expect(roundsOf(sample)).toEqual([[1, 'tex-error', 0]]);
    const onceMore = await hold({ ...newer, rounds: { repair: 5, sighted: 3 } }, folder);
    expect(asked).toHaveLength(1);
    expect(roundsOf(onceMore.sample)).toEqual([[1, 'tex-error', 0]]);
  });

  it('takes up a conversation where trouble broke it off', async () => {
    const broken = circleModel('fake/talker', {
      onReply: ({ round }) =>
        round === 1
          ? { outcome: 'replied', text: BROKEN, note: '' }
          : { outcome: 'provider-trouble', reason: 'gone' },
    });
    const first = await hold({ models: [broken], tracks: ['repair'] });
    expect(roundsOf(first.sample)).toEqual([
      [1, 'tex-error', 0],
      [2, 'provider-trouble', null],
    ]);
    expect(first.sample.grade.spatial).toBeNull();
    const { model, asked } = talker(BROKEN, ONE);
    const { sample } = await hold({ models: [model], tracks: ['repair'] }, first.folder);
    expect(asked.map(({ round }) => round)).toEqual([2]);
    expect(roundsOf(sample).at(-1)).toEqual([2, 'drawn', 0.5]);
  });
});

describe('the track sighted', () => {
  it('shows the picture, and ends when the model keeps its drawing', async () => {
    const { model, asked } = talker(ONE, TWO, 'KEEP', BROKEN);
    const { sample } = await hold({
      models: [model],
      tracks: ['sighted'],
      rounds: { repair: 3, sighted: 5 },
    });
    expect(asked.map(({ messages }) => messages.at(-1)?.pictures.map(({ bytes }) => [...bytes]))).toEqual([
      [],
      [[137, 80, 1]],
      [[137, 80, 2]],
    ]);
    expect(roundsOf(sample)).toEqual([
      [1, 'drawn', 0.5],
      [2, 'drawn', 1],
    ]);
    expect(sample.reply).toBe(TWO);
  });

  it('sends errors back where there is no picture', async () => {
    const { model, asked } = talker(BROKEN, ONE, 'KEEP');
    const { sample } = await hold({ models: [model], tracks: ['sighted'] });
    expect(asked[1]?.messages.at(-1)).toMatchObject({ pictures: [] });
    expect(sample).toMatchObject({ outcome: 'drawn', rounds: [{ round: 1 }, { round: 2 }] });
  });

  it('is held again as it was from what is on file', async () => {
    const { model, asked } = talker(ONE, 'KEEP');
    const setting = { models: [model], tracks: ['sighted'] as const };
    const { folder, sample } = await hold(setting);
    const again = await hold(setting, folder);
    expect(asked).toHaveLength(2);
    expect(again.result.renewed).toBe(0);
    expect(again.sample).toEqual(sample);
  });

  it('is one round for models that only have what is on file', async () => {
    const { model, asked } = talker(ONE, TWO);
    await hold({ models: [{ ...model, mostRounds: 1 }], tracks: ['sighted'] });
    expect(asked).toHaveLength(1);
  });
});
