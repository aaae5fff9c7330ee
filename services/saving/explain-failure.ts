const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written by you',
  EPERM: 'it may not be written by you',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk quota is used up',
  EBUSY: 'another program is using it',
  ESTALE: 'it is on a network disk that no longer has it',
  EIO: 'its disk reports an error',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  ENOENT: 'part of the path does not exist',
  EISDIR: 'there is a folder of that name',
};

const reasonsNotRead: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read by you',
  EPERM: 'it may not be read by you',
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is a file, not a folder, or part of the path is one',
  ELOOP: 'its links lead in a circle',
  EISDIR: 'it is a folder, not a file',
};

/** Node gives these no names of their own. */
const unnamed: Readonly<Record<string, string>> =
  process.platform === 'darwin'
    ? { 'Unknown system error -69': 'EDQUOT', 'Unknown system error -70': 'ESTALE' }
    : { 'Unknown system error -122': 'EDQUOT', 'Unknown system error -116': 'ESTALE' };

/** Why a file or folder could not be used, as the end of a sentence. */
export function explainFailure(problem: unknown, known = reasons): string {
  const given = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  const code = unnamed[given] ?? given;
  const reason = known[code] ?? (problem instanceof Error ? problem.message.replace(/\.$/, '') : String(problem));
  return `${reason}${code ? ` (${code})` : ''}`;
}

/** Why a file or folder could not be read, as the end of a sentence. */
export function explainNotRead(problem: unknown): string {
  return explainFailure(problem, { ...reasons, ...reasonsNotRead });
}
