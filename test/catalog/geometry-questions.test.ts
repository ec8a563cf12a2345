import { expect, test } from 'vitest';
import {
  CHECKS_IN_PLACE_OF_QUESTIONS,
  geometryQuestion,
} from '../../src/catalog/rubrics/geometry-questions.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';

test('each check that is named in place of a question exists', () => {
  const names = CHECKS.map(({ name }) => name);
  expect(CHECKS_IN_PLACE_OF_QUESTIONS.filter((check) => !names.includes(check))).toEqual([]);
});

/** A question, the check that decides it, and the words that show it. */
const REFUSED: readonly (readonly [question: string, check: string, phrase: string])[] = [
  ['Is the otter left of the plane?', 'left-of', 'left of'],
  ['Does the otter sit to the right of the laptop?', 'right-of', 'to the right of'],
  ['Does the sun stand above the hill?', 'above', 'above'],
  ['Is the bird higher up than the tree?', 'above', 'higher up than'],
  ['Is there water below the boat?', 'below', 'below'],
  ['Does the otter stand on top of the wing?', 'rests-on', 'on top of'],
  ['Is the laptop resting on the desk?', 'rests-on', 'resting on'],
  ['Is the desk in front of the otter?', 'in-front-of', 'in front of'],
  ['Is the moon partly hidden behind a cloud?', 'behind', 'behind'],
  ['Is the mother clearly larger than the pups?', 'larger-than', 'larger than'],
  ['Is the trunk twice as long as the crown?', 'ratio', 'twice as'],
  ['Is the screen inside the laptop?', 'inside', 'is the screen inside'],
  ['Does the word lie within the outline of the sign?', 'inside', 'within the outline'],
  ['Is the fish wholly in the water?', 'inside', 'wholly in'],
  ['Do the paws touch the laptop?', 'touching', 'touch'],
  ['Do the circles overlap?', 'overlaps', 'overlap'],
  ['Do the bars stand apart?', 'apart', 'stand apart'],
  ['How many balls are in the air?', 'count', 'how many'],
  ['Is the number of legs right?', 'count', 'the number of'],
  ['Does the unicorn have exactly four legs?', 'count', 'exactly four'],
  ['Are there three otters in the snow?', 'count', 'are there three'],
  ['Are the bars evenly spaced?', 'evenly-spaced', 'evenly spaced'],
  ['Does the mother stand between the pups?', 'between', 'stand between the'],
  ['Is the title centred?', 'centred-on', 'centred'],
  ['Does the eye sit in the middle of the face?', 'centred-on', 'in the middle of'],
  ['Are the cups aligned?', 'aligned', 'aligned'],
  ['Do they stand at the same height?', 'aligned', 'at the same height'],
  ['Is the butterfly symmetric?', 'symmetric', 'symmetric'],
  ['Are the rails parallel?', 'parallel', 'parallel'],
  ['Is the street parallel to the river?', 'parallel', 'parallel to'],
  ['Is the post perpendicular to the ground?', 'perpendicular', 'perpendicular'],
  ['Do the walls meet at right angles?', 'perpendicular', 'at right angles'],
  ['Is the line tangent to the circle?', 'tangent', 'tangent'],
  ['Is the plank rotated by 15 degrees?', 'rotated', 'rotated by'],
  ['Does a line connect the two dots?', 'connects', 'line connect'],
  ['Are the dots joined by a line?', 'connects', 'joined by'],
  ['Does an arrow lead from the box to the circle?', 'arrow', 'does an arrow lead from'],
  ['Are there crossing lines in the network?', 'crossings', 'crossing lines'],
  ['Do any edges cross?', 'crossings', 'edges cross'],
  ['Is the roof of the house red?', 'colour', 'is the roof of the house red'],
  ['Is the water blue and the hill green?', 'colour', 'is the water blue'],
  ['Is the colour of the roof right?', 'colour', 'the colour of'],
  ['Is the moon a circle?', 'shape', 'is the moon a circle'],
  ['Does the wall have the shape of a square?', 'shape', 'shape of a square'],
  ['Does the sign read OTTER?', 'text', 'sign read'],
  ['Is there a word that says "hello"?', 'text', 'word that says'],
  ['Has the ball moved?', 'moved', 'has the ball moved'],
  ['Is the tree unchanged?', 'unchanged', 'unchanged'],
];

test.each(REFUSED)('%s is for the check %s', (question, check, phrase) => {
  expect(geometryQuestion(question)).toEqual({ check, phrase });
});

test('a question over several lines is read as one', () => {
  expect(geometryQuestion('Is the otter left\n  of the plane?')).toEqual({
    check: 'left-of',
    phrase: 'left of',
  });
});

test.each([
  'Does the picture show an otter that one would recognise without being told?',
  'Does the animal look as if it were left alone?',
  'Is the right paw drawn with care?',
  'Do the frames read as one movement?',
  'Is the fur shown in a muted brown wash?',
  'Are the colours few and subdued?',
  'Does the picture keep to the few colours of a print?',
  'Is the shading done with parallel hatching?',
  'Apart from the lettering, is it free of straight lines?',
  'Is the otter at ease between waking and sleeping, as its face tells?',
  'Can one look into the inside of the cabin?',
  'Does the posture tell that the otter works on a laptop?',
  'Is one reminded of a woodcut at first sight?',
  'Are the letters formed with love?',
  'Does the line vary in weight as if drawn with a brush?',
  'Does the lighting make the scene look like night?',
  'Does it look more like a horse than like a dog?',
  'Is the drawing free of stray marks?',
  'Do head, body and limbs make one believable animal?',
  'Is the contour angular and nervous?',
  'Does the wave look dangerous, with foam like claws?',
  'Is it a picture with a point, rather than a diagram of boxes?',
  'Does the picture seem left off halfway?',
  'Does the animal look touchingly cute?',
  'Does the whole have a white-knuckle tension?',
  'Are the faces cute in the way of red pandas?',
  'Does the plane look as though it could fly?',
])('%s is for a judge', (question) => {
  expect(geometryQuestion(question)).toBeNull();
});
