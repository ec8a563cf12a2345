import { type AnyCommand, COMMANDS, GROUPS, nameOf } from '../../src/cli/commands.ts';
import { helpText } from '../../src/cli/program.ts';

/** The page docs/cli.md: what the commands say of themselves, so that page and program can't differ. */
export async function renderCliPage(): Promise<string> {
  const commands = [
    ...COMMANDS.map((command) => ({ command, words: [nameOf(command)] })),
    ...GROUPS.flatMap(({ name, commands: all }) =>
      all.map((command) => ({ command, words: [name, nameOf(command)] })),
    ),
  ];
  const sections = await Promise.all(commands.map(section));
  return `${HEAD}${sections.join('\n')}`;
}

async function section({ command, words }: { command: AnyCommand; words: string[] }): Promise<string> {
  const [, ...rest] = (await helpText(words)).split(/\n(?=Positionals:|Options:|Examples:)/);
  const name = words.join(' ');
  const form = `otterbench ${[...words, ...command.usage.split(' ').slice(1)].join(' ')}`;
  return `## ${name}\n${command.summary}.\n\n\`\`\`text\n${form}\n\n${rest.map((part) => part.trimEnd()).join('\n\n')}\n\`\`\`\n`;
}

const HEAD = `# The command line
Every command explains itself: \`otterbench COMMAND --help\`. This page is made from what they say; \`npx vitest run
test/cli/help.test.ts -u\` writes it again.

- Data goes to standard output, messages to standard error. \`--json\` gives one JSON object a line.
- Exit codes: 0 done · 1 done, but some samples are in trouble of ours, a task is not proven, or \`--min-score\` was missed ·
  2 wrong use, or something that is needed is missing · 3 stopped by a limit · 70 a bug of otterbench · 130 interrupted.
- \`OTTERBENCH_CACHE\` names the folder of the TeX tree, its formats and the response cache; without it, \`otterbench\`
  in \`XDG_CACHE_HOME\` or \`~/.cache\`. TeX, \`bwrap\` and \`prlimit\` are looked for on the \`PATH\`.
- A folder \`tasks/\` in the working folder comes before the tasks that ship with otterbench.

`;
