import { expect, test } from 'vitest';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { CHECKS as GRADED } from '../../src/grade/checks/table.ts';
import { CHECKS } from './definitions.ts';
import { mistakesOf, taskWorkspace, VALID } from './workspace.ts';

/** The mistakes of a task file, each as `line:column: message`. */
function mistakesIn(yaml: string): string[] {
  using files = taskWorkspace(yaml);
  return mistakesOf(files.root, () => loadTask(files.path('basics/pair'), { checks: CHECKS })).map((line) =>
    line.replace('basics/pair/task.yaml:', ''),
  );
}

test('all mistakes of a file are listed at once, with line, column and what was expected', () => {
  const yaml = `title: 5
promt: Draw it.
subjects:
  otter: {labl: otter}
  Big Plane: {label: plane}
  dot: {colour: crimson, corners: 3}
checks:
  - {id: a, skill: order, check: left-off, of: [otter, plan]}
  - {id: b, skill: order, check: left-of, of: otter, needs: [otter-their], band: x, dominat: true}
  - {id: b, skill: order, check: left-of, of: [dot, dot], band: 9}
  - {id: c, skill: counting, check: count, of: dot}
  - {id: d, skill: order, check: aligned, of: [dot, otter], on: lft}
  - 5
drawings:
  ../x.tex: {}
  good-1.tex: {fails: [dot-ther]}
  good-9.tex: {}
`;
  expect(mistakesIn(yaml)).toMatchInlineSnapshot(`
    [
      "1:1: prompt is missing; expected a prompt, or turns with theirs",
      "1:8: title is wrong; expected text, got 5",
      "2:1: unknown key "promt"; did you mean "prompt"? Expected one of title, prompt, turns, given, reference, frames, suite, tracks, tags, level, subjects, checks, readings, rubric, drawings",
      "4:3: "otter" can't be found; expected a label, shape, colour or text",
      "4:11: unknown key "labl"; did you mean "label"? Expected one of label, words, shape, corners, colour, text, pick, weight",
      "5:3: "Big Plane" is no name; expected words joined by hyphens, such as otter-in-plane",
      "6:17: colour is unknown; expected one of black, white, grey, red, orange, yellow, green, blue, purple, pink, brown, or "#rrggbb", got "crimson"",
      "6:26: corners need shape: polygon",
      "8:34: check "left-off" is unknown; did you mean "left-of"? Expected one of there, left-of, count, aligned, colour",
      "8:56: no subject is called "plan"; expected one of otter, Big Plane, dot",
      "9:47: "left-of" speaks of 2 subjects; got 1",
      "9:62: no criterion is called "otter-their"; did you mean "otter-there"? Expected one of otter-there, Big Plane-there, dot-there, a, b, c, d",
      "9:82: band is wrong; expected a number, got "x"",
      "9:85: unknown key "dominat"; did you mean "dominant"? Expected one of id, skill, of, needs, frame, weight, check, band, dominant",
      "10:10: a second criterion is called "b"; expected an id of its own (SUBJECT-there is taken by the implied check)",
      "10:47: names a subject twice; expected different ones, got ["dot","dot"]",
      "10:65: band is too large; expected at most 5, got 9",
      "11:5: "count": give either is or min",
      "12:65: on is unknown; did you mean "left"? Expected one of left, middle, got "lft"",
      "13:5: item 6 is wrong; expected keys with values, got 5",
      "14:1: drawings/bad-swapped.tex is not listed; expected it under drawings",
      "15:3: "../x.tex" is no file name such as good-1.tex",
      "16:3: good-1.tex fails something; expected a name that begins with bad-",
      "16:24: no criterion is called "dot-ther"; did you mean "dot-there"? Expected one of otter-there, Big Plane-there, dot-there, a, b, c, d",
      "17:3: drawings/good-9.tex: expected a file, there is no such file",
    ]
  `);
});

test('a circle of needs is a mistake of each criterion in it', () => {
  const yaml = VALID.replace('needs: [red-there]', 'needs: one-red').replace(
    '    is: 1',
    '    is: 1\n    needs: red-left',
  );
  expect(mistakesIn(yaml)).toEqual([
    '8:74: "red-left" needs itself, directly or through others; expected no circle',
    '14:12: "one-red" needs itself, directly or through others; expected no circle',
  ]);
});

