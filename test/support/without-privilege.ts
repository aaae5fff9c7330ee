const nobody = 65_534;

/** Root may read and write everything, so root works as nobody for a moment. */
export async function withoutPrivilege<Result>(work: () => Promise<Result>): Promise<Result> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
