import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sha256 } from '../util/sha256.ts';
import type { Database } from './database.ts';

/** What a blob holds. Pictures and PDFs are kept as they are, all else deflated. */
export type BlobKind =
  | 'pdf'
  | 'png'
  | 'scene'
  | 'grounding'
  | 'log'
  | 'prompt'
  | 'conversation'
  | 'reasoning'
  | 'raw';

const KEPT_AS_THEY_ARE: ReadonlySet<BlobKind> = new Set<BlobKind>(['pdf', 'png']);

/** Stores content, cleaned before, under the SHA-256 of itself, once. Returns the hash; null stays null. */
export function putBlob<Content extends string | Uint8Array | null>(
  database: Database,
  kind: BlobKind,
  content: Content,
): Content extends null ? string | null : string;
export function putBlob(
  database: Database,
  kind: BlobKind,
  content: string | Uint8Array | null,
): string | null {
  if (content === null) return null;
  const hash = sha256(content);
  if (database.get('SELECT 1 FROM blobs WHERE hash = ?', [hash])) return hash;
  const isDeflated = !KEPT_AS_THEY_ARE.has(kind);
  const bytes = isDeflated ? deflateRawSync(content) : Buffer.from(content);
  database.insert('blobs', { hash, kind, is_deflated: Number(isDeflated), bytes });
  return hash;
}

/** The content of a hash that the run file itself gave. Throws when there is none: that is a bug. */
export function getBlob(database: Database, hash: string): Uint8Array {
  const row = database.get<{ is_deflated: number; bytes: Uint8Array }>(
    'SELECT is_deflated, bytes FROM blobs WHERE hash = ?',
    [hash],
  );
  if (!row) throw new Error(`${database.path}: no blob has the hash ${hash}`);
  return row.is_deflated ? inflateRawSync(row.bytes) : row.bytes;
}

/** The same as text; null for null. */
export function getText(database: Database, hash: string | null): string | null {
  return hash === null ? null : Buffer.from(getBlob(database, hash)).toString('utf8');
}
