import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { openTestWorkshop } from '../test/helpers/workshop.ts';
import { loadDrawings } from './drawings.ts';
import { medianOf, type Pair, pairWithPlain } from './plain.ts';
import { measureSweep } from './sweep-overhead.ts';
import { measureThroughput } from './throughput.ts';

// Prints the tables of docs/performance.md, as they stand there.
const corpus = process.argv[2] ?? '../shared/corpus/gpt4-things.jsonl';
const { from, list } = loadDrawings(existsSync(corpus) ? corpus : null, 40);
const ms = (value: number) => `${Math.round(value)} ms`;
const times = (value: number) => `${value.toFixed(2)}`;
const row = (...cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);

function printPairs(pairs: readonly Pair[]): void {
  const ratio = (of: (pair: Pair) => number) => times(medianOf(pairs, (pair) => of(pair) / pair.oursMs));
  row('one drawing, one after the other', 'median', 'plain ÷ ours, median of pairs');
  row('---', '---', '---');
  row('otterbench: sandbox, TeX, PNG, scene', ms(medianOf(pairs, (pair) => pair.oursMs)), '');
  row('of which sandbox and TeX', ms(medianOf(pairs, (pair) => pair.ourTexMs)), '');
  row(
    'plain, the document as written',
    ms(medianOf(pairs, (pair) => pair.asWrittenMs)),
    ratio((pair) => pair.asWrittenMs),
  );
  row(
    'plain, the page cropped to the picture',
    ms(medianOf(pairs, (pair) => pair.croppedMs)),
    ratio((pair) => pair.croppedMs),
  );
  row('pdflatex alone, as written', ms(medianOf(pairs, (pair) => pair.plainTexMs)), '');
}

{
  await using workshop = await openTestWorkshop(1);
  const pairs = await pairWithPlain(list, workshop);
  console.log(
    `${pairs.length} drawings of the ${from}; ${availableParallelism()} processors; Node ${process.version}\n`,
  );
  printPairs(pairs);
}

const { one, two, ratio, readerBytes } = await measureThroughput(list);
console.log('');
row('many drawings', 'one worker', 'two workers', 'two ÷ one, median of rounds');
row('---', '---', '---', '---');
row('drawings a second', one.toFixed(1), two.toFixed(1), times(ratio));
console.log(`\nThe most memory that a reader process held: ${Math.round(readerBytes / 2 ** 20)} MiB`);

const { cells, msPerCell, msPerBareRequest, heapBytes } = await measureSweep(1_000);
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
console.log('');
row(`a sweep of ${cells} cells`, 'a cell');
row('---', '---');
row('sweep: ask, keep, grade; all drawings but one are on file', `${msPerCell.toFixed(2)} ms`);
row('the same requests by fetch alone', `${msPerBareRequest.toFixed(2)} ms`);
row('overhead of the harness', `${(msPerCell - msPerBareRequest).toFixed(2)} ms`);
console.log(
  `\nHeap after a quarter of the cells ${mebibytes(heapBytes.early)}, after all ${mebibytes(heapBytes.late)}`,
);
