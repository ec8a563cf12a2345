// How often the checks of direction say what people see, on drawings that a model made blind:
//   node scripts/relations-table.ts [corpus file]
import { existsSync } from 'node:fs';
import { openTestWorkshop } from '../test/helpers/workshop.ts';
import { measureRows } from './relations/measure.ts';
import { readRelationRows } from './relations/rows.ts';
import { formatRelations } from './relations/table.ts';

const [, , named] = process.argv;
const corpus = named ?? '../shared/corpus/gpt4-relations.jsonl';

if (existsSync(corpus)) {
  await using workshop = await openTestWorkshop(2);
  console.log(formatRelations(await measureRows(readRelationRows(corpus), workshop)));
} else {
  console.log(`${corpus}: there is no such file; nothing was measured`);
  if (named !== undefined) process.exitCode = 2;
}
