/** A listener that fails is reported like any fault of the page, and neither the stream nor the next listener ends with it. */
export function callSafely<Value>(listener: (value: Value) => void, value: Value): void {
  try {
    listener(value);
  } catch (problem) {
    reportError(problem);
  }
}
