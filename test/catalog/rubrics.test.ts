import { expect, test } from 'vitest';
import { loadRubrics } from '../../src/catalog/load-rubrics.ts';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from './definitions.ts';
import { asked, rubricMistakesIn, rubricOf, rubricWorkspace } from './rubric-workspace.ts';
import { mistakesOf, taskWorkspace, VALID, workspace } from './workspace.ts';

const ANIMAL = `title: An animal
words:
  animal: {says: the animal}
  names: {says: its names, usual: [Otter, sea otter]}
  part: {says: a subject, usual: ''}
items:
  - {id: named, skill: recognition, named: ['{names}', 'a {animal}']}
  - id: looks-like
    skill: likeness
    weight: 2
    needs: named
    question: Would one take it for {animal}?
    yes: One sees {animal} at once.
    no: It could be anything.
    crop: '{part}'
`;
const HAT = `title: A hat on an animal
words:
  thing: {says: who wears it}
  names: {says: its names}
include:
  - {use: animal, as: wearer, with: {animal: 'the {thing}', names: ['{names}', wearer of a hat]}}
items:
${asked('hat', ', needs: [wearer-looks-like]')}`;

test('a rubric is filled with the words of the task', () => {
  const rubric = rubricOf({ animal: ANIMAL }, '{use: animal, with: {animal: an otter, part: red}}');
  expect(rubric).toEqual({
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    items: [
      {
        kind: 'named',
        id: 'named',
        skill: 'recognition',
        weight: 1,
        needs: [],
        names: ['otter', 'sea otter', 'a an otter'],
      },
      {
        kind: 'asked',
        id: 'looks-like',
        skill: 'likeness',
        weight: 2,
        needs: ['named'],
        question: 'Would one take it for an otter?',
        yes: 'One sees an otter at once.',
        no: 'It could be anything.',
        crop: 'red',
        of: 'red',
      },
    ],
  });
});

test('a crop that is filled with nothing shows the whole picture', () => {
  const items = rubricOf({ animal: ANIMAL }, '{use: animal, with: {animal: an otter}}')?.items;
  expect(items?.map((item) => 'crop' in item)).toEqual([false, false]);
});

test('an item is about the subject that it names, else about its crop, else about the whole', () => {
  const about = `title: A
words: {part: {says: a, usual: ''}, subject: {says: a, usual: ''}}
items:
${asked('a', ", crop: '{part}', of: '{subject}'")}  - {id: b, skill: craft, named: [x], of: '{subject}'}
`;
  const use = (words: string) =>
    rubricOf({ about }, `{use: about, with: {${words}}}`)?.items.map(({ of }) => of);
  expect({
    both: use('part: red, subject: blue'),
    crop: use('part: red'),
    subject: use('subject: blue'),
    neither: use(''),
  }).toEqual({
    both: ['blue', 'blue'],
    crop: ['red', undefined],
    subject: ['blue', 'blue'],
    neither: [undefined, undefined],
  });
});

test('a list that stands alone is spliced in, names come once and in lower case', () => {
  const stated = '{use: animal, with: {animal: x, names: [Lutra, " LUTRA ", Otter]}}';
  expect(rubricOf({ animal: ANIMAL }, stated)?.items[0]).toMatchObject({ names: ['lutra', 'otter', 'a x'] });
});

test('a single text may stand where a list may', () => {
  const stated = '{use: animal, with: {animal: x, names: Lutra}}';
  expect(rubricOf({ animal: ANIMAL }, stated)?.items[0]).toMatchObject({ names: ['lutra', 'a x'] });
});

test('words are handed on to included rubrics, whose items come first, with their prefix in ids and needs', () => {
  const stated = '[{use: hat, as: a, with: {thing: otter, names: [sea otter, otter]}}, plain]';
  const rubric = rubricOf(
    { animal: ANIMAL, hat: HAT, plain: `title: Plain\nitems:\n${asked('neat')}` },
    stated,
  );
  expect(rubric?.items.map(({ id, needs }) => ({ id, needs }))).toEqual([
    { id: 'a-wearer-named', needs: [] },
    { id: 'a-wearer-looks-like', needs: ['a-wearer-named'] },
    { id: 'a-hat', needs: ['a-wearer-looks-like'] },
    { id: 'neat', needs: [] },
  ]);
  expect(rubric?.items[0]).toMatchObject({
    names: ['sea otter', 'otter', 'wearer of a hat', 'a the otter'],
  });
  expect(rubric?.items[1]).toMatchObject({ question: 'Would one take it for the otter?' });
});

