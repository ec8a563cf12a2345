import type { TexTokens } from './tex-tokens.ts';

const DEFINERS = new Set(
  'newcommand renewcommand providecommand DeclareRobustCommand NewDocumentCommand RenewDocumentCommand DeclareDocumentCommand def gdef'.split(
    ' ',
  ),
);
/** `\newcommand*{\frame}`: the name stands this close. */
const NAME_WITHIN_TOKENS = 3;

/** Names of the commands that the text defines for itself: a reply may draw its frames by calling one. */
export function ownCommands({ list }: TexTokens): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, { kind, name }] of list.entries()) {
    if (kind !== 'command' || !DEFINERS.has(name)) continue;
    const next = list.slice(index + 1, index + 1 + NAME_WITHIN_TOKENS);
    const own = next.find((token) => token.kind === 'command');
    if (own !== undefined) names.add(own.name);
  }
  return names;
}
