import { describe, expect, it } from 'vitest';
import { summariseRepeats } from '../../src/stats/summarise-repeats.ts';

const sample = (repeats?: string | null) => ({
  modelId: 'fake/a',
  track: 'blind' as const,
  ...(repeats !== undefined && { repeats }),
});

describe('summariseRepeats', () => {
  it('counts the samples that show the same as an earlier one, among those that were compared', () => {
    expect(summariseRepeats([sample(null), sample('t|fake/a|blind|1'), sample(null), sample()])).toEqual([
      { modelId: 'fake/a', track: 'blind', samples: 3, repeated: 1 },
    ]);
  });

  it('says 0 where all show something of their own', () => {
    expect(summariseRepeats([sample(null), sample(null)])).toEqual([
      { modelId: 'fake/a', track: 'blind', samples: 2, repeated: 0 },
    ]);
  });

  it('says nothing where nobody looked', () => {
    expect([summariseRepeats([sample(), sample()]), summariseRepeats([])]).toEqual([[], []]);
  });
});
