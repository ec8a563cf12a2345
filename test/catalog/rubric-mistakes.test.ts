import { expect, test } from 'vitest';
import { asked, rubricMistakesIn, useMistakesIn } from './rubric-workspace.ts';

const PLAIN = `title: Plain\nitems:\n${asked('neat')}`;
const WORDY = `title: Wordy
words:
  animal: {says: the animal}
  names: {says: its names, usual: [otter]}
  part: {says: a subject, usual: ''}
items:
  - {id: named, skill: recognition, named: ['{names}']}
  - {id: like, skill: likeness, question: 'Is it like {animal}?', yes: It is., no: It is not., crop: '{part}'}
`;

test('all mistakes of a file are listed at once, with line, column and what was expected', () => {
  const text = `titel: Wrong
words:
  animal: {say: the animal, usual: 5}
  bad word: {says: x}
  idle: {says: never used}
include: [plain, {use: plain, wiht: {a: b}}, 7, {as: x}]
items:
  - {id: a b, skill: craft, weight: 0, question: 'Is it like {anmal}?', yes: 'a { brace'}
  - {id: b, skill: craft}
  - {id: c, skill: craft, named: ['{animal}'], question: 'Is it?', crop: x}
  - {id: d, skill: craft, weight: 1001, named: [], need: a}
`;
  expect(rubricMistakesIn({ wrong: text, plain: PLAIN })).toMatchInlineSnapshot(`
    [
      "wrong.yaml:1:1: title is missing; expected text",
      "wrong.yaml:1:1: unknown key "titel"; did you mean "title"? Expected one of title, words, include, items",
      "wrong.yaml:3:11: says is missing; expected text",
      "wrong.yaml:3:12: unknown key "say"; did you mean "says"? Expected one of says, usual",
      "wrong.yaml:3:36: usual is wrong; expected text or a list, got 5",
      "wrong.yaml:4:3: "bad word" is no name; expected words joined by hyphens, such as otter-in-plane",
      "wrong.yaml:4:3: the word "bad word" is used nowhere; expected {bad word} in a text",
      "wrong.yaml:5:3: the word "idle" is used nowhere; expected {idle} in a text",
      "wrong.yaml:6:31: unknown key "wiht"; did you mean "with"? Expected one of use, as, with",
      "wrong.yaml:6:46: item 3 is wrong; expected text or keys with values, got 7",
      "wrong.yaml:6:49: use is missing; expected text",
      "wrong.yaml:8:5: "a b" lacks "no"; expected question, yes and no together",
      "wrong.yaml:8:10: id is no name; expected words joined by hyphens, such as otter-in-plane, got "a b"",
      "wrong.yaml:8:37: weight is too small; expected more than 0, got 0",
      "wrong.yaml:8:50: {anmal} is no word of this rubric; did you mean "animal"? Expected one of animal, bad word, idle",
      "wrong.yaml:8:78: a brace without its partner in "a { brace"; expected {word}",
      "wrong.yaml:9:5: "b" asks nothing; expected question, yes and no, or named",
      "wrong.yaml:10:5: "c" has both named and question, crop; expected one form",
      "wrong.yaml:11:35: weight is too large; expected at most 1000, got 1001",
      "wrong.yaml:11:48: named is too small; expected at least 1 items, got 0",
      "wrong.yaml:11:52: unknown key "need"; did you mean "needs"? Expected one of id, skill, weight, needs, question, yes, no, crop, of, named",
    ]
  `);
});

test('a file without items, and an empty one, say so', () => {
  expect(rubricMistakesIn({ none: 'title: None\n', empty: '' })).toMatchInlineSnapshot(`
    [
      "empty.yaml:1:1: the file is wrong; expected keys with values, got null",
      "none.yaml:1:1: no items; expected items, or include, or both",
    ]
  `);
});

