import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const HOUSE = join(ROOT, 'tasks/basics/house');
const drawing = (file: string) => join(HOUSE, 'drawings', file);

describe('otterbench grade', () => {
  it('gives a line of JSON for each drawing, in their order, with a verdict on every criterion', async () => {
    const cwd = folderWith({ 'prose.md': 'No.' });
    const files = [drawing('good-1.tex'), drawing('bad-roof-floats.tex'), 'prose.md'];
    const ended = await runOtterbench(['grade', 'basics/house', ...files, '--json'], { cwd });
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    const [good, bad, prose] = jsonLines(ended);
    expect(good).toEqual({
      file: files[0],
      outcome: 'drawn',
      reason: '',
      spatial: 1,
      full: true,
      verdicts: expect.any(Array),
    });
    expect((good!.verdicts as object[])[0]).toEqual({
      id: 'wall-there',
      check: 'there',
      outcome: 'met',
      margin: expect.any(Number),
      reason: expect.any(String),
    });
    expect(unmet(bad)).toEqual(['roof-on-wall']);
    expect(prose).toMatchObject({ file: 'prose.md', outcome: 'no-code', spatial: 0, full: false });
  });

  it('takes the file of a task as well as its id, and says each verdict in words', async () => {
    const { exitCode, stdout } = await runOtterbench([
      'grade',
      join(HOUSE, 'task.yaml'),
      drawing('bad-door-outside.tex'),
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/bad-door-outside\.tex: drawn, spatial 0\.\d\d\n/);
    expect(stdout).toMatch(/^ {2}✓ wall-there: /m);
    expect(stdout).toMatch(/^ {2}✗ door-in-wall: /m);
  });
});

function unmet(line: Record<string, unknown> | undefined): string[] {
  const verdicts = line?.verdicts as { id: string; outcome: string }[];
  return verdicts.filter(({ outcome }) => outcome !== 'met').map(({ id }) => id);
}
