/** What one port takes at most. */
export const limits = {
  headerBytes: 8 * 1024,
  bodyBytes: 1024 * 1024,
  /** For a request to arrive whole; answers and streams take as long as they take. */
  requestMs: 10_000,
  connections: 32,
  /** Waiting in a stream that is not read: it is cut, and its page comes back for what is true then. */
  unreadBytes: 8 * 1024 * 1024,
  heartbeatMs: 3_000,
} as const;
