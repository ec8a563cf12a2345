import type { RunJudge } from '../../domain/run.ts';
import { printable } from '../../util/printable.ts';

interface Told {
  readonly name: string;
  readonly version: string;
  readonly text: string;
  readonly judgeIds: readonly string[];
}

/** What judges were told, word by word. What several were told alike is shown once. */
export function JudgePrompts({ judges }: { readonly judges: readonly RunJudge[] }) {
  const prompts = promptsOf(judges);
  return (
    <div class="judge-prompts">
      {prompts.map(({ name, version, text, judgeIds }) => (
        <details key={`${name}|${version}|${text}`}>
          <summary>
            Prompt “{printable(name)}”, version {printable(version)}
            {judgeIds.length < judges.length && `, of ${judgeIds.map(printable).join(', ')}`}
          </summary>
          <pre>{printable(text)}</pre>
        </details>
      ))}
    </div>
  );
}

function promptsOf(judges: readonly RunJudge[]): readonly Told[] {
  const all = judges.flatMap(({ id, prompts }) =>
    Object.entries(prompts).map(([name, { version, text }]) => ({ id, name, version, text })),
  );
  const alike = Map.groupBy(all, ({ name, version, text }) => JSON.stringify([name, version, text]));
  return [...alike.values()].flatMap((told) => {
    const [first] = told;
    return first ? [{ ...first, judgeIds: told.map(({ id }) => id) }] : [];
  });
}
