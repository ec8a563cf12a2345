import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownModelsJsonSchema } from '../../src/catalog/load-known-models.ts';

test('the JSON Schema of known models that editors use is the schema that the loader uses', async () => {
  const text = `${JSON.stringify(knownModelsJsonSchema(), null, 2)}\n`;
  const path = join(import.meta.dirname, '../../known-models/known-models.schema.json');
  await expect(text).toMatchFileSnapshot(path);
});