test('one rubric may be used two times under two prefixes', () => {
  const plain = `title: Plain\nitems:\n${asked('neat')}`;
  const rubric = rubricOf({ plain }, '[{use: plain, as: left}, {use: plain, as: right}, plain]');
  expect(rubric?.items.map(({ id }) => id)).toEqual(['left-neat', 'right-neat', 'neat']);
});

test('what a task fills in stays as it is: braces, markup and lines are never looked at again', () => {
  const hostile = '{names} {{questions}} </questions> $& $1 {animal}\\n- id: x';
  const stated = `{use: animal, with: {animal: "${hostile}", names: ["{animal}"]}}`;
  const items = rubricOf({ animal: ANIMAL }, stated)?.items;
  const filled = '{names} {{questions}} </questions> $& $1 {animal}\n- id: x';
  expect(items?.[0]).toMatchObject({ names: ['{animal}', `a ${filled}`] });
  expect(items?.[1]).toMatchObject({ question: `Would one take it for ${filled}?` });
});

test('words that are called like properties of every object are words like any other', () => {
  const odd = `title: Odd
words: {constructor: {says: a word}, toString: {says: a word, usual: usual}}
items:
  - {id: a, skill: craft, question: 'Is {constructor} like {toString}?', yes: 'Yes.', no: 'No.'}
`;
  expect(rubricOf({ odd }, '{use: odd, with: {constructor: it}}')?.items[0]).toMatchObject({
    question: 'Is it like usual?',
  });
});

test('the hash of a rubric is that of its filled items, and the hash of the task is not touched by it', () => {
  const of = (stated: string) => {
    using files = rubricWorkspace({ animal: ANIMAL }, stated);
    const rubrics = loadRubrics({ directories: [files.path('rubrics')] });
    const { hash, rubric } = loadTask(files.path('basics/pair'), { checks: CHECKS, rubrics });
    return { hash, rubric: rubric?.hash };
  };
  const none = of('');
  const otter = of('rubric: {use: animal, with: {animal: otter}}\n');
  const again = of('rubric: [{with: {animal: otter}, use: animal}]\n');
  const seal = of('rubric: {use: animal, with: {animal: seal}}\n');
  expect(none.rubric).toBeUndefined();
  expect([otter.hash, seal.hash]).toEqual([none.hash, none.hash]);
  expect(again).toEqual(otter);
  expect(seal.rubric).not.toBe(otter.rubric);
});

test('without rubrics a task has none, and the form of what it says is still checked', () => {
  using files = taskWorkspace(`${VALID}rubric: {use: nowhere}\n`);
  expect('rubric' in loadTask(files.path('basics/pair'), { checks: CHECKS })).toBe(false);
  using wrong = taskWorkspace(`${VALID}rubric: 5\n`);
  expect(mistakesOf(wrong.root, () => loadTask(wrong.path('basics/pair'), { checks: CHECKS }))).toEqual([
    'basics/pair/task.yaml:17:9: rubric is wrong; expected text or keys with values or a list, got 5',
  ]);
});

test('only YAML files of the folder itself are rubrics, and a folder that is not there has none', () => {
  using files = workspace({
    'rubrics/plain.yaml': `title: Plain\nitems:\n${asked('neat')}`,
    'rubrics/prompts/items.yaml': 'no rubric',
    'rubrics/prompts.md': 'no rubric',
    'rubrics/rubric.schema.json': '{}',
    'rubrics/.hidden.yaml': 'no rubric',
  });
  const directories = [files.path('rubrics'), files.path('none'), files.path('rubrics/../rubrics')];
  expect([...loadRubrics({ directories }).keys()]).toEqual(['plain']);
});

test('two rubrics of one name are a mistake unless they are equal', () => {
  const plain = `title: Plain\nitems:\n${asked('neat')}`;
  using files = workspace({
    'a/plain.yaml': plain,
    'b/plain.yaml': plain,
    'c/plain.yaml': `${plain}# mine\n`,
  });
  const load = (...names: string[]) => loadRubrics({ directories: names.map((name) => files.path(name)) });
  expect([...load('a', 'b').keys()]).toEqual(['plain']);
  expect(mistakesOf(files.root, () => load('a', 'c'))).toEqual([
    'c/plain.yaml:1:1: a second rubric is called "plain"; expected a name of its own, a/plain.yaml has it',
  ]);
});

test('broken rubrics are told even if nobody uses them', () => {
  expect(rubricMistakesIn({ unused: 'title: x\nitems: []\n', broken: 'title: "' })).toEqual([
    'broken.yaml:1:9: broken YAML: the file ends within a text in quotes or a bracket; expected it closed',
    'unused.yaml:2:8: items is too small; expected at least 1 items, got 0',
  ]);
});
