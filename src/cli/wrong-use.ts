import { UsageError } from '../domain/usage-error.ts';
import { nearest } from '../util/nearest.ts';
import { COMMANDS, GROUPS, nameOf } from './commands.ts';

/** What yargs knows of the flags that were declared; public there, but not in its types. */
export interface DeclaredFlags {
  getOptions(): { readonly key: Readonly<Record<string, unknown>>; readonly array: readonly string[] };
}

/** The text that yargs is told to use for what it does not know; the names stand behind it. */
export const UNKNOWN = 'not known here: ';

/** Sees to it that the line names a command. Throws UsageError with the nearest one. `--help` and `--version` need none. */
export function requireCommand(args: readonly string[]): void {
  const asks = args.some((arg) => ['--help', '-h', '--version'].includes(arg));
  const [first, second] = args.filter((arg) => !arg.startsWith('-'));
  if (asks && first === undefined) return;
  requireName(first, [...COMMANDS.map(nameOf), ...GROUPS.map(({ name }) => name)], 'otterbench');
  const group = GROUPS.find(({ name }) => name === first);
  if (group && !(asks && second === undefined))
    requireName(second, group.commands.map(nameOf), `otterbench ${group.name}`);
}

function requireName(given: string | undefined, known: readonly string[], before: string): void {
  if (given !== undefined && known.includes(given)) return;
  const near = given === undefined ? null : nearest(given, known);
  const hint = near === null ? '' : ` Did you mean "${near}"?`;
  const got = given === undefined ? 'nothing' : JSON.stringify(given);
  throw new UsageError(`expected a command of ${before} (${known.join(', ')}), got ${got}.${hint}`, {
    remedy: `Run ${before} --help to see what each of them does.`,
  });
}

/** The UsageError for what yargs finds wrong with a line, with the nearest flag and the form of the command. */
export function wrongUse(
  message: string,
  args: readonly string[],
  declared: DeclaredFlags | null,
): UsageError {
  const told = message.startsWith(UNKNOWN)
    ? explainUnknown(message.slice(UNKNOWN.length), args, declared)
    : lowerFirst(message);
  const { name, form } = commandOf(args);
  return new UsageError(`${name}: ${told}`, {
    remedy: `Its form: ${form}. Run it with --help to see what it takes.`,
  });
}

/** The command that a line names, e.g. `tasks show`, and its form, `otterbench tasks show <task>`. */
function commandOf(args: readonly string[]): { readonly name: string; readonly form: string } {
  const [first, second] = args.filter((arg) => !arg.startsWith('-'));
  const group = GROUPS.find(({ name }) => name === first);
  const commands = group?.commands ?? COMMANDS;
  const usage = commands.find((one) => nameOf(one) === (group ? second : first))?.usage ?? '<command>';
  const words = [...(group ? [group.name] : []), usage];
  return { name: words.join(' ').split(/ [<[]/)[0] ?? usage, form: ['otterbench', ...words].join(' ') };
}

function explainUnknown(names: string, args: readonly string[], declared: DeclaredFlags | null): string {
  const flags = Object.keys(declared?.getOptions().key ?? {});
  const told = names.split(', ').filter((name) => isTyped(name, args));
  return told.map((name) => explainOne(name, args, flags)).join('; ');
}

// yargs names an unknown flag twice, as it was typed and in camel case.
function isTyped(name: string, args: readonly string[]): boolean {
  return args.some((arg) => arg === name || arg.replace(/^-+/, '').split('=')[0] === name);
}

function explainOne(name: string, args: readonly string[], flags: readonly string[]): string {
  if (args.includes(name)) return `one argument too many, ${JSON.stringify(name)}`;
  const near = nearest(
    name,
    flags.filter((flag) => flag.length > 1),
  );
  return `there is no flag --${name}${near === null ? '' : `; did you mean --${near}?`}`;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** Flags that take one value and were given several throw UsageError. */
export function requireSingles(options: Readonly<Record<string, unknown>>, declared: DeclaredFlags): void {
  const { key, array } = declared.getOptions();
  const twice = Object.keys(key).filter((name) => Array.isArray(options[name]) && !array.includes(name));
  if (twice.length === 0) return;
  throw new UsageError(twice.map((name) => `--${name}: expected it once, got it several times`).join('\n'), {
    remedy: 'Leave all but one out.',
  });
}
