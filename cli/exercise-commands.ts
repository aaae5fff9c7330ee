import { readActionOptions } from './action-options.ts';
import { type Commands, common, shared } from './command.ts';
import { parsePaper, wrongPaper } from './parse-paper.ts';

/** What works on exercises that were held, and on what came of them. */
export const exerciseCommands: Commands = {
  export: {
    flags: [...common, '--out', '--paper'],
    alone: ['--pdf'],
    run: ({ rest, flags }) => {
      const [exercise, ...more] = rest;
      const [out, paper] = [flags.get('--out'), parsePaper(flags.get('--paper'))];
      if (exercise === undefined || more.length > 0) return { wrong: 'Name one EXERCISE.' };
      if (out === undefined) return { wrong: '--out is missing.' };
      if (paper === null) return wrongPaper;
      return import('./commands/export.ts').then(({ runExport }) =>
        runExport({ exercise, out, paper, pdf: flags.has('--pdf'), ...shared(flags) }),
      );
    },
  },
  binder: {
    flags: [...common, '--out'],
    alone: ['--no-pdf'],
    run: ({ rest, flags }) => {
      const [exercise, ...more] = rest;
      const out = flags.get('--out');
      if (exercise === undefined || more.length > 0) return { wrong: 'Name one EXERCISE.' };
      if (out === undefined) return { wrong: '--out is missing.' };
      if (!/\.zip$/i.test(out)) return { wrong: '--out takes the name of the zip to write: FILE.zip.' };
      const pdf = !flags.has('--no-pdf');
      return import('./commands/binder.ts').then(({ runBinder }) =>
        runBinder({ exercise, out, pdf, ...shared(flags) }),
      );
    },
  },
  metrics: {
    flags: common,
    run: ({ rest, flags }) => {
      const [exercise, ...more] = rest;
      if (exercise === undefined || more.length > 0) return { wrong: 'Name one EXERCISE.' };
      return import('./commands/metrics.ts').then(({ runMetrics }) => runMetrics({ exercise, ...shared(flags) }));
    },
  },
  verify: {
    flags: common,
    alone: ['--all'],
    run: ({ rest, flags }) => {
      const [exercise = null, ...more] = rest;
      if (more.length > 0 || (exercise === null) !== flags.has('--all'))
        return { wrong: 'Name one EXERCISE, or use --all.' };
      return import('./commands/verify.ts').then(({ runVerify }) => runVerify({ exercise, ...shared(flags) }));
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
      return import('./commands/actions.ts').then(({ runActions }) => runActions({ ...asked, out, ...shared(flags) }));
    },
  },
  runbooks: {
    flags: [...common, '--add', '--id', '--version', '--title', '--owner', '--approver', '--approved-on'],
    alone: ['--samples'],
    run: ({ rest, flags }) => {
      const file = flags.get('--add');
      const about = [...flags].filter(([flag]) => aboutRunbook.has(flag));
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if (file === undefined && about.length > 0) return { wrong: `${about[0]?.[0]} needs --add FILE.` };
      if (file !== undefined && flags.has('--samples')) return { wrong: '--samples lists; it takes no file.' };
      return import('./commands/runbooks.ts').then(({ runAddRunbook, runListRunbooks }) =>
        file === undefined
          ? runListRunbooks({ isSample: flags.has('--samples'), ...shared(flags) })
          : runAddRunbook({ file, about: namesOf(about), ...shared(flags) }),
      );
    },
  },
};

const aboutRunbook = new Set(['--id', '--version', '--title', '--owner', '--approver', '--approved-on']);

/** `--approved-on` is the field `approved_on`. */
function namesOf(about: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(about.map(([flag, value]) => [flag.slice(2).replaceAll('-', '_'), value]));
}
