import type { SkillSummary } from '../../domain/summary.ts';
import { printable } from '../../util/printable.ts';
import type { Contender } from '../data.ts';
import type { Report } from './report.ts';
import { contenderName, counted, percent } from './words.ts';

/** What each contender can do: share of criteria met, by skill. */
export function Skills({ report }: { readonly report: Report }) {
  const skills = [...new Set(report.summary.skills.map((row) => row.skill))];
  if (skills.length === 0) return null;
  return (
    <section aria-labelledby="skills-title">
      <h2 id="skills-title">By skill</h2>
      <p class="hint">Share of criteria met. Small numbers say how many verdicts that rests on.</p>
      <div class="scroll">
        <table class="skills">
          <thead>
            <tr>
              <th scope="col">Skill</th>
              {report.contenders.map((contender) => (
                <th scope="col" key={`${contender.modelId}|${contender.track}`}>
                  {contenderName(report.run, contender)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {skills.map((skill) => (
              <tr key={skill}>
                <th scope="row">{printable(skill)}</th>
                {report.contenders.map((contender) => (
                  <SkillCell
                    key={`${contender.modelId}|${contender.track}`}
                    row={find(report, skill, contender)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SkillCell({ row }: { readonly row: SkillSummary | undefined }) {
  if (!row || row.rate === null) return <td class="muted">–</td>;
  return (
    <td class="skill">
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${row.rate * 100}%` }} />
      </span>
      <span class="rate">{percent(row.rate)}</span>
      <small>
        {row.criteria}
        <span class="only-heard"> {counted(row.criteria, 'verdict').replace(/^\S+ /, '')}</span>
      </small>
    </td>
  );
}

function find(report: Report, skill: string, contender: Contender): SkillSummary | undefined {
  return report.summary.skills.find(
    (row) => row.skill === skill && row.modelId === contender.modelId && row.track === contender.track,
  );
}
