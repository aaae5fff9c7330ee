import { randomUUID } from 'node:crypto';

const mark = /^(.+)\.(\d+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** For a file or folder that is not finished: nothing else has that name, and it tells which process makes it. */
export function nameUnfinished(name: string): string {
  return `${name}.${process.pid}-${randomUUID()}.tmp`;
}

/** The name it was to get, of what a process that is gone left unfinished; null for everything else. One that lives may be in the middle of a write, this one too. */
export function findAbandoned(name: string): string | null {
  const [, finished = '', pid] = mark.exec(name) ?? [];
  return pid === undefined || isAlive(Number(pid)) ? null : finished;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0); // 0 is no signal: it only asks
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}
