import { describe, expect, it } from 'vitest';
import { gradeDrawing, gradeFailure } from '../../src/grade/grade.ts';
import { spatialScore } from '../../src/grade/score.ts';
import { disc, lettered, picture, rectangle, taskOf } from '../helpers/ink.ts';

const FRAME = { subject: 'frame', form: rectangle(0, 0, 300, 200) };
const OTTER = { subject: 'otter', form: disc(60, 100, 25) };
const SHIP = { subject: 'ship', form: rectangle(150, 60, 250, 140) };
const THERE = ['otter', 'ship'].map((name) => ({ id: `${name}-there`, check: 'there', of: [name] }));
const LEFT = { id: 'left', check: 'left-of', of: ['otter', 'ship'] };

/** A picture in which all of the names were looked for. */
function drawing(strokes: Parameters<typeof picture>[0], names = ['otter', 'ship']) {
  const { scene, grounding } = picture(strokes);
  const missing = names
    .filter((name) => grounding.subjects[name] === undefined)
    .map((name) => [
      name,
      { name, by: null, how: `no mark has the label "${name}"`, things: [], chosen: null },
    ]);
  return {
    scene,
    grounding: { ...grounding, subjects: { ...grounding.subjects, ...Object.fromEntries(missing) } },
  };
}

const outcomes = (grade: ReturnType<typeof gradeDrawing>) =>
  Object.fromEntries(grade.verdicts.map(({ id, outcome, reason }) => [id, [outcome, reason]]));

describe('gradeDrawing', () => {
  it('gives a verdict on each criterion, in order, and the weighted mean', () => {
    const task = taskOf([
      ...THERE,
      { ...LEFT, weight: 2, skill: 'order' },
      { id: 'right', check: 'right-of', of: ['otter', 'ship'] },
    ]);
    const grade = gradeDrawing({ task, ...drawing([FRAME, OTTER, SHIP]) });
    expect({ ...grade, verdicts: grade.verdicts.map(({ id, outcome }) => [id, outcome]) }).toEqual({
      spatial: 0.8,
      full: false,
      verdicts: [
        ['otter-there', 'met'],
        ['ship-there', 'met'],
        ['left', 'met'],
        ['right', 'unmet'],
      ],
    });
    expect(grade.verdicts[2]).toEqual({
      id: 'left',
      check: 'left-of',
      skill: 'order',
      weight: 2,
      outcome: 'met',
      margin: expect.closeTo(0.305, 3),
      reason: "the otter's centre is 0.388 D left of the ship's; 0.083 D is needed",
      evidence: expect.any(Array),
    });
  });

  it('is full when all is met', () => {
    const { spatial, full } = gradeDrawing({
      task: taskOf([...THERE, LEFT]),
      ...drawing([FRAME, OTTER, SHIP]),
    });
    expect({ spatial, full }).toEqual({ spatial: 1, full: true });
  });

  it('leaves a criterion unmet while one that it needs is, also through others and forward', () => {
    const task = taskOf([
      { id: 'first', check: 'there', of: ['otter'], needs: ['second'] },
      { id: 'second', check: 'there', of: ['otter'], needs: ['wrong'] },
      { id: 'wrong', check: 'right-of', of: ['otter', 'ship'] },
    ]);
    expect(outcomes(gradeDrawing({ task, ...drawing([FRAME, OTTER, SHIP]) }))).toMatchObject({
      first: ['unmet', 'needs second, which is unmet'],
      second: ['unmet', 'needs wrong, which is unmet'],
    });
  });

  it('says why there is no one thing to speak of', () => {
    const task = taskOf([LEFT, { id: 'right', check: 'right-of', of: ['ship', 'otter'] }]);
    const two = { subject: 'otter', form: disc(60, 30, 20) };
    expect([
      outcomes(gradeDrawing({ task, ...drawing([FRAME, SHIP]) })),
      outcomes(gradeDrawing({ task, ...drawing([FRAME, SHIP, OTTER, two]) })),
    ]).toEqual([
      {
        left: ['unmet', 'otter: no mark has the label "otter"'],
        right: ['unmet', 'otter: no mark has the label "otter"'],
      },
      {
        left: ['unmet', 'otter: by its label "otter": 2 things, expected one'],
        right: ['unmet', 'otter: by its label "otter": 2 things, expected one'],
      },
    ]);
  });

  it('gives no credit for a speck', () => {
    const speck = { subject: 'otter', form: rectangle(20, 100, 22, 102) };
    expect(
      outcomes(gradeDrawing({ task: taskOf([...THERE, LEFT]), ...drawing([FRAME, speck, SHIP]) })),
    ).toMatchObject({
      'otter-there': ['unmet', expect.stringContaining('0.05 % is needed')],
      left: ['unmet', 'needs otter-there, which is unmet'],
    });
  });

  it('gives nothing for a word instead of a drawing, but that the word can be read', () => {
    const written = { ...OTTER, mark: lettered('OTTER') };
    const board = { ...FRAME, mark: { fill: '#ffffff' } };
    const says = { id: 'says', check: 'text', of: ['otter'], parameters: { says: 'otter' } };
    const task = taskOf([
      ...THERE,
      LEFT,
      says,
      { id: 'one', check: 'count', of: ['otter'], parameters: { is: 1 } },
    ]);
    const only = 'otter is only written, not drawn (found by its label "otter")';
    expect(outcomes(gradeDrawing({ task, ...drawing([board, written, SHIP]) }))).toEqual({
      'otter-there': ['unmet', only],
      'ship-there': ['met', expect.any(String)],
      left: ['unmet', only],
      says: ['met', 'the otter says "OTTER"; "otter" is wanted'],
      one: ['unmet', only],
    });
  });

  it('a subject that is sought by its text may be letters', () => {
    const written = { ...OTTER, mark: lettered('OTTER') };
    const task = taskOf([...THERE, LEFT], { subjects: { otter: { label: 'otter', text: 'otter' } } });
    expect(gradeDrawing({ task, ...drawing([FRAME, written, SHIP]) }).full).toBe(true);
  });

  it('throws for what a validated task never has', () => {
    const drawn = drawing([FRAME, OTTER, SHIP]);
    const circle = taskOf([
      { id: 'a', check: 'there', of: ['otter'], needs: ['b'] },
      { id: 'b', check: 'there', of: ['otter'], needs: ['a'] },
    ]);
    const grade = (task: typeof circle) => () => gradeDrawing({ task, ...drawn });
    expect(grade(circle)).toThrow('Criteria need each other in a circle: a → b → a');
    expect(grade(taskOf([{ id: 'a', check: 'near', of: [] }]))).toThrow('No check is called "near".');
    expect(grade(taskOf([{ id: 'a', check: 'there', of: ['sun'] }]))).toThrow(
      'not searched for the subject "sun"',
    );
    expect(grade(taskOf([{ id: 'a', check: 'there', of: ['otter'], needs: ['z'] }]))).toThrow('the id "z"');
  });
});

