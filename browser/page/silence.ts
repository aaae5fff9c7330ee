const graceMs = 250;

/** Calls `act` once nothing was heard for so long. A window that stood still has time to take what waits for it first. */
export function watchSilence(act: () => void) {
  let timer: ReturnType<typeof setTimeout>;
  const stop = () => clearTimeout(timer);
  /** From now on, and anew. */
  const wait = (ms: number) => {
    stop();
    timer = setTimeout(() => {
      timer = setTimeout(act, graceMs);
    }, ms);
  };
  return { wait, stop };
}
