import { describe, expect, it } from 'vitest';
import { sampleId } from '../../src/domain/run.ts';
import { planCells } from '../../src/sweep/plan.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';

describe('planCells', () => {
  it('plans the first sample of everything before the second of anything', () => {
    const tasks = [makeTask('s/a'), makeTask('s/b')];
    const cells = planCells({
      tasks,
      models: [circleModel('m/x'), circleModel('m/y')],
      tracks: ['blind'],
      samples: 2,
    });
    expect(cells.map(sampleId)).toEqual([
      's/a|m/x|blind|1',
      's/a|m/y|blind|1',
      's/b|m/x|blind|1',
      's/b|m/y|blind|1',
      's/a|m/x|blind|2',
      's/a|m/y|blind|2',
      's/b|m/x|blind|2',
      's/b|m/y|blind|2',
    ]);
  });

  it('plans no more samples than a model has, and no track that a task leaves out', () => {
    const tasks = [makeTask('s/a', { tracks: ['repair'] }), makeTask('s/b')];
    const few = {
      ...circleModel('m/few'),
      samplesFor: (task: { id: string }) => (task.id === 's/b' ? 1 : 0),
    };
    const cells = planCells({
      tasks,
      models: [few, circleModel('m/all')],
      tracks: ['blind', 'repair'],
      samples: 2,
    });
    expect(cells.map(sampleId)).toEqual([
      's/a|m/all|repair|1',
      's/b|m/few|blind|1',
      's/b|m/all|blind|1',
      's/a|m/all|repair|2',
      's/b|m/all|blind|2',
    ]);
  });

  it('plans what is named twice once', () => {
    const task = makeTask('s/a');
    const cells = planCells({
      tasks: [task, task],
      models: [circleModel('m/x'), circleModel('m/x')],
      tracks: ['blind'],
      samples: 1,
    });
    expect(cells.map(sampleId)).toEqual(['s/a|m/x|blind|1']);
  });
});
