import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleAnswers } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { scorecardRequests } from '#contract/scorecard.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { ownZone } from '../own-zone.ts';
import { readScorecardSettings, saveScorecardSettings } from '../registers/scorecard-settings.ts';
import type { Workspace } from '../saving/workspace.ts';
import { scorecardDocuments } from '../scorecard/month-places.ts';
import { writeTemplates } from '../scorecard/write-templates.ts';
import { saving } from './saving.ts';
import type { Doing, ScorecardDesk } from './scorecard-desk.ts';
import { createMonthFiles } from './scorecard-files.ts';
import type { ScorecardMonths } from './scorecard-months.ts';
import { createUploads } from './scorecard-uploads.ts';
import type { Clock, Shell } from './shell.ts';
import { writeInto } from './write-into.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly desk: ScorecardDesk;
  readonly months: ScorecardMonths;
  readonly tell: (notice: ConsoleNotice) => void;
  readonly tellText: (text: string) => void;
};
type Answered = Pick<ConsoleAnswers, keyof typeof scorecardRequests>;

const rowsAtOnce = 200;

/** The scorecard of each month: files in, figures, what is published, and the rows behind every number. */
export function answerScorecard(needs: Needs): Answered {
  const { workspace, desk, months, clock, tellText } = needs;
  const now = () => new Date(clock.wallMs()).toISOString();
  const uploads = createUploads(workspace);
  const files = createMonthFiles({ workspace, desk, uploads, months, now, tellText });
  const { during, cancel } = createRunning(needs.tell);
  return {
    ...answerMonths(needs, now, during),
    ...answerRows(needs, during),
    ...answerSettings(needs, now),
    begin_month_file: (about) => uploads.begin(about),
    add_month_file_part: ({ upload, at, base64 }) => uploads.add(upload, at, Buffer.from(base64, 'base64')),
    preview_month_file: (wanted) => during(wanted.month, (doing) => files.preview(wanted, doing)),
    take_month_file: (wanted) => during(wanted.month, (doing) => files.take(wanted, doing)),
    cancel_month_file: async ({ month, upload }) => {
      if (upload === null) cancel(month);
      else await uploads.drop(upload);
      return succeed({});
    },
    drop_month_file: ({ month, kind }) => trying(() => files.drop(month, kind)),
    cancel_scorecard: async ({ month }) => {
      cancel(month);
      return succeed({});
    },
  };
}

type During = <Value>(month: string, act: (doing: Doing) => Promise<Outcome<Value>>) => Promise<Outcome<Value>>;

/** What is read or written now, by month: told on the way, and stopped when somebody says so. */
function createRunning(tell: (notice: ConsoleNotice) => void) {
  const running = new Set<{ readonly month: string; readonly stopping: AbortController }>();
  const during: During = async (month, act) => {
    const own = { month, stopping: new AbortController() };
    running.add(own);
    const progress = (done: number, total: number) => tell({ type: 'scorecard', month, done, total });
    return trying(() => act({ signal: own.stopping.signal, progress })).finally(() => running.delete(own));
  };
  const cancel = (month: string) => {
    for (const one of running) if (one.month === month) one.stopping.abort();
  };
  return { during, cancel };
}

async function trying<Value>(act: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const done = await saving(act);
  return done.ok ? done.value : done;
}

type Newest = Awaited<ReturnType<Answered['load_newest_scorecard']>> extends Outcome<infer Value> ? Value : never;
type Looked = 'load_scorecard_months' | 'load_scorecard' | 'load_newest_scorecard' | 'save_scorecard_draft';
type Published = 'publish_scorecard' | 'correct_scorecard' | 'discard_scorecard_draft';

function answerMonths({ months }: Needs, now: () => string, during: During): Pick<Answered, Looked | Published> {
  return {
    load_scorecard_months: () =>
      saving(async () => ({ today: dayOf(now(), ownZone()), months: await months.list(), notices: [] })),
    load_scorecard: ({ month, revision }) => during(month, (doing) => months.show(month, revision, doing)),
    load_newest_scorecard: () =>
      trying<Newest>(async () => {
        const [newest] = await months.list();
        if (!newest) return succeed({ newest: null });
        const shown = await months.show(newest.month, null);
        if (!shown.ok) return shown;
        const { draft, view } = shown.value;
        return succeed({ newest: { month: newest.month, isDraft: draft !== null, tiles: view.tiles } });
      }),
    save_scorecard_draft: ({ month, ...typed }) =>
      trying(async () => {
        const lacks = await months.edit(month, typed);
        return lacks.ok ? succeed({ lacks: lacks.value }) : lacks;
      }),
    publish_scorecard: ({ month, by, because = '' }) =>
      during(month, (doing) => months.publish(month, { by, because }, doing)),
    correct_scorecard: ({ month, reason }) => trying(() => months.correct(month, reason)),
    discard_scorecard_draft: ({ month }) => saving(() => months.discard(month).then(() => ({}))),
  };
}

type Rows =
  | 'list_scorecard_rows'
  | 'write_scorecard_rows'
  | 'write_scorecard_documents'
  | 'write_scorecard_templates'
  | 'open_scorecard_folder';

function answerRows({ workspace, shell, desk, months }: Needs, during: During): Pick<Answered, Rows> {
  return {
    list_scorecard_rows: ({ month, revision, question }) =>
      during(month, async (doing) => {
        const found = await months.sourceOf(month, revision);
        if (!found.ok) return found;
        return desk.ask('rows', { of: found.value.source, question, most: rowsAtOnce }, doing);
      }),
    write_scorecard_rows: ({ month, revision, question }) =>
      during(month, async (doing) => {
        const found = await months.sourceOf(month, revision);
        if (!found.ok) return found;
        const out = scorecardDocuments(workspace, month);
        return writeInto(out, () => desk.ask('write_rows', { of: found.value.source, question, out }, doing));
      }),
    write_scorecard_documents: ({ month, revision, paper, oscal }) =>
      during(month, async (doing) => {
        const found = await months.sourceOf(month, revision);
        if (!found.ok) return found;
        const { source } = found.value;
        if (source.is === 'draft') return fail(notPublished);
        const out = scorecardDocuments(workspace, month);
        return writeInto(out, () => desk.ask('documents', { of: source, out, paper, oscal }, doing));
      }),
    write_scorecard_templates: ({ month }) => {
      const out = join(scorecardDocuments(workspace, month), 'templates');
      return writeInto(out, () => writeTemplates(out));
    },
    open_scorecard_folder: async ({ month }) => {
      const folder = scorecardDocuments(workspace, month);
      await mkdir(folder, { recursive: true }).catch(() => {}); // what cannot be made cannot be opened either, and that is said
      return succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}

function answerSettings({ workspace, tellText }: Needs, now: () => string) {
  const shown = ({ settings, versions }: Awaited<ReturnType<typeof readScorecardSettings>>) => ({
    settings,
    earlier: versions.slice(1).map(({ settings: { version }, changed_at }) => ({ version, changedAt: changed_at })),
  });
  return {
    load_scorecard_settings: () => saving(async () => shown(await readScorecardSettings(workspace, tellText))),
    save_scorecard_settings: ({ settings }) =>
      saving(async () => shown(await saveScorecardSettings(workspace, settings, now(), tellText))),
  } satisfies Pick<Answered, 'load_scorecard_settings' | 'save_scorecard_settings'>;
}

const notPublished = {
  code: 'not_published',
  message: 'Documents are written of what was published, and this month is still a draft.',
  hint: 'Nothing was written. Publish it first.',
};
