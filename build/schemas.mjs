// `npm run schemas`: writes schemas/*.schema.json again from the schemas the program itself reads and writes with.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orExplain, root, setUp } from './setup.mjs';

await orExplain(async () => {
  const node = setUp();
  if (node !== process.execPath) {
    process.exitCode = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: 'inherit' }).status ?? 1;
    return;
  }
  const { buildSchemas } = await import('../services/export/published-schemas.ts');
  for (const [name, text] of buildSchemas()) writeFileSync(join(root, 'schemas', name), text);
});
