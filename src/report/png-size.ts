/** The size in pixels that a PNG's header states. Throws when the bytes are no PNG: the run file only holds PNGs there. */
export function pngSize(bytes: Uint8Array): { readonly widthPx: number; readonly heightPx: number } {
  const isPng = bytes.length >= 24 && bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[12] === 0x49;
  if (!isPng) throw new Error(`a picture of the run file is not a PNG (${bytes.length} bytes)`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}
