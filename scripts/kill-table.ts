// What bad drawings and mutants show about the checks, as the tables of docs/proof.md:
//   bin/otterbench tasks check --json > proofs.jsonl; node scripts/kill-table.ts proofs.jsonl
import { readFileSync } from 'node:fs';
import type { TaskProof } from '../src/sweep/prove-task.ts';
import { formatKills } from './kills/table.ts';

const [, , path] = process.argv;

if (path === undefined) {
  console.log('Name the file that `tasks check --json` wrote.');
  process.exitCode = 2;
} else {
  const lines = readFileSync(path, 'utf8').split('\n');
  console.log(formatKills(lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TaskProof)));
}
