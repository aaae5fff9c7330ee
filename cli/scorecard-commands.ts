import { monthPattern } from '#core/scorecard/month-choice.ts';
import { type Commands, common, shared } from './command.ts';
import { parsePaper, wrongPaper } from './parse-paper.ts';

/** What is done once a month. */
export const scorecardCommands: Commands = {
  scorecard: {
    flags: [...common, '--data', '--month', '--config', '--previous', '--discovery', '--out', '--paper', '--templates'],
    alone: ['--leave-out-bad-rows', '--oscal'],
    run: ({ rest, flags }) => {
      const [data, month, out] = [flags.get('--data'), flags.get('--month'), flags.get('--out')];
      const templates = flags.get('--templates');
      const paper = parsePaper(flags.get('--paper'));
      if (rest.length > 0) return { wrong: `${rest[0]} means nothing here.` };
      if (templates !== undefined && (data ?? month ?? out) !== undefined)
        return { wrong: '--templates DIR stands alone.' };
      if (templates !== undefined)
        return import('./commands/scorecard.ts').then(({ runTemplates }) =>
          runTemplates({ out: templates, json: flags.has('--json') }),
        );
      if (data === undefined || month === undefined || out === undefined)
        return { wrong: `${data === undefined ? '--data' : month === undefined ? '--month' : '--out'} is missing.` };
      if (!monthPattern.test(month)) return { wrong: `--month takes a month such as 2026-10, not ${month}.` };
      if (paper === null) return wrongPaper;
      return import('./commands/scorecard.ts').then(({ runScorecard }) =>
        runScorecard({
          data,
          month,
          out,
          paper,
          config: flags.get('--config'),
          previous: flags.get('--previous'),
          discovery: flags.get('--discovery'),
          oscal: flags.has('--oscal'),
          leaveOut: flags.has('--leave-out-bad-rows'),
          ...shared(flags),
        }),
      );
    },
  },
};
