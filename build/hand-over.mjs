// Runs another program in this one's place: its words, its signals, its exit code.
import { spawn } from 'node:child_process';

/**
 * A stop meant for this process reaches the other one, which then saves and closes by itself; so does the end of this process,
 * however it ends, by the channel between them.
 */
export function handOver(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options });
    const asked = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of asked) process.on(signal, () => child.kill(signal));
    child.once('error', (problem) => {
      process.stderr.write(`${command} cannot be started: ${problem.message}\n`);
      process.exitCode = 1;
      resolve();
    });
    child.once('exit', (code, signal) => {
      if (code === null && !asked.includes(signal))
        process.stderr.write(
          `Muster was ended by the system (${signal}). What was saved is safe; start it again and go on.\n`,
        );
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
      resolve();
    });
  });
}
