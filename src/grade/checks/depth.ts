import type { CheckDefinition, CheckInput, Finding } from '../../domain/check.ts';
import { bothBoxes, byMargin, type Chosen, chosen, numberOf, percent, plain } from '../finding.ts';
import { front } from '../geometry/front.ts';

/** Less is the anti-aliased seam of things that only border. */
const LEAST_MEETING = 0.01;
/** Room for an eye or a handle of the one behind that is drawn over the one in front. */
const LEAST_SHARE = 0.9;

/** Defines `in-front-of` and `behind`. Margin: share of the pixels where their ink meets; none where it doesn't. */
export function depthCheck(name: 'in-front-of' | 'behind'): CheckDefinition {
  const [near, far] = name === 'behind' ? ['B', 'A'] : ['A', 'B'];
  return {
    name,
    summary: `Where the ink of A and B meets (at least \`meeting\` of the smaller), at least \`share\` of the pixels show ${near} and not ${far}; where both or neither can be made out, the one painted later counts, and what something else covers doesn't count.`,
    subjects: { min: 2, max: 2 },
    wants: 'one',
    parameters: {
      share: { kind: 'number', default: LEAST_SHARE, min: 0.5, max: 1, doc: 'Least share of these pixels.' },
      meeting: {
        kind: 'number',
        default: LEAST_MEETING,
        min: 0,
        max: 1,
        doc: "Least part of the smaller's ink that must meet the other's.",
      },
    },
    evaluate(input) {
      const [one, other] = [chosen(input, 0), chosen(input, 1)];
      return name === 'behind' ? evaluate(other, one, input) : evaluate(one, other, input);
    },
  };
}

function evaluate(near: Chosen, far: Chosen, { parameters, scene, grounding }: CheckInput): Finding {
  const { met, shows } = front(near.thing, far.thing, { scene, frame: grounding.frame });
  const evidence = bothBoxes(near, far);
  if (met === 0 || met < numberOf(parameters, 'meeting')) {
    return plain(false, `${near.the} and ${far.the} don't meet: neither covers the other`, evidence);
  }
  const least = numberOf(parameters, 'share');
  const reason = `where ${near.the} and ${far.the} meet, ${percent(shows)} shows ${near.the}; ${percent(least)} is needed`;
  return byMargin(shows - least, reason, evidence);
}
