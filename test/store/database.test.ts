import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

function openCounted(path: string) {
  const database = openDatabase(path, { readOnly: false });
  database.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return database;
}
const NORMAL = 1;
const FULL = 2;

it('waits for the disk in a durable transaction only, also after one that failed', () => {
  using database = openCounted(join(temporaryFolder(), 'a.sqlite'));
  const level = () => database.get<{ synchronous: number }>('PRAGMA synchronous')?.synchronous;
  const fail = () => {
    throw new Error('no');
  };
  expect([
    database.transaction(level),
    database.transaction(level, { isDurable: true }),
    database.transaction(level),
  ]).toEqual([NORMAL, FULL, NORMAL]);
  expect(() => database.transaction(fail, { isDurable: true })).toThrow('no');
  expect(database.transaction(level)).toBe(NORMAL);
});

it('reads one moment in a snapshot, whatever others write', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  using writer = openCounted(path);
  writer.script('CREATE TABLE t (x)');
  using reader = openDatabase(path, { readOnly: true });
  const count = () => reader.get<{ n: number }>('SELECT count(*) AS n FROM t')?.n;
  const seen = reader.snapshot(() => {
    const before = count();
    writer.insert('t', { x: 1 });
    return [before, count()];
  });
  expect([...seen, count()]).toEqual([0, 0, 1]);
});
