import { writingFields } from '#core/review/wording/writing-fields.ts';
import { defaultBackupFolder } from '#services/backup/default-backup-folder.ts';
import { defaultWorkspace } from '#services/saving/workspace.ts';
import { readActionOptions } from './action-options.ts';
import type { Answer } from './answer.ts';
import { complainOfWords, withProblems } from './complain-of-words.ts';
import { parsePort } from './parse-port.ts';
import { parseWords, type Words, type WrongWords } from './parse-words.ts';
import { findHelp, pages } from './usage.mjs';

type Run = (words: Words) => Promise<Answer> | WrongWords;

const common = ['--workspace'];

/** Each command loads only what it needs. */
const commands: Readonly<
  Record<
    string,
    {
      readonly flags: readonly string[];
      readonly alone?: readonly string[];
      readonly repeated?: readonly string[];
      readonly run: Run;
    }
  >
> = {
  check: {
    flags: common,
    run: ({ rest: files, flags }) =>
      files.length === 0
        ? { wrong: 'Name at least one FILE.' }
        : load('check').then(({ runCheck }) => runCheck({ files, json: flags.has('--json') })),
  },
  play: {
    flags: [...common, '--captures', '--out'],
    run: ({ rest, flags }) => {
      const [scenario, ...more] = rest;
      const [captures, out] = [flags.get('--captures'), flags.get('--out')];
      if (scenario === undefined || more.length > 0) return { wrong: 'Name one SCENARIO.' };
      if (captures === undefined || out === undefined)
        return { wrong: `${captures === undefined ? '--captures' : '--out'} is missing.` };
      return load('play').then(({ runPlay }) => runPlay({ scenario, captures, out, ...shared(flags) }));
    },
  },
  demo: {
    flags: [...common, '--out'],
    run: ({ rest, flags }) => {
      const out = flags.get('--out');
      if (out === undefined || rest.length > 0) return { wrong: '--out DIR is needed, and nothing else.' };
      return load('demo').then(({ runDemo }) => runDemo({ out, json: flags.has('--json') }));
    },
  },
  export: {
    flags: [...common, '--out'],
    run: ({ rest, flags }) => {
      const [exercise, ...more] = rest;
      const out = flags.get('--out');
      if (exercise === undefined || more.length > 0) return { wrong: 'Name one EXERCISE.' };
      if (out === undefined) return { wrong: '--out is missing.' };
      return load('export').then(({ runExport }) => runExport({ exercise, out, ...shared(flags) }));
    },
  },
  pack: {
    flags: [...common, '--captures', '--out'],
    run: ({ rest, flags }) => {
      const [scenario, ...more] = rest;
      const [captures = null, out] = [flags.get('--captures'), flags.get('--out')];
      if (scenario === undefined || more.length > 0) return { wrong: 'Name one SCENARIO.' };
      if (out === undefined) return { wrong: '--out is missing.' };
      return load('pack').then(({ runPack }) => runPack({ scenario, captures, out, ...shared(flags) }));
    },
  },
  actions: {
    flags: [...common, '--out', '--status', '--target', '--mapping'],
    alone: ['--overdue', '--samples', '--bom'],
    run: ({ rest, flags }) => {
      const out = flags.get('--out');
      const asked = readActionOptions(flags);
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if ('wrong' in asked) return asked;
      if (out === undefined) return { wrong: '--out is missing.' };
      return load('actions').then(({ runActions }) => runActions({ ...asked, out, ...shared(flags) }));
    },
  },
  metrics: {
    flags: common,
    run: ({ rest, flags }) => {
      const [exercise, ...more] = rest;
      if (exercise === undefined || more.length > 0) return { wrong: 'Name one EXERCISE.' };
      return load('metrics').then(({ runMetrics }) => runMetrics({ exercise, ...shared(flags) }));
    },
  },
  clock: {
    flags: [...common, '--at', '--aware', '--zone'],
    run: ({ rest, flags }) => {
      const [id, ...more] = rest;
      const [at, aware, zone] = [flags.get('--at'), flags.get('--aware'), flags.get('--zone')];
      if (more.length > 0) return { wrong: 'Name one clock, or none for the whole list.' };
      if (id === undefined && at !== undefined) return { wrong: 'Name the clock whose deadline is asked for.' };
      if (at === undefined && (aware ?? zone) !== undefined) return { wrong: '--aware and --zone need --at.' };
      return load('clock').then(({ runClock }) => runClock({ id, at, aware, zone, json: flags.has('--json') }));
    },
  },
  wording: {
    flags: [...common, '--field'],
    repeated: ['--name'],
    run: ({ rest, flags, lists }) => {
      const [file, ...more] = rest;
      const field = writingFields.find((one) => one === (flags.get('--field') ?? 'body'));
      if (file === undefined || more.length > 0) return { wrong: 'Name one FILE, or - for what is typed.' };
      if (field === undefined) return { wrong: `--field is one of ${writingFields.join(', ')}.` };
      const names = lists.get('--name') ?? [];
      return load('wording').then(({ runWording }) => runWording({ file, field, names, json: flags.has('--json') }));
    },
  },
  verify: {
    flags: common,
    alone: ['--all'],
    run: ({ rest, flags }) => {
      const [exercise = null, ...more] = rest;
      if (more.length > 0 || (exercise === null) !== flags.has('--all'))
        return { wrong: 'Name one EXERCISE, or use --all.' };
      return load('verify').then(({ runVerify }) => runVerify({ exercise, ...shared(flags) }));
    },
  },
  backup: {
    flags: [...common, '--out', '--check'],
    run: ({ rest, flags }) => {
      const [file, out] = [flags.get('--check'), flags.get('--out')];
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if (file !== undefined && out !== undefined) return { wrong: 'Use --out or --check, not both.' };
      const { workspace, json } = shared(flags);
      return load('backup').then(({ runBackup, runCheckBackup }) =>
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
      return load('restore').then(({ runRestore }) => runRestore({ file, ...shared(flags) }));
    },
  },
  serve: {
    flags: [...common, '--port'],
    alone: ['--open'],
    run: ({ rest, flags }) => {
      const port = parsePort(flags.get('--port'));
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if (port === undefined) return { wrong: '--port takes a number from 1 to 65534.' };
      return load('serve').then(({ runServe }) => runServe({ port, open: flags.has('--open'), ...shared(flags) }));
    },
  },
};

const loaders = {
  check: () => import('./commands/check.ts'),
  play: () => import('./commands/play.ts'),
  demo: () => import('./commands/demo.ts'),
  export: () => import('./commands/export.ts'),
  pack: () => import('./commands/pack.ts'),
  actions: () => import('./commands/actions.ts'),
  metrics: () => import('./commands/metrics.ts'),
  clock: () => import('./commands/clock.ts'),
  wording: () => import('./commands/wording.ts'),
  verify: () => import('./commands/verify.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  serve: () => import('./commands/serve.ts'),
};

function load<Name extends keyof typeof loaders>(name: Name): ReturnType<(typeof loaders)[Name]> {
  return loaders[name]() as ReturnType<(typeof loaders)[Name]>; // the loader of this very name
}

function shared(flags: Words['flags']) {
  return { workspace: flags.get('--workspace') ?? defaultWorkspace, json: flags.has('--json') };
}

/** Answers one command line. Exit 2 where the words are wrong. */
export async function answer(args: readonly string[]): Promise<Answer> {
  const help = findHelp(args);
  if (help !== null) return { exitCode: 0, stdout: help, stderr: '' };
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const isJson = rest.includes('--json');
  if (!command) return complainOfWords(isJson, `There is no command ${name}.`, 'See muster --help.');
  const words = parseWords(rest, {
    withValue: command.flags,
    alone: ['--json', ...(command.alone ?? [])],
    repeated: command.repeated ?? [],
  });
  const run = 'wrong' in words ? words : await command.run(words);
  if ('wrong' in run) return complainOfWords(isJson, run.wrong, `\n${pages[name] ?? ''}`);
  return 'flags' in words && words.flags.has('--json') ? withProblems(run) : run;
}

const { exitCode, stdout, stderr } = await answer(process.argv.slice(2));
if (stderr !== '') process.stderr.write(`${stderr}\n`);
if (stdout !== '') process.stdout.write(`${stdout}\n`);
process.exitCode = exitCode;
