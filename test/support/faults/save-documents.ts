import { writeSync } from 'node:fs';
import { documentNames, openGenerations } from './documents.ts';

// A process of its own that saves three generations of each document and says each once it is acknowledged.
const [workspace = '.'] = process.argv.slice(2);

function say(what: object): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

for (const document of documentNames) {
  const opened = await openGenerations(document, workspace, (notice) => say({ notice, document }));
  for (const generation of [1, 2, 3]) {
    await opened.save(generation).then(
      () => say({ document, generation }),
      (problem: unknown) => say({ document, failed: String(problem) }),
    );
  }
}
say({ done: true });
