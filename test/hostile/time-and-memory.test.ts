import { describe } from 'vitest';
import { type HostileCase, picture, testHostileCases } from '../helpers/hostile.ts';

const TIME: readonly HostileCase[] = [
  { name: 'a macro that calls itself', reply: picture('\\def\\x{\\x}\\x'), outcomes: ['timeout'] },
  { name: 'an endless loop', reply: picture('\\loop\\iftrue\\repeat'), outcomes: ['timeout'] },
  {
    name: 'a huge \\foreach',
    reply: picture('\\foreach \\i in {1,...,100000000} \\draw (\\i pt,0) -- (0,0);'),
    outcomes: ['timeout', 'tex-error'],
  },
  {
    name: 'a plot with a hundred thousand samples',
    reply: picture('\\draw plot[domain=0:5,samples=100000] (\\x,{sin(\\x r)});'),
    outcomes: ['timeout', 'tex-error', 'drawn', 'too-large'],
  },
  {
    name: 'a decoration of tiny segments',
    reply: `\\usetikzlibrary{decorations.pathmorphing}\n${picture('\\draw[decorate,decoration={zigzag,segment length=0.001pt}] (0,0) -- (10,0);')}`,
    outcomes: ['timeout', 'tex-error'],
  },
  {
    name: 'endless pages',
    reply: picture('\\loop\\shipout\\hbox{x}\\iftrue\\repeat'),
    outcomes: ['too-large'],
  },
  { name: '\\read16 waits for nobody', reply: picture('\\read16 to\\x'), outcomes: ['tex-error', 'drawn'] },
  {
    name: 'a wait on \\pdfelapsedtime',
    reply: picture('\\pdfresettimer\\loop\\ifnum\\pdfelapsedtime<2000000000\\repeat'),
    outcomes: ['timeout'],
  },
];

const MEMORY: readonly HostileCase[] = [
  {
    name: 'an \\edef that doubles',
    reply: picture('\\def\\x{xxxxxxxx}\\loop\\edef\\x{\\x\\x}\\iftrue\\repeat'),
    outcomes: ['tex-error', 'too-large', 'timeout'],
  },
  {
    name: 'a save stack without end',
    reply: picture('\\def\\x{\\begingroup\\x}\\x'),
    outcomes: ['tex-error', 'timeout'],
  },
  {
    name: 'endless \\pdfobj',
    reply: picture('\\loop\\immediate\\pdfobj{(otter otter otter otter)}\\iftrue\\repeat'),
    outcomes: ['too-large', 'timeout', 'tex-error', 'forbidden'],
  },
  {
    name: 'endless \\pdfxform',
    reply: picture('\\loop\\setbox0\\hbox{x}\\immediate\\pdfxform0 \\iftrue\\repeat'),
    outcomes: ['too-large', 'timeout', 'tex-error'],
  },
  {
    name: 'a flood of trace lines',
    reply: picture('\\tracingall\\foreach \\i in {1,...,100000} \\draw (\\i pt,0) -- (0,0);'),
    outcomes: ['too-large', 'timeout', 'tex-error'],
  },
  {
    name: 'escape sequences in messages',
    reply: picture('\\errmessage{^^5b^^1b[2J^^1b]0;owned^^07}'),
    outcomes: ['tex-error', 'drawn'],
  },
  {
    name: 'invalid UTF-8 and NUL',
    reply: picture('\\node{a\u0000b\ufffd};'),
    outcomes: ['tex-error', 'drawn'],
  },
  { name: 'a reply of 50 MB', reply: 'x '.repeat(25_000_000), outcomes: ['too-large'] },
];

describe('a drawing that wants all the time', () => testHostileCases(TIME));
describe('a drawing that wants all the memory', () => testHostileCases(MEMORY));
