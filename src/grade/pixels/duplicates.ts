import { sha256 } from '../../util/sha256.ts';
import { comparedRaster } from './compare-pictures.ts';
import { shareOf } from './difference.ts';
import { fitOn } from './fit.ts';
import { readPng } from './png.ts';
import type { Raster } from './raster.ts';

/**
 * Half a percent. Measured: a bundled drawing and itself in 0.5 to 0.9 of its size differ by 0 to 0.4 % (thin line work by up
 * to 2 %: that is missed). On a ground that fills the page half a percent is a small thing: a bundled drawing of a plane and the
 * same without its sign of WiFi count as one.
 */
const SAME_SHARE = 0.005;
/** Side of the small copies that are compared first: a 256th of the pixels. */
const SMALL_PX = 32;
/**
 * Small copies whose darkness differs by more than this part of the darker one's are of different drawings. 0.5 % of pixels,
 * if pale ink turned black, come to some 6 %; the rest is for shades below the threshold of `differenceOf`.
 */
const SMALL_DIFFERENCE = 0.15;

/** A picture and what tells it apart. */
export interface NamedPicture {
  readonly id: string;
  readonly png: Uint8Array;
}

/**
 * Whether two pictures (PNG) show one drawing, to within 0.5 % of its ink, both scaled to one size.
 * @throws Error when one cannot be read (see `readPng`)
 */
export function samePicture(one: Uint8Array, other: Uint8Array): boolean {
  const [first, second] = [one, other].map((png) => lookAt({ id: '', png }, { keepsLarge: false }));
  return first !== undefined && second !== undefined && isSame(first, second);
}

/**
 * Groups of pictures that show one drawing, by their ids: a model that repeats itself. A picture joins the first group
 * whose first member it equals, so each id is in one group at most; groups of one are left out. Groups, and ids in them,
 * stand in the order of the pictures.
 * @throws Error when one cannot be read (see `readPng`)
 */
export function duplicates(pictures: readonly NamedPicture[]): readonly (readonly string[])[] {
  const groups: { readonly first: Looks; readonly ids: string[] }[] = [];
  const byHash = new Map<string, string[]>();
  for (const picture of pictures) {
    const hash = sha256(picture.png);
    const known = byHash.get(hash);
    if (known !== undefined) {
      known.push(picture.id);
      continue;
    }
    const looks = lookAt(picture, { keepsLarge: pictures.length <= MOST_KEPT });
    const ids = groups.find(({ first }) => isSame(first, looks))?.ids ?? [];
    if (ids.length === 0) groups.push({ first: looks, ids });
    ids.push(picture.id);
    byHash.set(hash, ids);
  }
  return groups.map(({ ids }) => ids).filter(({ length }) => length > 1);
}

/** Large copies take 0.8 MB each: of more pictures than that they are made anew each time. */
const MOST_KEPT = 128;

interface Looks {
  readonly small: Raster;
  readonly large: () => Raster;
}

function lookAt({ png }: NamedPicture, { keepsLarge }: { readonly keepsLarge: boolean }): Looks {
  const small = fitOn({ widthPx: SMALL_PX, heightPx: SMALL_PX }, readPng(png));
  let kept: Raster | undefined;
  const large = (): Raster => {
    const raster = kept ?? comparedRaster(png);
    if (keepsLarge) kept = raster;
    return raster;
  };
  return { small, large };
}

function isSame(one: Looks, other: Looks): boolean {
  if (!isAlike(one.small, other.small)) return false;
  return shareOf({ one: one.large(), other: other.large() }) <= SAME_SHARE;
}

function isAlike({ rgb: one }: Raster, { rgb: other }: Raster): boolean {
  let [difference, darkness, otherDarkness] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [value, otherValue] = [one[at] ?? 255, other[at] ?? 255];
    difference += Math.abs(value - otherValue);
    darkness += 255 - value;
    otherDarkness += 255 - otherValue;
  }
  return difference <= SMALL_DIFFERENCE * Math.max(darkness, otherDarkness);
}
