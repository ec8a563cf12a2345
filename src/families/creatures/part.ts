import type { Point } from '../../domain/geometry.ts';

/** A small drawing of its own, in centimetres. Its lines stand in a scope with its label. */
export interface Part {
  /** As it is spoken of, and its label: `fox`. */
  readonly name: string;
  readonly lines: readonly string[];
}

/** An animal that sits on (0,0), about 3 cm tall, and looks at us; its right side as we see it is free for an arm. */
export interface Animal extends Part {
  /** Colour of the arm. */
  readonly fur: string;
}

/** A vehicle on the ground at y = 0, more than 4 cm wide. */
export interface Vehicle extends Part {
  /** Where a rider sits. */
  readonly seat: Point;
  readonly widthCm: number;
  /** Whether its side hides the rider's lower part. */
  readonly hidesRider: boolean;
}

/** What the animal is doing, by the thing that it takes. The paw is where the arm ends and the thing is held. */
export interface Doing extends Part {
  /** `playing the trumpet` */
  readonly words: string;
  readonly paw: Point;
  /** Whether the thing is held over the animal's head. */
  readonly isOverhead: boolean;
}