test.each([
  [
    'an own check may not take the id of an implied one',
    VALID.replace('id: one-red', 'id: red-there'),
    /^9:9: a second criterion is called "red-there"/,
  ],
  ['a duplicate key is a mistake', `${VALID}title: Again\n`, /^17:1: this key stands here a second time/],
  ['broken syntax is a mistake', VALID.replace('tags: [order]', 'tags: [order'), /^\d+:\d+: broken YAML: /],
  ['an alias is a mistake', VALID.replace('tags: [order]', 'tags: &t [order, *t]'), /^3:\d+: an alias/],
  [
    'a line at a column of its own is a mistake',
    VALID.replace('  blue: {', ' blue: {'),
    /^6:1: broken YAML: expected this line at the column of its neighbours/,
  ],
  [
    'a colour without quotes begins a comment',
    VALID.replace('colour: red', 'colour: #ff0000'),
    /^6:3: broken YAML: .*write "#0000ff" in quotes/,
  ],
  ['a tab is a mistake', VALID.replace('  blue', '\tblue'), /^6:1: broken YAML: a tab at the beginning/],
  [
    'a key without a space behind its colon is a mistake',
    VALID.replace('title: ', 'title:'),
    /^1:1: broken YAML: expected KEY: VALUE on this line/,
  ],
  [
    'a colon in a text is a mistake',
    VALID.replace('A pair', 'Two: a pair'),
    /^1:8: broken YAML: a second "KEY: " where a value stands; expected quotes/,
  ],
  [
    'a quote that is not closed is a mistake',
    VALID.replace('A pair', '"A pair'),
    /^\d+:\d+: broken YAML: the file ends within a text in quotes/,
  ],
  [
    'a misspelt colour is a mistake, with the nearest one',
    VALID.replace('colour: red', 'colour: gray'),
    /^5:32: colour is unknown; did you mean "grey"\? Expected one of black,.*got "gray"$/,
  ],
  ['an unknown tag is a mistake', VALID.replace('A pair', '!!python/object A pair'), /^1:8: broken YAML: /],
  [
    'several documents are a mistake',
    `${VALID}---\ntitle: B\n`,
    /^17:1: a second document begins; expected one document/,
  ],
  ['deep nesting is a mistake', '['.repeat(100_000), /^1:\d+: nested too deeply/],
  ['an empty file is a mistake', '', /^1:1: the file is wrong; expected keys with values, got null/],
  ['a list is a mistake', '- a\n', /^1:1: the file is wrong; expected keys with values/],
  [
    'a control character is a mistake',
    VALID.replace('A pair', '"A \\x1b[2J pair"'),
    /^1:8: title holds control characters/,
  ],
  [
    'a title on two lines is a mistake',
    VALID.replace('A pair', '"A\\npair"'),
    /^1:8: title has several lines/,
  ],
  [
    'text that runs backwards is a mistake',
    VALID.replace('Draw a red', 'Draw a \u202ered'),
    /^2:9: prompt holds control/,
  ],
  [
    'no subjects are a mistake',
    VALID.replace(/subjects:[\s\S]*checks:/, 'subjects: {}\nchecks:'),
    /: no subjects; expected at least one/,
  ],
  [
    'a subject without a way to find it is a mistake',
    VALID.replace('{label: blue, weight: 2}', '{weight: 2}'),
    /^6:3: "blue" can't be found; expected a label, shape, colour or text$/,
  ],
  [
    'a bad drawing that fails nothing is a mistake',
    VALID.replace('{fails: red-left}', '{}'),
    /^16:3: bad-swapped.tex fails nothing/,
  ],
  [
    'a drawing that fails an unknown criterion is a mistake',
    VALID.replace('fails: red-left', 'fails: red-lft'),
    /^16:28: no criterion is called "red-lft"; did you mean "red-left"\?/,
  ],
  [
    'no drawings are a mistake',
    VALID.replace(/drawings:[\s\S]*/, 'drawings: {}\n'),
    /^14:11: no drawings; expected at least one/,
  ],
  [
    'a drawing outside of the folder is a mistake',
    `${VALID}  ../../x.tex: {}\n`,
    /^17:3: "..\/..\/x.tex" is no file name/,
  ],
])('%s', (_fact, yaml, expected) => {
  const mistakes = mistakesIn(yaml);
  expect(mistakes).toContainEqual(expect.stringMatching(expected));
});

test('a check that can do without a subject needs no "of", and no other check can do without', () => {
  const text = GRADED.filter(({ name }) => name === 'text');
  using files = taskWorkspace(
    VALID.replace(/^checks:$/mu, 'checks:\n  - {id: says, skill: text, check: text, says: Hi}'),
  );
  const { checks } = loadTask(files.path('basics/pair'), { checks: [...CHECKS, ...text] });
  expect(checks.find(({ id }) => id === 'says')).toMatchObject({ of: [], parameters: { says: 'Hi' } });
  const without = VALID.replace(/^checks:$/mu, 'checks:\n  - {id: x, skill: order, check: left-of}');
  expect(mistakesIn(without)).toEqual([expect.stringContaining('of is wrong')]);
});

test('readings are checked as checks are, and known drawings name one of them', () => {
  const readings = `readings:
  apart: [{check: left-of, of: [red, green]}, {check: left-of, of: red}]
  many: [{check: count, of: red, min: 2, weight: 3}]
`;
  const yaml = VALID.replace('drawings:', `${readings}drawings:`).replace(
    'good-1.tex: {}',
    'good-1.tex: {reading: aprt}',
  );
  expect(mistakesIn(yaml)).toMatchInlineSnapshot(`
    [
      "15:38: no subject is called "green"; expected one of red, blue",
      "15:68: "left-of" speaks of 2 subjects; got 1",
      "16:42: unknown key "weight"; expected one of of, check, is, min",
      "18:25: no reading is called "aprt"; did you mean "apart"? Expected one of apart, many",
    ]
  `);
});

test('a task with several pictures has no readings', () => {
  const yaml = VALID.replace(
    'drawings:',
    'frames: 3\nreadings:\n  many: [{check: count, of: red, min: 2}]\ndrawings:',
  );
  expect(mistakesIn(yaml)).toMatchInlineSnapshot(`
    [
      "15:1: readings are told apart in one picture; expected a task without frames",
    ]
  `);
});
