import { answerWords } from './answer-words.ts';

// Whoever reads along may stop reading: `muster … | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') throw new Error(`Nothing can be written: ${code}`);
  });

const { exitCode, stdout, stderr } = await answerWords(process.argv.slice(2));
if (stderr !== '') process.stderr.write(`${stderr}\n`);
if (stdout !== '') process.stdout.write(`${stdout}\n`);
process.exitCode = exitCode;
