import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPrompts } from '../../src/draw/prompts.ts';
import { drawnRendering, failedRendering } from '../helpers/renderings.ts';
import { makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const SHIPPED = join(import.meta.dirname, '../../prompts');

function changed(file: string, text: string): string {
  const folder = temporaryFolder();
  cpSync(SHIPPED, folder, { recursive: true });
  writeFileSync(join(folder, file), text);
  return folder;
}

describe('readPrompts', () => {
  const prompts = readPrompts(SHIPPED);

  it('tells the environment and the labels, and nothing of how drawings are graded', () => {
    expect(prompts.system()).toContain('pdfTeX');
    expect(prompts.system()).toContain('part=NAME');
    const everything = [
      prompts.system(),
      prompts.first(makeTask('s/a')),
      prompts.repair(failedRendering('tex-error')),
    ];
    expect(everything.join('\n')).not.toMatch(/grad|score|check|criteri|judge|benchmark|version:|<!--/i);
  });

  it('asks for the labels of a task, each once, and for none where there are none', () => {
    const task = makeTask('s/a', {
      prompt: '  Draw an otter.\n',
      subjects: { otter: { label: 'otter' }, twin: { label: 'otter' }, sun: { colour: 'yellow' } },
    });
    expect(prompts.first(task)).toBe(
      'Draw an otter.\n\nPut each of these in a scope with its label, all that belongs to it and nothing else:\n- otter: \\begin{scope}[part=otter] … \\end{scope}',
    );
    expect(prompts.first({ ...task, subjects: {} })).toBe('Draw an otter.');
  });

  it('fills places once, whatever the values hold', () => {
    const task = makeTask('s/a', { prompt: 'Draw {{labels}} and {{prompt}} and $& too.' });
    expect(prompts.first(task)).toContain('Draw {{labels}} and {{prompt}} and $& too.');
  });

  it('says with a picture what does not compile cleanly in it', () => {
    expect(prompts.sighted(drawnRendering({ clean: true }))).toMatch(
      /^This is the picture that your drawing makes\. Look/,
    );
    expect(
      prompts.sighted(
        drawnRendering({ clean: false, log: 'drawing.tex:3: Undefined control sequence.\nl.3 \\foo' }),
      ),
    ).toContain('Undefined control sequence.\nl.3 \\foo');
  });

  it('has another hash for another wording, and the same for other line ends', () => {
    const system = readFileSync(join(SHIPPED, 'system.md'), 'utf8');
    expect(readPrompts(changed('system.md', `${system}\nBe bold.`)).hash).not.toBe(prompts.hash);
    expect(readPrompts(changed('system.md', system.replaceAll('\n', '\r\n'))).hash).toBe(prompts.hash);
    expect(prompts.versions.system).toBe('1');
  });

  it('lists all mistakes at once', () => {
    const folder = changed('repair.md', 'Mend {{it}}.');
    writeFileSync(join(folder, 'task.md'), '<!-- version: 2. Short. -->\n');
    expect(() => readPrompts(folder)).toThrow(
      [
        `${folder}/task.md: expected {{prompt}} somewhere`,
        `${folder}/task.md: it says nothing`,
        `${folder}/repair.md:1: expected <!-- version: 1. What it is for. --> as the first line`,
        `${folder}/repair.md: expected {{problem}} somewhere`,
        `${folder}/repair.md: nothing fills {{it}}; expected {{problem}}`,
      ].join('\n'),
    );
    expect(() => readPrompts('/nowhere')).toThrow('/nowhere/system.md: no such file');
  });
});
