import { describe } from 'vitest';
import { document, type HostileCase, picture, testHostileCases } from '../helpers/hostile.ts';

const circle = '\\begin{tikzpicture}\\fill (0,0) circle (1);\\end{tikzpicture}';
const CASES: readonly HostileCase[] = [
  { name: '\\end{document} midway', reply: document(`${circle}\n\\end{document}\n`), outcomes: ['drawn'] },
  { name: '\\stop', reply: document(`${circle}\\stop`), outcomes: ['drawn', 'tex-error', 'blank'] },
  { name: '\\pdfoutput=0', reply: document('', '\\pdfoutput=0'), outcomes: ['drawn', 'tex-error', 'blank'] },
  {
    name: 'a document without a picture',
    reply: '\\documentclass{article}\\begin{document}\\end{document}',
    outcomes: ['no-code', 'blank'],
  },
  {
    name: 'many pages',
    reply: document(`${circle}\\newpage ${circle}\\newpage`),
    outcomes: ['drawn', 'too-large'],
  },
  { name: 'several pictures', reply: document(circle.repeat(3)), outcomes: ['drawn'] },
  {
    name: 'a class of its own',
    reply: `\\documentclass{beamer}\\usepackage{tikz}\\begin{document}\\begin{frame}${circle}\\end{frame}\\end{document}`,
    outcomes: ['drawn', 'tex-error'],
  },
  {
    name: 'remember picture',
    reply: picture('').replace('\\begin{tikzpicture}', '\\begin{tikzpicture}[remember picture]'),
    outcomes: ['drawn'],
  },
  {
    name: 'a page of 16,383 pt',
    reply: picture('\\draw (0,0) -- (16000pt,0);'),
    outcomes: ['drawn', 'too-large', 'tex-error'],
  },
  {
    name: 'a media box of 1e9',
    reply: picture('\\pdfpageattr{/MediaBox [0 0 1000000000 1000000000]}'),
    outcomes: ['drawn', 'too-large', 'blank'],
  },
  {
    name: 'a user unit of 1000',
    reply: picture('\\pdfpageattr{/UserUnit 1000}'),
    outcomes: ['drawn', 'too-large'],
  },
  { name: 'a turned page', reply: picture('\\pdfpageattr{/Rotate 90}'), outcomes: ['drawn', 'too-large'] },
  {
    name: 'unbalanced state and marks',
    reply: picture('\\pdfliteral direct{Q Q Q EMC EMC}'),
    outcomes: ['drawn', 'blank'],
  },
  {
    name: 'forged and huge marks',
    reply: picture(`\\pdfliteral direct{/Part.${'61'.repeat(5000)} BMC /Part.zz BMC /Part. BMC}`),
    outcomes: ['drawn', 'tex-error', 'blank'],
  },
];

describe('a drawing that is odd but legal', () => testHostileCases(CASES));
