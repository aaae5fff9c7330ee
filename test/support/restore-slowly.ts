import { setTimeout as wait } from 'node:timers/promises';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { createFaultyDisk } from './fake-disks.ts';

// A process of its own that restores a backup and says each call to the disk before it makes it; the test kills it somewhere.
const [file = '', folder = ''] = process.argv.slice(2);
const disk = createFaultyDisk({
  before: async () => {
    process.stdout.write('.');
    await wait(2);
  },
});
await restoreBackup({ file, folder, disk });
process.stdout.write('whole');