describe('gradeFailure', () => {
  const task = taskOf([{ id: 'left', check: 'left-of', of: ['otter', 'ship'], weight: 3 }]);
  const verdict = { id: 'left', check: 'left-of', skill: 'test', weight: 3, margin: null, evidence: [] };

  it('scores 0 for what the model did wrong', () => {
    expect(gradeFailure(task, { outcome: 'tex-error', reason: 'l.3 Undefined control sequence' })).toEqual({
      spatial: 0,
      full: false,
      verdicts: [{ ...verdict, outcome: 'unmet', reason: 'tex-error: l.3 Undefined control sequence' }],
    });
  });

  it('gives no score for trouble of ours', () => {
    expect(gradeFailure(task, { outcome: 'sandbox-trouble', reason: 'bwrap is missing' })).toEqual({
      spatial: null,
      full: null,
      verdicts: [{ ...verdict, outcome: 'ungraded', reason: 'sandbox-trouble: bwrap is missing' }],
    });
  });
});

describe('spatialScore', () => {
  const verdict = (outcome: 'met' | 'unmet' | 'ungraded', weight = 1) => ({
    id: 'a',
    check: 'there',
    skill: 's',
    weight,
    outcome,
    margin: null,
    reason: '',
    evidence: [],
  });

  it('leaves out what is ungraded, and is null when nothing is graded', () => {
    expect([
      spatialScore([verdict('met'), verdict('unmet', 3), verdict('ungraded', 9)]),
      spatialScore([verdict('ungraded')]),
      spatialScore([]),
    ]).toEqual([0.25, null, null]);
  });
});
