import type { IncomingMessage } from 'node:http';
import type { Refusal } from './check-request.ts';
import { limits } from './limits.ts';

/** The body as a value. A long one is refused as soon as its length is known, and never kept. */
export async function readJson(request: IncomingMessage): Promise<{ readonly value: unknown } | Refusal> {
  const tooLarge = { status: 413, reason: 'body too large' };
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) return tooLarge;
  const chunks = await readChunks(request);
  if (chunks === null) return tooLarge;
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    return { status: 400, reason: 'body is not JSON' };
  }
}

/** null when there are too many bytes. Rejects when the connection ends before the body does. */
function readChunks(request: IncomingMessage): Promise<readonly Buffer[] | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limits.bodyBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(chunks));
    request.on('error', reject);
  });
}
