const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it lies on a read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'there is a folder of that name',
  EEXIST: 'there is a file of that name',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'the folder around it is missing and can not be made',
};

/** Why a file or folder could not be written, in words that complete "…, but "; null when the error is of another kind. */
export function whyNotWritten(error: unknown): string | null {
  return REASONS[(error as NodeJS.ErrnoException | null)?.code ?? ''] ?? null;
}
