import { describe, expect, it } from 'vitest';
import type { ModelFacts } from '../../src/domain/model.ts';
import { sampleId } from '../../src/domain/run.ts';
import { planCells, requireCells } from '../../src/sweep/plan.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';

const NO_FACTS: Omit<ModelFacts, 'id'> = {
  name: 'A model',
  family: null,
  maker: null,
  releasedOn: null,
  hasOpenWeights: null,
  contextTokens: null,
  maxOutputTokens: null,
  seesPictures: null,
  reasons: null,
  takesTemperature: null,
  price: null,
};
const rounds = { repair: 3, sighted: 3 };

describe('planCells', () => {
  it('plans the first sample of everything before the second of anything', () => {
    const tasks = [makeTask('s/a'), makeTask('s/b')];
    const cells = planCells({
      tasks,
      models: [circleModel('m/x'), circleModel('m/y')],
      tracks: ['blind'],
      rounds,
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
      rounds,
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
      rounds,
      samples: 1,
    });
    expect(cells.map(sampleId)).toEqual(['s/a|m/x|blind|1']);
  });
});

describe('requireCells', () => {
  it('refuses the track sighted for models that are known to see nothing, and takes those not known', () => {
    const named = (id: string, seesPictures: boolean | null) => ({
      ...circleModel(id),
      facts: { ...NO_FACTS, id, seesPictures },
    });
    const plan = {
      tasks: [makeTask('s/a', { tracks: ['blind', 'sighted'] })],
      models: [named('m/eyes', true), named('m/unknown', null), named('m/mole', false)],
      rounds,
      samples: 1,
    };
    expect(() => requireCells({ ...plan, tracks: ['blind', 'sighted'] })).toThrow(
      "tracks: sighted shows pictures, which can't be seen by m/mole",
    );
    expect(requireCells({ ...plan, tracks: ['blind'] })).toHaveLength(3);
    expect(requireCells({ ...plan, models: plan.models.slice(0, 2), tracks: ['sighted'] })).toHaveLength(2);
  });
});
