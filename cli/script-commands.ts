import { writingFields } from '#core/review/wording/writing-fields.ts';
import { type Commands, common, shared } from './command.ts';
import { parsePaper, wrongPaper } from './parse-paper.ts';

/** What works on scripts and texts; a play makes an exercise of one. */
export const scriptCommands: Commands = {
  check: {
    flags: common,
    run: ({ rest: files, flags }) =>
      files.length === 0
        ? { wrong: 'Name at least one FILE.' }
        : import('./commands/check.ts').then(({ runCheck }) => runCheck({ files, json: flags.has('--json') })),
  },
  play: {
    flags: [...common, '--captures', '--out'],
    run: ({ rest, flags }) => {
      const [scenario, ...more] = rest;
      const [captures, out] = [flags.get('--captures'), flags.get('--out')];
      if (scenario === undefined || more.length > 0) return { wrong: 'Name one SCENARIO.' };
      if (captures === undefined || out === undefined)
        return { wrong: `${captures === undefined ? '--captures' : '--out'} is missing.` };
      return import('./commands/play.ts').then(({ runPlay }) => runPlay({ scenario, captures, out, ...shared(flags) }));
    },
  },
  demo: {
    flags: [...common, '--out'],
    run: ({ rest, flags }) => {
      const out = flags.get('--out');
      if (out === undefined || rest.length > 0) return { wrong: '--out DIR is needed, and nothing else.' };
      return import('./commands/demo.ts').then(({ runDemo }) =>
        runDemo({ out, json: flags.has('--json'), workspace: flags.get('--workspace') ?? null }),
      );
    },
  },
  pack: {
    flags: [...common, '--captures', '--out', '--paper'],
    run: ({ rest, flags }) => {
      const [scenario, ...more] = rest;
      const [captures = null, out] = [flags.get('--captures'), flags.get('--out')];
      const paper = parsePaper(flags.get('--paper'));
      if (scenario === undefined || more.length > 0) return { wrong: 'Name one SCENARIO.' };
      if (out === undefined) return { wrong: '--out is missing.' };
      if (paper === null) return wrongPaper;
      return import('./commands/pack.ts').then(({ runPack }) =>
        runPack({ scenario, captures, out, paper, ...shared(flags) }),
      );
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
      return import('./commands/clock.ts').then(({ runClock }) =>
        runClock({ id, at, aware, zone, json: flags.has('--json') }),
      );
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
      return import('./commands/wording.ts').then(({ runWording }) =>
        runWording({ file, field, names, json: flags.has('--json') }),
      );
    },
  },
};
