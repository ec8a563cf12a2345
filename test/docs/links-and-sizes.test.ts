import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/workshop.ts';

const pages = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].map((name) => join(ROOT, name)),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, 'docs', name)),
];
const lengthOf = (path: string): number => readFileSync(path, 'utf8').trimEnd().split('\n').length;

describe('the documentation', () => {
  it('links only to what is there', () => {
    const broken = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !existsSync(join(dirname(page), target)))
        .map((target) => `${relative(ROOT, page)}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('stays short', () => {
    const tooLong = pages
      .map((page) => ({
        page: relative(ROOT, page),
        lines: lengthOf(page),
        most: mostLines(relative(ROOT, page)),
      }))
      .filter(({ lines, most }) => lines > most);
    expect(tooLong).toEqual([]);
  });

  it('numbers its decisions without a gap', () => {
    const numbers = readdirSync(join(ROOT, 'docs', 'decisions')).map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

function mostLines(page: string): number {
  if (page === 'CONTRIBUTING.md') return 80;
  if (page.startsWith('docs/decisions/')) return 60;
  // It is generated: a command a section.
  if (page === 'docs/cli.md') return 1000;
  return 150;
}
