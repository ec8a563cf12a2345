import { describe } from 'vitest';
import { document, type HostileCase, picture, testHostileCases } from '../helpers/hostile.ts';

const touch = 'touch @HOME@/owned';
const CASES: readonly HostileCase[] = [
  {
    name: '\\write18 runs nothing',
    reply: picture(`\\immediate\\write18{${touch}}`),
    outcomes: ['forbidden'],
  },
  {
    name: 'a disguised \\write18 runs nothing',
    reply: picture(`\\count255=18 \\immediate\\write\\count255{${touch}}`),
    outcomes: ['drawn', 'tex-error', 'forbidden'],
  },
  {
    name: '\\input of a pipe runs nothing',
    reply: picture(`\\input{|"cat @SECRET@.txt"}`),
    outcomes: ['forbidden'],
  },
  {
    name: '\\openin of a pipe runs nothing',
    reply: picture(`\\newread\\r\\openin\\r="|cat @SECRET@.txt"\\read\\r to\\x\\node{\\x};`),
    outcomes: ['forbidden', 'drawn', 'tex-error'],
  },
  {
    name: 'the programs of restricted shell escape do not run',
    reply: picture('\\immediate\\write18{kpsewhich --var-value=HOME}'),
    outcomes: ['forbidden'],
  },
  {
    name: 'a %& first line chooses no other format and no shell',
    reply: `%&latex -shell-escape\n${document('')}`,
    outcomes: ['drawn'],
  },
  {
    name: 'an unknown font calls no mktex script',
    reply: picture('\\font\\x=otter10 at 10pt \\node {\\x hello};'),
    outcomes: ['drawn', 'tex-error'],
  },
  {
    name: '\\tikzexternalize runs nothing',
    reply: document('', '\\usetikzlibrary{external}\\tikzexternalize'),
    outcomes: ['drawn', 'tex-error', 'forbidden', 'blank'],
  },
  {
    name: 'plot gnuplot runs nothing',
    reply: picture('\\draw plot[id=x] function{x*x};'),
    outcomes: ['drawn', 'tex-error', 'forbidden'],
  },
  {
    name: '\\directlua is no way out',
    reply: picture(`\\directlua{os.execute("${touch}")}`),
    outcomes: ['forbidden'],
  },
];

describe('a drawing that wants to run programs', () => testHostileCases(CASES));
