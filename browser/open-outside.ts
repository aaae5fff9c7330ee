import { spawn } from 'node:child_process';

/** Opens a folder or an address in the program the system has for it. false where there is no such program or no display. */
export function openOutside(target: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const opener = findOpener(process.platform, env);
  if (opener === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener, [target], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
    child.unref();
  });
}

export function findOpener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform === 'darwin') return 'open';
  if (platform === 'win32') return 'explorer';
  return env.DISPLAY || env.WAYLAND_DISPLAY ? 'xdg-open' : null;
}
