import { decode } from 'fast-png';
import pixelmatch from 'pixelmatch';

/** How two pictures differ: `same`, their sizes, or how many pixels differ at all. */
export function comparePixels(one: Uint8Array, other: Uint8Array): string {
  if (Buffer.compare(one, other) === 0) return 'same';
  const [a, b] = [rgba(one), rgba(other)];
  if (a.width !== b.width || a.height !== b.height)
    return `${a.width} × ${a.height} px and ${b.width} × ${b.height} px`;
  const options = { threshold: 0, includeAA: true };
  const count = pixelmatch(a.data, b.data, undefined, a.width, a.height, options);
  return count === 0 ? 'same' : `${count} of ${a.width * a.height} px differ`;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function rgba(png: Uint8Array): Picture {
  const { width, height, data, channels } = decode(png);
  const pixels = new Uint8Array(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at += 1)
    for (let channel = 0; channel < channels; channel += 1)
      pixels[4 * at + channel] = data[channels * at + channel] ?? 0;
  return { width, height, data: pixels };
}