test('texts that are too long, or that hide something, are mistakes', () => {
  const item = (question: string, yes = '"It is."') =>
    `title: T\nitems:\n  - id: a\n    skill: craft\n    question: ${question}\n    yes: ${yes}\n    no: It is not.\n`;
  const mistakes = rubricMistakesIn({
    blank: item('" "'),
    control: item('"Is it\\u0007?"', '"It \\u202e is."'),
    long: item(`Is it ${'so '.repeat(200)}?`),
    most: item(`Is it ${'x'.repeat(593)}?`),
  });
  expect(mistakes).toMatchInlineSnapshot(`
    [
      "blank.yaml:5:15: question is empty; expected some text, got " "",
      "control.yaml:5:15: question holds control characters; expected plain text, got "Is it\\u0007?"",
      "control.yaml:6:10: yes holds control characters; expected plain text, got "It ‮ is."",
      "long.yaml:5:15: question is too large; expected at most 600 characters, got 607",
    ]
  `);
});

test('a name of a file that is no name is a mistake', () => {
  expect(rubricMistakesIn({ 'my rubric': PLAIN })).toMatchInlineSnapshot(`
    [
      "my rubric.yaml:1:1: the file name gives no name; expected words joined by hyphens, got "my rubric"",
    ]
  `);
});

test('includes that are not there, that make circles or that go too deep are mistakes where they stand', () => {
  const of = (...names: string[]) => `title: T\ninclude: [${names}]\n`;
  const chain = Object.fromEntries(
    Array.from({ length: 6 }, (_, level) => [`level-${level}`, of(`level-${level + 1}`)]),
  );
  expect(
    rubricMistakesIn({
      plain: PLAIN,
      unknown: of('plan'),
      self: of('plain', 'self'),
      one: of('two'),
      two: of('one'),
      outside: of('one'),
      ...chain,
      'level-6': PLAIN,
    }),
  ).toMatchInlineSnapshot(`
    [
      "level-0.yaml:2:11: rubrics include each other too deeply: level-0 → level-1 → level-2 → level-3 → level-4 → level-5 → level-6; expected 5 levels at most",
      "one.yaml:2:11: the rubric includes itself: one → two → one; expected no circle",
      "self.yaml:2:17: the rubric includes itself: self → self; expected no circle",
      "two.yaml:2:11: the rubric includes itself: two → one → two; expected no circle",
      "unknown.yaml:2:11: there is no rubric "plan"; did you mean "plain"? Expected one of level-0, level-1, level-2, level-3, level-4, level-5, level-6, one, outside, plain, self, two, unknown",
    ]
  `);
});

