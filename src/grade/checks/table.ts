import type { CheckDefinition } from '../../domain/check.ts';
import { above } from './above.ts';
import { aligned } from './aligned.ts';
import { apart } from './apart.ts';
import { arrow } from './arrow.ts';
import { behind } from './behind.ts';
import { below } from './below.ts';
import { between } from './between.ts';
import { centredOn } from './centred-on.ts';
import { changed } from './changed.ts';
import { closed } from './closed.ts';
import { colour } from './colour.ts';
import { connects } from './connects.ts';
import { count } from './count.ts';
import { crossings } from './crossings.ts';
import { evenlySpaced } from './evenly-spaced.ts';
import { inFrontOf } from './in-front-of.ts';
import { inside } from './inside.ts';
import { largerThan } from './larger-than.ts';
import { leftOf } from './left-of.ts';
import { moved } from './moved.ts';
import { overlaps } from './overlaps.ts';
import { parallel } from './parallel.ts';
import { perpendicular } from './perpendicular.ts';
import { ratio } from './ratio.ts';
import { restsOn } from './rests-on.ts';
import { rightOf } from './right-of.ts';
import { rotated } from './rotated.ts';
import { same } from './same.ts';
import { shape } from './shape.ts';
import { symmetric } from './symmetric.ts';
import { tangent } from './tangent.ts';
import { text } from './text.ts';
import { there } from './there.ts';
import { touching } from './touching.ts';
import { unchanged } from './unchanged.ts';
import { visits } from './visits.ts';

/** All kinds of check, in the order of the docs. */
export const CHECKS: readonly CheckDefinition[] = [
  there,
  count,
  leftOf,
  rightOf,
  above,
  below,
  inside,
  overlaps,
  apart,
  touching,
  restsOn,
  inFrontOf,
  behind,
  largerThan,
  ratio,
  aligned,
  centredOn,
  evenlySpaced,
  between,
  symmetric,
  rotated,
  parallel,
  perpendicular,
  tangent,
  connects,
  arrow,
  visits,
  crossings,
  closed,
  colour,
  shape,
  text,
  unchanged,
  changed,
  moved,
  same,
];
