import type { Family } from '../domain/family.ts';
import { containment } from './containment.ts';
import { counting } from './counting.ts';
import { occlusion } from './occlusion.ts';
import { placement } from './placement.ts';
import { relations } from './relations.ts';
import { scale } from './scale.ts';
import { viewpoint } from './viewpoint.ts';

/** All families, in the order of the docs. A new one is a file of its own and a line here. */
export const FAMILIES: readonly Family[] = [
  relations,
  containment,
  scale,
  viewpoint,
  occlusion,
  counting,
  placement,
];
