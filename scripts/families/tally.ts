/** Drawings of one kind: how many there were, and how many did what the task says. */
interface Share {
  all: number;
  proven: number;
}

/** What came of the tasks of one family and level. */
export interface Tally {
  tasks: number;
  readonly good: Share;
  readonly bad: Share;
}

export function newTally(): Tally {
  return { tasks: 0, good: { all: 0, proven: 0 }, bad: { all: 0, proven: 0 } };
}

const HEAD = ['family', 'level', 'tasks', 'good drawings that pass', 'bad drawings that fail exactly'];

/** A Markdown table, a row for each family and level (`relations 3`), and one of all together. */
export function formatTally(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([key, tally]) => [...key.split(' '), ...cellsOf(tally)]);
  const lines = [HEAD, HEAD.map(() => '---'), ...rows, ['all', '', ...cellsOf(sumOf([...tallies.values()]))]];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf({ tasks, good, bad }: Tally): string[] {
  return [String(tasks), ...[good, bad].map(({ all, proven }) => `${proven} of ${all}`)];
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = newTally();
  for (const { tasks, good, bad } of tallies) {
    sum.tasks += tasks;
    sum.good.all += good.all;
    sum.good.proven += good.proven;
    sum.bad.all += bad.all;
    sum.bad.proven += bad.proven;
  }
  return sum;
}
