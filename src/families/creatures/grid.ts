import { cat } from './animals/cat.ts';
import { fox } from './animals/fox.ts';
import { otter } from './animals/otter.ts';
import { panda } from './animals/panda.ts';
import { penguin } from './animals/penguin.ts';
import { rabbit } from './animals/rabbit.ts';
import { book } from './doings/book.ts';
import { iceCream } from './doings/ice-cream.ts';
import { kite } from './doings/kite.ts';
import { trumpet } from './doings/trumpet.ts';
import { umbrella } from './doings/umbrella.ts';
import type { Animal, Doing, Vehicle } from './part.ts';
import { bicycle } from './vehicles/bicycle.ts';
import { boat } from './vehicles/boat.ts';
import { rocket } from './vehicles/rocket.ts';
import { skateboard } from './vehicles/skateboard.ts';
import { tractor } from './vehicles/tractor.ts';

/** The three sides of the grid: every animal may ride every vehicle and do everything. */
export const ANIMALS: readonly Animal[] = [fox, otter, rabbit, cat, panda, penguin];
export const VEHICLES: readonly Vehicle[] = [bicycle, boat, skateboard, rocket, tractor];
export const DOINGS: readonly Doing[] = [trumpet, book, umbrella, kite, iceCream];
