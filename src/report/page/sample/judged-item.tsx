import type { ItemVote, JudgedVerdict, Judgement } from '../../../domain/judgement.ts';
import type { RunTask } from '../../../domain/run.ts';
import { printable } from '../../../util/printable.ts';
import {
  isNamed,
  isShared,
  questionWords,
  reasonWords,
  type SharedTrouble,
  troubleWords,
} from '../likeness-words.ts';
import { SIGNS } from './verdicts.tsx';

interface JudgedItemProps {
  readonly task: RunTask;
  readonly judgeId: string;
  readonly verdict: JudgedVerdict;
  /** The other judges where they disagree on this item; else empty. */
  readonly others: readonly Judgement[];
  /** Troubles that are said already: here they are only called open. */
  readonly shared: readonly SharedTrouble[];
}

/** One item of a rubric: its verdict, what was asked, and what the judge said, in its own words and under its name. */
export function JudgedItem({ task, judgeId, verdict, others, shared }: JudgedItemProps) {
  const { id, skill, weight, outcome, votes } = verdict;
  const question = questionWords(task, id);
  const reason = reasonWords(verdict);
  const isOurs = task.rubric?.some((item) => item.id === id && isNamed(item)) ?? false;
  return (
    <li class={outcome}>
      <span class="sign" aria-hidden="true">
        {SIGNS[outcome]}
      </span>
      <span class="only-heard">{outcome}: </span>
      <span class="verdict-id">
        {printable(id)}
        {others.length > 0 && <Disagree id={id} others={others} />}
      </span>
      <span class="skill-tag">
        {printable(skill)}
        {weight !== 1 && ` ×${weight}`}
      </span>
      <div class="said">
        {question !== null && <p class="question">{printable(question)}</p>}
        {reason !== null && <p>{printable(reason)}</p>}
        {votes.map((vote, place) => (
          <p key={vote.vote}>
            {isShared(vote, shared) ? (
              'open'
            ) : (
              <VoteWords vote={vote} showsAnswer={showsAnswer(verdict, vote)} isOurs={isOurs} />
            )}
            {place === votes.length - 1 && (
              <>
                {' '}
                <span class="by">— {printable(judgeId)}</span>
              </>
            )}
          </p>
        ))}
      </div>
    </li>
  );
}

function Disagree({ id, others }: { readonly id: string; readonly others: readonly Judgement[] }) {
  const words = others.flatMap(({ judgeId, verdicts }) =>
    verdicts.filter((verdict) => verdict.id === id).map(({ outcome }) => `${printable(judgeId)}: ${outcome}`),
  );
  return (
    <span class="disagree" title={words.join(', ')}>
      judges disagree
    </span>
  );
}

/** Where the sign of the verdict says it already, the answer is left out. */
function showsAnswer(verdict: JudgedVerdict, { answer }: ItemVote): boolean {
  return answer === 'unsure' || verdict.votes.length > 1 || reasonWords(verdict) !== null;
}

interface VoteWordsProps {
  readonly vote: ItemVote;
  readonly showsAnswer: boolean;
  /** Its words are those of the harness. */
  readonly isOurs: boolean;
}

function VoteWords({ vote, showsAnswer, isOurs }: VoteWordsProps) {
  const { answer, trouble, evidence } = vote;
  if (trouble !== null) return <>open: {printable(troubleWords(trouble, evidence))}</>;
  const said = printable(evidence);
  return (
    <>
      {showsAnswer && <b>{answer}</b>}
      {showsAnswer && said !== '' && ': '}
      {said !== '' && (isOurs ? said : <q>{said}</q>)}
    </>
  );
}
