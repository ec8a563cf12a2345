import { printable } from '../../../util/printable.ts';
import type { Report } from '../report.ts';
import { OUTCOME_WORDS } from '../words.ts';
import { type Filter, GRADE_CHOICES, ORDERS, type Order } from './choose.ts';

interface FiltersProps {
  readonly report: Report;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly layout: 'rows' | 'gallery';
  readonly onLayout: (layout: 'rows' | 'gallery') => void;
}

/** What is shown on the wall, in which order, and how. */
export function Filters({ report, filter, onFilter, layout, onLayout }: FiltersProps) {
  const suites = [...new Set(report.run.tasks.map((task) => task.suite))];
  const outcomes = [...new Set(report.samples.map((sample) => sample.outcome))];
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label class="search">
        <span>Search</span>
        <input
          type="search"
          value={filter.text}
          placeholder="otter, plane, a model…"
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <Choice
        label="Suite"
        value={filter.suite}
        options={[['', 'all'], ...suites.map((suite): [string, string] => [suite, printable(suite)])]}
        onChoose={(suite) => onFilter({ ...filter, suite })}
      />
      <Choice
        label="Outcome"
        value={filter.outcome}
        options={[
          ['', 'all'],
          ...Object.values(GRADE_CHOICES).map((choice): [string, string] => [choice, choice]),
          ...outcomes.map((outcome): [string, string] => [outcome, OUTCOME_WORDS[outcome].words]),
        ]}
        onChoose={(outcome) => onFilter({ ...filter, outcome })}
      />
      <Choice
        label="Order"
        value={filter.order}
        options={ORDERS.map((order): [string, string] => [order, order])}
        onChoose={(order) => onFilter({ ...filter, order: order as Order })}
      />
      <fieldset class="layouts">
        <legend class="only-heard">Layout</legend>
        {(['rows', 'gallery'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={layout === choice}
            onClick={() => onLayout(choice)}
          >
            {choice === 'rows' ? 'By scene' : 'Gallery'}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
