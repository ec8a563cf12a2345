import { describe, expect, it } from 'vitest';
import { coldReason } from '../../src/tex/choose-path.ts';
import { withoutComments } from '../../src/tex/tex-source.ts';

const cases: readonly [string, string | null][] = [
  ['\\begin{tikzpicture}\\end{tikzpicture}', null],
  ['\\documentclass[a4paper]{article}\\usepackage{tikz,amsmath}', null],
  ['\\documentclass[tikz, border = 3mm]{standalone}\\usepackage[dvipsnames, svgnames]{xcolor}', null],
  ['\\documentclass{article}\\usepackage[margin=1in]{geometry}\\usepackage{tikz}', null],
  ['\\usepackage[margin=1in]{geometry}\\draw (0,0) -- (\\textwidth,0);', 'measures of a page of its own'],
  ['\\documentclass[12pt]{article}', 'the class option 12pt'],
  ['\\documentclass{beamer}', 'the class beamer'],
  ['\\documentclass{article}\n\\usepackage{tikz, pgfplots}', 'the package pgfplots'],
  ['\\usepackage[table]{xcolor}', 'the option table of xcolor'],
  ['\\PassOptionsToPackage{svgnames}{xcolor}', 'an unusual way to load packages'],
  ['% \\usepackage{pgfplots}', null],
];

describe('coldReason', () => {
  it.each(cases)('%s', (source, reason) => {
    expect(coldReason(withoutComments(source))).toBe(reason);
  });

  it('takes linear time on hostile input', () => {
    expect(coldReason(withoutComments('\\usepackage['.repeat(100_000)))).toBe(null);
  });
});
