import { createHash } from 'node:crypto';
import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { judgeAnswer, questionIn, type SeenQuestion } from '../helpers/judge-answers.ts';
import { startModelServer } from '../helpers/model-server.ts';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const EACH = 40;

/** A disc of a size of its own: warm ones are good, cold ones are unlike what was asked. */
function disc(index: number, colour: string): string {
  return `\\begin{tikzpicture}\\fill[${colour}] (0,0) circle (${1 + index / 50}); \\draw (-3,-3) rectangle (3,3);\\end{tikzpicture}\n`;
}

function workspace(): string {
  const places = Array.from({ length: EACH }, (_, index) => index + 1);
  const known = [
    ...places.map((index) => ({ file: `good-${index}.tex`, entry: '{}', tex: disc(index, 'red') })),
    ...places.map((index) => ({
      file: `bad-${index}.tex`,
      entry: '{ fails: disc-is-red, unlike: warm }',
      tex: disc(index, 'blue'),
    })),
  ];
  const task = `title: A warm disc
prompt: Draw a warm disc.
subjects:
  disc: { shape: circle }
checks:
  - { id: disc-is-red, skill: colour, check: colour, of: disc, is: red }
rubric: warmth
drawings:
${known.map(({ file, entry }) => `  ${file}: ${entry}`).join('\n')}
`;
  return folderWith({
    'tasks/mine/disc/task.yaml': task,
    'rubrics/warmth.yaml':
      'title: Warmth\nitems:\n  - { id: warm, skill: likeness, question: Does it feel warm?, yes: It glows., no: It is chilly. }\n',
    ...Object.fromEntries(known.map(({ file, tex }) => [`tasks/mine/disc/drawings/${file}`, tex])),
  });
}

/** A made-up judge that looks: it sees whether the middle of the picture is warm, and errs as often as it is told to. */
function looks({ pngs, pictures }: SeenQuestion, rates: { missed: number; invented: number }) {
  const { data, width, height, channels } = decode(pngs[0]!);
  const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * channels;
  const isWarm = Number(data[middle]) > Number(data[middle + 2]);
  const chance = createHash('sha256').update(`die ${pictures[0]}`).digest().readUInt32BE(0) / 2 ** 32;
  const errs = chance < (isWarm ? rates.missed : rates.invented);
  return { isWarm, says: isWarm !== errs ? 'yes' : 'no' };
}

const RATES: Readonly<Record<string, { missed: number; invented: number }>> = {
  '/v1/responses': { missed: 0, invented: 0 },
  '/v1/messages': { missed: 0.3, invented: 0.1 },
  '/api/chat': { missed: 0, invented: 1 },
};

it('recovers the error rates of made-up judges, item by item', async () => {
  const tally = new Map<string, { met: number; notMet: number }>();
  await using server = await startModelServer({
    text: (seen) => {
      const question = questionIn(seen);
      const rates = RATES[seen.path];
      if (question === null || rates === undefined) throw new Error(`nobody asks this: ${seen.path}`);
      const { isWarm, says } = looks(question, rates);
      const counts = tally.get(seen.path) ?? { met: 0, notMet: 0 };
      tally.set(seen.path, counts);
      if (isWarm && says === 'yes') counts.met += 1;
      if (!isWarm && says === 'no') counts.notMet += 1;
      return judgeAnswer(question, { answer: () => says });
    },
  });
  const judges = ['openai/gpt-4.1-mini', 'anthropic/claude-sonnet-4-5', 'ollama/gemma3'];
  const cwd = workspace();
  const args = ['judges', 'try', '--judge', judges.join(','), '--tasks', 'mine/*', '--no-blind-naming'];
  const options = { cwd, environment: { ...server.variables } };
  const ended = await runOtterbench([...args, '--yes', '--json', '--no-cache'], options);
  expect(ended.stderr).not.toContain('otterbench: ');
  expect(ended.exitCode).toBe(0);
  const told = jsonLines(ended) as unknown as { judge: string; items: Row[] }[];
  expect(told.map(({ judge, items }) => [judge, items.map(({ id }) => id)])).toEqual(
    judges.map((judge) => [judge, ['warm', 'all']]),
  );
  for (const [index, path] of Object.keys(RATES).entries()) {
    const [row] = told[index]?.items ?? [];
    const counts = tally.get(path);
    expect(row?.shouldBeMet).toMatchObject({ right: counts?.met, of: EACH });
    expect(row?.shouldNotBeMet).toMatchObject({ right: counts?.notMet, of: EACH });
    const { missed, invented } = RATES[path]!;
    expect(row?.shouldBeMet.interval.low).toBeLessThanOrEqual(1 - missed);
    expect(row?.shouldBeMet.interval.high).toBeGreaterThanOrEqual(1 - missed);
    expect(row?.shouldNotBeMet.interval.low).toBeLessThanOrEqual(1 - invented);
    expect(row?.shouldNotBeMet.interval.high).toBeGreaterThanOrEqual(1 - invented);
  }

  const before = server.requests.length;
  expect(before).toBe(2 * EACH * judges.length);
  const table = await runOtterbench([...args, '--yes', '--no-cache'], options);
  expect(server.requests.length).toBe(before);
  expect(table.stdout).toMatch(
    /ollama\/gemma3: how often it is right about drawings that ship with the tasks/,
  );
  expect(table.stdout).toMatch(/warm +40 of 40 +0\.91–1\.00 +0 of 40 +0\.00–0\.09 +0 +0/);
});

interface Rate {
  readonly right: number;
  readonly of: number;
  readonly interval: { readonly low: number; readonly high: number };
}
interface Row {
  readonly id: string;
  readonly shouldBeMet: Rate;
  readonly shouldNotBeMet: Rate;
}