test('ids, needs and the number of items are looked at when all is included', () => {
  const many = Array.from({ length: 16 }, (_, index) => asked(`item-${index}`)).join('');
  expect(
    rubricMistakesIn({
      plain: PLAIN,
      many: `title: Many\nitems:\n${many}`,
      twice: `title: T\ninclude: [plain]\nitems:\n${asked('neat')}`,
      again: 'title: T\ninclude: [plain, {use: plain, as: x}, {use: plain, as: x}]\n',
      'too-many': 'title: T\ninclude: [{use: many, as: a}, {use: many, as: b}]\n',
      needs: `title: T\ninclude: [{use: plain, as: x}]\nitems:\n${asked('a', ', needs: neat')}${asked('b', ', needs: [x-neat]')}`,
      circle: `title: T\nitems:\n${asked('a', ', needs: b')}${asked('b', ', needs: [c]')}${asked('c', ', needs: b')}`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "again.yaml:2:39: a second item is called "x-neat"; expected an id of its own (as: puts a word before the ids of an included rubric)",
      "circle.yaml:4:5: "b" needs itself by way of its needs; expected no circle",
      "circle.yaml:5:5: "c" needs itself by way of its needs; expected no circle",
      "needs.yaml:4:5: "a" needs "neat", which is no item; expected one of x-neat, a, b",
      "too-many.yaml:1:1: the rubric has more than 30 items when all is included; expected at most 30",
      "twice.yaml:4:5: a second item is called "neat"; expected an id of its own (as: puts a word before the ids of an included rubric)",
    ]
  `);
});

test('rubrics that use each other many times come to an end', () => {
  const uses = Array.from({ length: 20 }, (_, index) => `{use: NEXT, as: x${index}}`).join(', ');
  const level = (next: string) => `title: T\ninclude: [${uses.replaceAll('NEXT', next)}]\n`;
  const files = { a: level('b'), b: level('c'), c: level('d'), d: level('plain'), plain: PLAIN };
  expect(rubricMistakesIn(files)).toMatchInlineSnapshot(`
    [
      "a.yaml:1:1: the rubric has more than 30 items when all is included; expected at most 30",
      "b.yaml:1:1: the rubric has more than 30 items when all is included; expected at most 30",
      "c.yaml:1:1: the rubric has more than 30 items when all is included; expected at most 30",
    ]
  `);
});

test('words that an included rubric needs, or does not have, are mistakes in the file that includes it', () => {
  expect(
    rubricMistakesIn({
      wordy: WORDY,
      missing: 'title: T\ninclude: [wordy]\n',
      excess: 'title: T\ninclude: [{use: wordy, with: {animal: x, animl: y}}]\n',
      list: 'title: T\ninclude: [{use: wordy, with: {animal: [x, y]}}]\n',
      unknown:
        "title: T\nwords: {a: {says: x}}\ninclude: [{use: wordy, with: {animal: '{a} {b}', part: '{'}}]\n",
      leans: 'title: T\ninclude: [unknown, nowhere]\n',
    }),
  ).toMatchInlineSnapshot(`
    [
      "excess.yaml:2:42: the rubric "wordy" has no word "animl"; did you mean "animal"? Expected one of animal, names, part",
      "list.yaml:2:39: a list stands for a word in question of "like"; expected a text, got ["x","y"]",
      "missing.yaml:2:11: the rubric "wordy" needs the word "animal": the animal; expected it under with",
      "unknown.yaml:3:39: {b} is no word of this rubric; did you mean "a"? Expected one of a",
      "unknown.yaml:3:56: a brace without its partner in "{"; expected {word}",
    ]
  `);
});

test('a list that a word has as its usual value is a mistake where a text is wanted', () => {
  const text = `title: T
words: {a: {says: x, usual: [b, c]}}
items:
  - {id: i, skill: craft, question: 'Is it {a}?', yes: 'It is.', no: 'No.', crop: '{a}'}
  - {id: j, skill: craft, named: ['{a}', 'a {a}']}
`;
  expect(rubricMistakesIn({ list: text })).toMatchInlineSnapshot(`
    [
      "list.yaml:2:29: a list stands for a word in crop of "i"; expected a text, got ["b","c"]",
      "list.yaml:2:29: a list stands for a word in question of "i"; expected a text, got ["b","c"]",
      "list.yaml:2:29: a list stands for a word in a longer text; expected a text, got ["b","c"]",
    ]
  `);
});

test('what a task says of its rubric is checked: name, words, form, subject and texts', () => {
  const rubrics = {
    wordy: WORDY,
    plain: PLAIN,
    outer: "title: T\nwords: {w: {says: w}}\ninclude: [{use: wordy, with: {animal: '{w}'}}]\n",
  };
  const stated = {
    unknown: 'wordi',
    missing: 'wordy',
    excess: '{use: wordy, with: {animal: x, animals: y}}',
    key: '[plain, {use: wordy, wth: {animal: x}}]',
    crop: '{use: wordy, with: {animal: x, part: rod}}',
    list: '{use: wordy, with: {animal: [x, y]}}',
    deepList: '{use: outer, with: {w: [x, y]}}',
    long: `{use: wordy, with: {animal: ${'x'.repeat(600)}}}`,
    hidden: '{use: wordy, with: {animal: "x\\u0000y"}}',
    noName: '{use: wordy, with: {animal: x, names: ""}}',
    twice: '[plain, plain]',
    number: '[5]',
    none: '[]',
  };
  const mistakes = Object.entries(stated).map(([name, text]) => [name, useMistakesIn(rubrics, text)]);
  expect(Object.fromEntries(mistakes)).toMatchInlineSnapshot(`
    {
      "crop": [
        "46: "like" is to be shown "rod" alone, which is no subject; did you mean "red"? Expected one of red, blue",
      ],
      "deepList": [
        "32: a list stands for a word in question of "like"; expected a text, got ["x","y"]",
      ],
      "excess": [
        "40: the rubric "wordy" has no word "animals"; did you mean "animal"? Expected one of animal, names, part",
      ],
      "hidden": [
        "37: animal holds control characters; expected plain text, got "x\\u0000y"",
      ],
      "key": [
        "30: unknown key "wth"; did you mean "with"? Expected one of use, as, with",
      ],
      "list": [
        "37: a list stands for a word in question of "like"; expected a text, got ["x","y"]",
      ],
      "long": [
        "37: question of "like" is too long when filled; expected at most 600 characters, got 612",
      ],
      "missing": [
        "9: the rubric "wordy" needs the word "animal": the animal; expected it under with",
      ],
      "noName": [
        "47: named has no name when filled; expected one at the least",
      ],
      "none": [
        "9: rubric is too small; expected at least 1 items, got 0",
      ],
      "number": [
        "10: item 1 is wrong; expected text or keys with values, got 5",
      ],
      "twice": [
        "17: a second item is called "neat"; expected an id of its own (as: puts a word before the ids of an included rubric)",
      ],
      "unknown": [
        "9: there is no rubric "wordi"; did you mean "wordy"? Expected one of outer, plain, wordy",
      ],
    }
  `);
});

test('what an item is about must be a subject of the task; told once where it is the crop too', () => {
  const about = `title: A
words: {part: {says: a, usual: ''}, subject: {says: a, usual: ''}}
items:
${asked('a', ", crop: '{part}', of: '{subject}'")}  - {id: b, skill: craft, named: [x], of: '{subject}'}
`;
  const use = (words: string) => useMistakesIn({ about }, `{use: about, with: {${words}}}`);
  expect({
    named: use('subject: bleu'),
    crop: use('part: rod'),
    fixed: useMistakesIn({ fixed: `title: F\nitems:\n${asked('a', ', of: rad')}` }, 'fixed'),
    list: use('subject: [red, blue]'),
  }).toMatchInlineSnapshot(`
    {
      "crop": [
        "35: "a" is to be shown "rod" alone, which is no subject; did you mean "red"? Expected one of red, blue",
      ],
      "fixed": [
        "9: "a" is of "rad", which is no subject; did you mean "red"? Expected one of red, blue",
      ],
      "list": [
        "38: a list stands for a word in subject of "a"; expected a text, got ["red","blue"]",
        "38: a list stands for a word in subject of "b"; expected a text, got ["red","blue"]",
      ],
      "named": [
        "38: "a" is of "bleu", which is no subject; did you mean "blue"? Expected one of red, blue",
        "38: "b" is of "bleu", which is no subject; did you mean "blue"? Expected one of red, blue",
      ],
    }
  `);
});

test('a question that geometry decides is refused with the check to use', () => {
  const text = `title: T
items:
  - {id: a, skill: craft, question: 'Is the otter to the left of the plane?', yes: left of, no: right of}
  - {id: b, skill: craft, question: 'Are there three balls?', yes: three, no: two}
`;
  expect(rubricMistakesIn({ geometry: text })).toMatchInlineSnapshot(`
    [
      "geometry.yaml:3:37: question of "a" asks what geometry decides ("to the left of"); expected a check in the task: left-of",
      "geometry.yaml:4:37: question of "b" asks what geometry decides ("are there three"); expected a check in the task: count",
    ]
  `);
});
