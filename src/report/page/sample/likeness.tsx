import type { BlindName } from '../../../domain/judgement.ts';
import { printable } from '../../../util/printable.ts';
import type { JudgementDetails, SampleDetails } from '../../data.ts';
import { disputedItems } from '../../disputed-items.ts';
import { OwnMaker } from '../likeness-column.tsx';
import { blindWords, disputeWords, likenessWords, sharedTroubles, troubleWords } from '../likeness-words.ts';
import type { Report, Sample } from '../report.ts';
import { counted, OUTCOME_WORDS } from '../words.ts';
import { JudgedItem } from './judged-item.tsx';
import { Silent } from './silent.tsx';

interface LikenessProps {
  readonly report: Report;
  readonly sample: Sample;
  readonly details: SampleDetails;
  /** Only the last round of a conversation is judged. */
  readonly isLastRound: boolean;
}

/** What each judge says of the drawing, one after the other; nothing where the run has no judges. */
export function Likeness({ report, sample, details, isLastRound }: LikenessProps) {
  const judges = report.run.judges ?? [];
  if (judges.length === 0) return null;
  const { judgements = [] } = details;
  const disputed = disputedItems(judgements);
  return (
    <section class="likeness" aria-label="Likeness">
      <h3>Likeness</h3>
      {!isLastRound && <p class="hint">Only the last drawing of a conversation is judged.</p>}
      {isLastRound && disputed.size > 0 && <p class="disagree-line">≠ {disputeWords(disputed.size)}</p>}
      {isLastRound &&
        judgements.map((judgement) => (
          <JudgeSays key={judgement.judgeId} {...{ sample, judgement, disputed, judgements }} />
        ))}
      {isLastRound && <Silent run={report.run} sample={sample} judgements={judgements} />}
    </section>
  );
}

interface JudgeSaysProps {
  readonly sample: Sample;
  readonly judgement: JudgementDetails;
  readonly judgements: readonly JudgementDetails[];
  readonly disputed: ReadonlySet<string>;
}

function JudgeSays({ sample, judgement, judgements, disputed }: JudgeSaysProps) {
  const { judgeId, verdicts, blindNames, isOwnFamily, cuts } = judgement;
  return (
    <details class="judge" open>
      <summary>
        <b>{printable(judgeId)}</b>{' '}
        <span class="judge-score">
          {verdicts.length === 0 ? 'no item to judge' : likenessWords(judgement)}
        </span>
        {isOwnFamily && <OwnMaker />}
      </summary>
      {blindNames.map((name) => (
        <BlindLine key={name.vote} name={name} isOnly={blindNames.length === 1} />
      ))}
      {verdicts.some(({ votes }) => votes.length > 0) ? (
        <Items {...{ sample, judgement, judgements, disputed }} />
      ) : (
        <Unasked sample={sample} verdicts={verdicts} />
      )}
      {cuts.map((cut) => (
        <p key={cut} class="hint">
          {cut}
        </p>
      ))}
    </details>
  );
}

function Items({ sample, judgement, judgements, disputed }: JudgeSaysProps) {
  const { judgeId, verdicts } = judgement;
  const met = verdicts.filter(({ outcome }) => outcome === 'met').length;
  const open = verdicts.filter(({ outcome }) => outcome === 'ungraded').length;
  const others = judgements.filter((other) => other !== judgement);
  const shared = sharedTroubles(verdicts);
  return (
    <>
      <p class="hint">
        {met} of {verdicts.length} items met{open > 0 && `, ${open} open`}
      </p>
      {shared.map(({ vote, trouble, evidence, items }) => (
        <p key={`${vote} ${trouble} ${evidence}`} class="shared-trouble">
          {votesAnItem(verdicts) > 1 && `Vote ${vote}: `}
          {counted(items, 'item')} without an answer: {printable(troubleWords(trouble, evidence))}
        </p>
      ))}
      <ul class="judged-items">
        {verdicts.map((verdict) => (
          <JudgedItem
            key={verdict.id}
            {...{ task: sample.task, judgeId, verdict, shared }}
            others={disputed.has(verdict.id) ? others : []}
          />
        ))}
      </ul>
    </>
  );
}

function votesAnItem(verdicts: JudgementDetails['verdicts']): number {
  return Math.max(...verdicts.map(({ votes }) => votes.length));
}

interface UnaskedProps extends Pick<JudgementDetails, 'verdicts'> {
  readonly sample: Sample;
}

/** Where not one item was asked they all have one reason: nothing was drawn. */
function Unasked({ sample, verdicts }: UnaskedProps) {
  const [first] = verdicts;
  if (first === undefined) return null;
  const reason =
    sample.picture === null ? `nothing was drawn (${OUTCOME_WORDS[sample.outcome].words})` : first.reason;
  return (
    <p class="hint">
      Nobody was asked: {printable(reason)}. {counted(verdicts.length, 'item')}, all {first.outcome}.
    </p>
  );
}

function BlindLine({ name, isOnly }: { readonly name: BlindName; readonly isOnly: boolean }) {
  const hasSentence = name.things !== null && name.sentence !== '';
  return (
    <p class="blind">
      Asked what it is{isOnly ? '' : ` (vote ${name.vote})`}, {printable(blindWords(name))}.
      {hasSentence && <q>{printable(name.sentence)}</q>}
    </p>
  );
}
