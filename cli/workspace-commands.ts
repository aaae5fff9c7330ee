import { defaultBackupFolder } from '#services/backup/default-backup-folder.ts';
import { type Commands, common, shared } from './command.ts';
import { parsePort } from './parse-port.ts';

/** What works on a whole workspace. */
export const workspaceCommands: Commands = {
  backup: {
    flags: [...common, '--out', '--check'],
    run: ({ rest, flags }) => {
      const [file, out] = [flags.get('--check'), flags.get('--out')];
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if (file !== undefined && out !== undefined) return { wrong: 'Use --out or --check, not both.' };
      const { workspace, json } = shared(flags);
      return import('./commands/backup.ts').then(({ runBackup, runCheckBackup }) =>
        file === undefined
          ? runBackup({ out: out ?? defaultBackupFolder(workspace), workspace, json })
          : runCheckBackup({ file, json }),
      );
    },
  },
  restore: {
    flags: common,
    run: ({ rest, flags }) => {
      const [file, ...more] = rest;
      if (file === undefined || more.length > 0) return { wrong: 'Name one FILE.' };
      return import('./commands/restore.ts').then(({ runRestore }) => runRestore({ file, ...shared(flags) }));
    },
  },
  serve: {
    flags: [...common, '--port'],
    alone: ['--open'],
    run: ({ rest, flags }) => {
      const port = parsePort(flags.get('--port'));
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if (port === undefined) return { wrong: '--port takes a number from 1 to 65534.' };
      return import('./commands/serve.ts').then(({ runServe }) =>
        runServe({ port, open: flags.has('--open'), ...shared(flags) }),
      );
    },
  },
};
