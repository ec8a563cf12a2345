import type { Family } from '../domain/family.ts';
import { containment } from './containment.ts';
import { counting } from './counting.ts';
import { creatures } from './creatures.ts';
import { cubes } from './cubes.ts';
import { graphs } from './graphs.ts';
import { mirror } from './mirror.ts';
import { occlusion } from './occlusion.ts';
import { paper } from './paper.ts';
import { path } from './path.ts';
import { placement } from './placement.ts';
import { relations } from './relations.ts';
import { scale } from './scale.ts';
import { symmetry } from './symmetry.ts';
import { tangents } from './tangents.ts';
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
  mirror,
  symmetry,
  path,
  paper,
  cubes,
  graphs,
  tangents,
  creatures,
];
