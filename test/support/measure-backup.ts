import { join } from 'node:path';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { writeBackup } from '#services/backup/write-backup.ts';

// A process of its own that makes a backup of a workspace and restores it, and says by how many megabytes it grew meanwhile.
const [workspace = '', root = ''] = process.argv.slice(2);
const place = { folder: join(root, 'b'), name: null };
const before = process.resourceUsage().maxRSS;
const written = await writeBackup({ workspace, place, made: new Date(), day: '2026-11-25' });
if (!written.ok) throw new Error(written.problem.message);
const restored = await restoreBackup({ file: written.value.file, folder: join(root, 'r') });
if (!restored.ok) throw new Error(restored.problem.message);
const grownMb = (process.resourceUsage().maxRSS - before) / 1_024;
process.stdout.write(JSON.stringify({ grownMb, notices: restored.value.notices }));
