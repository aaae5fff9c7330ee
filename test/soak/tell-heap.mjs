// Loaded before `muster serve`: says how much its heap holds, with nothing in it that could go. Needs --expose-gc.
process.on('message', () => {
  globalThis.gc();
  process.send({ heapBytes: process.memoryUsage().heapUsed });
});
process.channel.unref();
