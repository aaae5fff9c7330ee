const everyMs = 5;

/** The longest time for which nothing else could run, and how much of it this thread really worked. */
export type LongestBlock = { readonly waitedMs: number; readonly workedMs: number };

/**
 * Watches the event loop of this thread. What counts is the work between two turns of a timer: on a machine that others use
 * too, a thread is also kept waiting while it does nothing.
 */
export function watchEventLoop(): () => LongestBlock {
  let last = performance.now();
  let cpu = process.threadCpuUsage();
  let longest: LongestBlock = { waitedMs: 0, workedMs: 0 };
  const look = () => {
    const now = performance.now();
    const { user, system } = process.threadCpuUsage(cpu);
    longest = {
      waitedMs: Math.max(longest.waitedMs, now - last - everyMs),
      workedMs: Math.max(longest.workedMs, (user + system) / 1_000),
    };
    last = now;
    cpu = process.threadCpuUsage();
  };
  const timer = setInterval(look, everyMs);
  return () => {
    look();
    clearInterval(timer);
    return longest;
  };
}
