import { expect, test } from 'vitest';
import { plainWords } from '../../src/scene/plain-words.ts';

test.each([
  ['horse', 'horses'],
  ['vase', 'vases'],
  ['box', 'boxes'],
  ['glass', 'glasses'],
  ['bus', 'buses'],
  ['brush', 'brushes'],
  ['leaf', 'leaves'],
  ['knife', 'knives'],
  ['glove', 'gloves'],
  ['giraffe', 'giraffes'],
  ['berry', 'berries'],
  ['cookie', 'cookies'],
  ['tie', 'ties'],
  ['person', 'people'],
  ['snowman', 'snowmen'],
  ['mouse', 'mice'],
  ['sheep', 'Sheep'],
])('%s and %s are one word', (one, many) => expect(plainWords(many)).toEqual(plainWords(one)));

test.each([
  ['kit', 'kite'],
  ['car', 'care'],
  ['man', 'mane'],
  ['plan', 'plane'],
  ['bus', 'bush'],
])('%s and %s are two words', (one, other) => expect(plainWords(other)).not.toEqual(plainWords(one)));

test('a text is cut at what is neither letter nor digit, and between small and capital letters', () => {
  expect(plainWords("Draw the otter's 2 WineGlasses (fire-hydrant)")).toEqual([
    'draw',
    'the',
    'otter',
    's',
    '2',
    'wine',
    'glass',
    'fire',
    'hydrant',
  ]);
});
