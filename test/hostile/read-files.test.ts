import { describe } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import { document, type HostileCase, picture, testHostileCases } from '../helpers/hostile.ts';

// A disguise may slip past the scan; then the file simply is not there. What counts is that nothing leaks.
const ANY: readonly Outcome[] = ['drawn', 'tex-error', 'forbidden', 'blank'];
const SAID: readonly Outcome[] = ['forbidden'];

const CASES: readonly HostileCase[] = [
  { name: '\\input of an absolute path', reply: picture('\\input{@SECRET@.txt}'), outcomes: SAID },
  { name: '\\input by way of ..', reply: picture('\\input{../../../../../..@SECRET@.txt}'), outcomes: SAID },
  { name: '\\input from the home folder', reply: picture('\\input{~/.bashrc}'), outcomes: SAID },
  {
    name: '\\openin and \\read',
    reply: picture('\\newread\\r\\openin\\r=@SECRET@.txt \\read\\r to\\x \\closein\\r \\node {\\x};'),
    outcomes: ANY,
  },
  {
    name: 'the input environment',
    reply: document('\\begin{input}{@SECRET@.txt}\\end{input}'),
    outcomes: ANY,
  },
  { name: '\\csname input', reply: picture('\\csname input\\endcsname{@SECRET@.txt}'), outcomes: ANY },
  { name: '^^5cinput', reply: picture('^^5cinput{@SECRET@.txt}'), outcomes: ANY },
  { name: '\\scantokens', reply: picture('\\scantokens{\\input{@SECRET@.txt}}'), outcomes: ANY },
  { name: 'another escape character', reply: picture('\\catcode`\\!=0 !input{@SECRET@.txt}'), outcomes: ANY },
  {
    name: '\\lowercase that spells input',
    reply: picture(
      '\\lowercase{\\expandafter\\let\\expandafter\\x\\csname INPUT\\endcsname}\\x{@SECRET@.txt}',
    ),
    outcomes: ANY,
  },
  {
    name: '\\verbatiminput',
    reply: document('\\verbatiminput{@SECRET@.txt}', '\\usepackage{verbatim}'),
    outcomes: ANY,
  },
  {
    name: '\\lstinputlisting',
    reply: document('\\lstinputlisting{@SECRET@.txt}', '\\usepackage{listings}'),
    outcomes: ANY,
  },
  {
    name: '\\includegraphics of a PDF outside',
    reply: document('\\includegraphics{@SECRET@.pdf}', '\\usepackage{graphicx}'),
    outcomes: SAID,
  },
  {
    name: '\\pgfplotstableread',
    reply: document('\\pgfplotstableread{@SECRET@.txt}\\x', '\\usepackage{pgfplotstable}'),
    outcomes: ANY,
  },
  {
    name: '\\pdfobj stream file',
    reply: picture('\\immediate\\pdfobj stream file {@SECRET@.txt}'),
    outcomes: SAID,
  },
  {
    name: '\\pdfobj file by another name',
    reply: picture('\\let\\o\\pdfobj \\immediate\\o stream file {@SECRET@.txt}'),
    outcomes: ANY,
  },
  { name: '\\pdfmapfile', reply: picture('\\pdfmapfile{@SECRET@.txt}'), outcomes: ANY },
  {
    name: '\\pdfmapline that embeds a file',
    reply: picture('\\pdfmapline{+cmr10 CMR10 <@SECRET@.txt}\\node{hello};'),
    outcomes: ANY,
  },
  { name: '\\pdffiledump', reply: picture('\\node{\\pdffiledump length 40 {@SECRET@.txt}};'), outcomes: ANY },
  { name: '\\pdffilesize', reply: picture('\\node{x\\pdffilesize{@SECRET@.txt}};'), outcomes: ANY },
  { name: '/proc/self/environ', reply: picture('\\input{/proc/self/environ}'), outcomes: SAID },
  {
    name: "the task's own criteria",
    reply: picture(
      '\\IfFileExists{tasks/otters/sea-otter/task.yaml}{\\input{tasks/otters/sea-otter/task.yaml}}{}',
    ),
    outcomes: ANY,
  },
];

describe('a drawing that wants to read files', () => testHostileCases(CASES));
