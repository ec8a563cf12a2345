import { describe } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import { type HostileCase, picture, testHostileCases } from '../helpers/hostile.ts';

const ANY: readonly Outcome[] = ['drawn', 'tex-error', 'forbidden', 'blank', 'too-large'];
const write = (path: string, text = 'owned'): string =>
  picture(
    `\\newwrite\\w\\immediate\\openout\\w=${path} \\immediate\\write\\w{${text}}\\immediate\\closeout\\w`,
  );

const CASES: readonly HostileCase[] = [
  { name: '\\openout of an absolute path', reply: write('@HOME@/owned.txt'), outcomes: ANY },
  { name: '\\openout by way of ..', reply: write('../../../../..@HOME@/owned.txt'), outcomes: ANY },
  { name: '\\openout of a dotfile', reply: write('.bashrc'), outcomes: ANY },
  { name: '\\openout over the source', reply: write('drawing.tex'), outcomes: ANY },
  {
    name: '\\openout over the PDF',
    reply: write('drawing.pdf', '\\csname @percentchar\\endcsname PDF-1.4 owned'),
    outcomes: ANY,
  },
  { name: '\\openout over the log', reply: write('drawing.log'), outcomes: ANY },
  {
    name: '\\openout over the aux file',
    reply: write('drawing.aux', '\\string\\undefinedotter'),
    outcomes: ANY,
  },
  { name: 'a texmf.cnf for the next pass', reply: write('texmf.cnf', 'shell_escape = t'), outcomes: ANY },
  {
    name: 'a tikz.sty for the next drawing',
    reply: write('tikz.sty', '\\string\\undefinedotter'),
    outcomes: ANY,
  },
  {
    name: '100,000 files',
    reply: picture(
      '\\newcount\\n\\loop\\advance\\n by 1 \\immediate\\openout15=f\\the\\n \\immediate\\closeout15 \\ifnum\\n<100000\\repeat',
    ),
    outcomes: [...ANY, 'timeout'],
  },
  {
    name: 'one endless file',
    reply: picture(
      '\\immediate\\openout15=big \\def\\x{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}\\loop\\immediate\\write15{\\x\\x\\x\\x\\x\\x\\x\\x}\\iftrue\\repeat',
    ),
    outcomes: ['too-large', 'timeout', 'tex-error'],
  },
];

describe('a drawing that wants to write files', () => testHostileCases(CASES));
