import { expect, test } from 'vitest';
import { draftTask, readTaskId, type TaskIdea } from '../../src/catalog/new-task.ts';
import { firstDrawings } from '../../src/catalog/new-task-drawings.ts';
import { placeholder } from '../../src/catalog/new-task-placeholder.ts';
import { todosIn } from '../../src/catalog/new-task-todos.ts';
import { CHECKS } from './definitions.ts';
import { mistakesOf } from './workspace.ts';

const WORDS = {
  definitions: new Map(CHECKS.map((check) => [check.name, check])),
  skillOf: (check: string) => (check === 'count' ? 'counting' : 'order'),
};
const IDEA: TaskIdea = {
  title: 'Two otters',
  prompt: 'Draw a red otter left of a dog.',
  tags: ['animal'],
  subjects: ['otter: colour=red, pick=largest weight=2', 'dog', 'sign: text=Fish, 2 for 1'],
  checks: ['in-order: left-of otter dog dominant=true', 'count dog is=1 needs=in-order', 'left-of dog sign'],
};

test('subjects and checks are read as they are typed', () => {
  expect(draftTask(IDEA, WORDS)).toEqual({
    title: 'Two otters',
    prompt: 'Draw a red otter left of a dog.',
    tags: ['animal'],
    subjects: {
      otter: { colour: 'red', pick: 'largest', weight: 2 },
      dog: { label: 'dog' },
      sign: { text: 'Fish, 2 for 1' },
    },
    checks: [
      { id: 'in-order', skill: 'order', check: 'left-of', of: ['otter', 'dog'], dominant: true },
      { id: 'dog-count', skill: 'counting', check: 'count', of: 'dog', is: 1, needs: ['in-order'] },
      { id: 'dog-left-of-sign', skill: 'order', check: 'left-of', of: ['dog', 'sign'] },
    ],
  });
});

test.each<[Partial<TaskIdea>, string]>([
  [{ subjects: ['cup: blue'] }, 'subject "cup: blue": expected a name and how it is found, such as'],
  [{ subjects: ['a', 'a'] }, 'subject "a": named twice; expected it once'],
  [
    { subjects: ['a: colour=bleu'] },
    'subject "a": colour is unknown; did you mean "blue"? Expected one of black,',
  ],
  [{ subjects: ['a: shape=circle color=blue'] }, 'subject "a": unknown key "color"; did you mean "colour"?'],
  [{ subjects: ['a: weight=heavy'] }, 'subject "a": weight is wrong; expected a number, got "heavy"'],
  [
    { checks: ['lft-of otter dog'] },
    'check "lft-of otter dog": "lft-of" is unknown; did you mean "left-of"?',
  ],
  [{ checks: ['x:'] }, 'check "x:": expected the name of a check and its subjects, such as'],
  [
    { checks: ['left-of oter dog'] },
    'check "oter-left-of-dog": no subject is called "oter"; did you mean "otter"?',
  ],
  [{ checks: ['left-of otter'] }, 'check "otter-left-of": "left-of" speaks of 2 subjects; got 1'],
  [{ checks: ['x: left-of otter dog bnd=1'] }, 'check "x": unknown key "bnd"; did you mean "band"?'],
  [{ checks: ['x: left-of otter dog band=wide'] }, 'check "x": band is wrong; expected a number, got "wide"'],
  [
    { checks: ['x: left-of otter dog needs=oter-there'] },
    'check "x": no criterion is called "oter-there"; did you mean "otter-there"?',
  ],
  [{ checks: ['x: count dog is=1', 'x: count otter is=1'] }, 'check "x": a second criterion is called "x"'],
  [{ tags: ['two words'] }, 'item 1 is no name; expected words joined by hyphens'],
])('%j is one clear mistake', (change, message) => {
  const subjects = change.checks ? { subjects: ['otter', 'dog'] } : {};
  const idea = { ...IDEA, subjects: ['otter'], checks: [], ...subjects, ...change };
  const mistakes = mistakesOf('(no folder)', () => draftTask(idea, WORDS));
  expect(mistakes).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['kitchen', ', such as kitchen/cup-on-table'],
  ['Kitchen Things/Cup on table!', '; did you mean "kitchen-things/cup-on-table"?'],
  ['../cup', ', such as kitchen/cup-on-table'],
  ['a/b/c', ', such as kitchen/cup-on-table'],
])('%j is no id of a task', (id, end) => {
  expect(mistakesOf('(no folder)', () => readTaskId(id))[0]).toMatch(
    /^".*" is no id of a task; expected SUITE\/NAME/,
  );
  expect(mistakesOf('(no folder)', () => readTaskId(id))[0]?.endsWith(end)).toBe(true);
});

test('there is a good drawing with each subject, and a bad one for each criterion with what follows from it', () => {
  const drawings = firstDrawings(draftTask(IDEA, WORDS), WORDS.definitions);
  expect(drawings.map(({ file, fails }) => [file, fails])).toEqual([
    ['good-1.tex', []],
    ['bad-in-order.tex', ['in-order', 'dog-count']],
    ['bad-dog-count.tex', ['dog-count']],
    ['bad-dog-left-of-sign.tex', ['dog-left-of-sign']],
  ]);
  expect(
    drawings[0]?.source,
  ).toBe(`% TODO: draw what the prompt asks for, and delete each line with TODO when it is done
%   Draw a red otter left of a dog.
\\begin{tikzpicture}
  % the otter
  % TODO: draw the otter in place of this shape
  \\path[fill=red, shift={(0,0)}] (0,0) circle (1);
  \\begin{scope}[part=dog]
    % TODO: draw the dog in place of this shape
    \\path[fill=gray, shift={(3,0)}] (0,0) circle (1);
  \\end{scope}
  % the sign
  % TODO: draw the sign in place of this shape
  \\node[text=gray, shift={(6,0)}] at (0,0) {Fish, 2 for 1};
\\end{tikzpicture}
`);
  expect(todosIn(drawings[1]?.source ?? '')).toEqual([
    {
      line: 1,
      text: 'copy good-1.tex and change one thing, so that in-order fails, and with it dog-count; nothing else may fail',
    },
  ]);
});

test('a placeholder has the shape and colour that are asked for', () => {
  expect(placeholder({ shape: 'polygon', corners: 4, colour: '#0a141e' }, 1)).toBe(
    '\\path[fill={rgb,255:red,10;green,20;blue,30}, shift={(3,0)}] (90:1) -- (180:1) -- (270:1) -- (360:1) -- cycle;',
  );
  expect(placeholder({ shape: 'line', colour: 'purple' }, 0)).toBe(
    '\\draw[draw=violet, thick, shift={(0,0)}] (-1,0) -- (1,0);',
  );
  expect(placeholder({ text: '50 % \\o/' }, 0)).toBe(
    '\\node[text=gray, shift={(0,0)}] at (0,0) {50 \\% \\textbackslash{}o/};',
  );
});

test('only a comment that begins with TODO says that something is to be drawn', () => {
  const source = 'a % TODO: no\n\\node {TODO};\n  %% TODO draw it\n% TODOS\n% todo\n%TODO\n';
  expect(todosIn(source)).toEqual([
    { line: 3, text: 'draw it' },
    { line: 6, text: '' },
  ]);
});
