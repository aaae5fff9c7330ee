import type { MonthLine, MonthShown } from '#contract/scorecard.ts';
import type { TrendShown } from '#contract/trend.ts';
import type { Entry } from '#core/exceptions/decision.ts';
import type { CurrentExceptions } from '#core/exceptions/describe-register.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { lacksOf, lacksOfView, refuseAsOf } from '#core/scorecard/draft-rules.ts';
import { emptyDraft, type MonthDraft } from '#core/scorecard/month-draft.ts';
import { lastKnownDay } from '#core/scorecard/period.ts';
import type { Settings } from '#core/scorecard/settings.ts';
import type { Readiness } from '#core/scorecard/snapshot.ts';
import { createQueue } from '../queue.ts';
import { readScorecardSettings } from '../registers/scorecard-settings.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { DraftSource, MonthSource } from '../scorecard/compose-month.ts';
import { createMonthDrafts, type MonthDrafts } from '../scorecard/month-drafts.ts';
import { listMonths } from '../scorecard/revisions.ts';
import { isDrafted, isPublished, notReady, wrongDay } from './month-problems.ts';
import type { Doing, ScorecardDesk } from './scorecard-desk.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly desk: ScorecardDesk;
  /** UTC. */
  readonly now: () => string;
  readonly readiness: (asOf: string) => Promise<Readiness | null>;
  /** What was decided on exceptions. */
  readonly decided: () => Promise<readonly Entry[]>;
  readonly tellText: (text: string) => void;
};

/** What is typed; what is left out stays. */
type Typed = {
  readonly as_of?: MonthDraft['as_of'] | undefined;
  readonly asks?: MonthDraft['asks'] | undefined;
  readonly sentence?: MonthDraft['sentence'] | undefined;
  readonly confirmed?: MonthDraft['confirmed'] | undefined;
};
type Signing = { readonly by: string; readonly because: string };

/** The months of a workspace: what is prepared and what was published. Whatever changes one waits for its turn. */
export class ScorecardMonths {
  readonly inTurn = createQueue();
  readonly #needs: Needs;
  readonly #drafts: MonthDrafts;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#drafts = createMonthDrafts(needs.workspace, needs.tellText);
  }

  async settings(): Promise<Settings> {
    const { workspace, tellText } = this.#needs;
    return (await readScorecardSettings(workspace, tellText)).settings;
  }

  async list(): Promise<readonly MonthLine[]> {
    const lines: MonthLine[] = [];
    for (const month of await listMonths(this.#needs.workspace)) {
      const line = await this.#lineOf(month);
      if (line.ok && (line.value.isDrafted || line.value.revisions.length > 0)) lines.push(line.value);
    }
    return lines;
  }

  async #lineOf(month: string): Promise<Outcome<MonthLine>> {
    const revisions = await this.#needs.desk.ask('revisions', { month });
    if (!revisions.ok) return revisions;
    return succeed({ month, revisions: revisions.value, isDrafted: (await this.#drafts.find(month)) !== null });
  }

  /** `revision` null: the draft, else the newest that was published, else a month still to be begun. */
  async sourceOf(month: string, revision: number | null): Promise<Outcome<{ line: MonthLine; source: MonthSource }>> {
    const line = await this.#lineOf(month);
    if (!line.ok) return line;
    const draft = await this.#drafts.find(month);
    const published = revision ?? (draft === null ? line.value.revisions[0]?.revision : undefined);
    const source: MonthSource =
      published === undefined
        ? await this.#draftSource(line.value, draft ?? emptyDraft)
        : { is: 'revision', month, revision: published };
    return succeed({ line: line.value, source });
  }

  async #draftSource({ month, revisions }: MonthLine, draft: MonthDraft): Promise<DraftSource> {
    const settings = await this.settings();
    const asOf = draft.as_of ?? lastKnownDay(month, settings.timezone, this.#today(settings));
    const revision = (revisions[0]?.revision ?? 0) + 1;
    const [readiness, decided] = [await this.#needs.readiness(asOf), await this.#needs.decided()];
    return { is: 'draft', month, draft, asOf, settings, readiness, decided, revision };
  }

  #today({ timezone }: Settings): string {
    return dayOf(this.#needs.now(), timezone);
  }

  async show(month: string, revision: number | null, doing: Doing = {}): Promise<Outcome<MonthShown>> {
    const found = await this.sourceOf(month, revision);
    if (!found.ok) return found;
    const { line, source } = found.value;
    const view = await this.#needs.desk.ask('view', { of: source }, doing);
    if (!view.ok) return view;
    if (source.is === 'revision') return succeed({ line, view: view.value, draft: null, lacks: [] });
    return succeed({ line, view: view.value, draft: source.draft, lacks: this.#lacksOf(source) });
  }

  #lacksOf({ draft, asOf, settings }: DraftSource): readonly string[] {
    return lacksOf(draft, asOf, this.#today(settings));
  }

  /** Changes what is being prepared, within a turn; a month that was published is corrected first. */
  async change(month: string, edit: (draft: MonthDraft) => MonthDraft): Promise<Outcome<MonthDraft>> {
    const draft = await this.#drafts.find(month);
    const line = await this.#lineOf(month);
    if (!line.ok) return line;
    if (draft === null && line.value.revisions.length > 0) return fail(isPublished(month));
    const changed = edit(draft ?? emptyDraft);
    await this.#drafts.save(month, changed);
    return succeed(changed);
  }

  /** Bytes that nothing names any more go; what could not be swept is swept the next time. */
  async sweep(month: string): Promise<void> {
    const draft = await this.#drafts.find(month);
    const kept = Object.values(draft?.files ?? {}).flatMap((file) => (file ? [file.sha256] : []));
    await this.#needs.desk.ask('sweep', { month, kept });
  }

  /** Gives what keeps it from being published. */
  edit(month: string, typed: Typed): Promise<Outcome<readonly string[]>> {
    return this.inTurn(async () => {
      const wrong = typed.as_of ? refuseAsOf(month, typed.as_of) : null;
      if (wrong !== null) return fail(wrongDay(wrong));
      const changed = await this.change(month, (draft) => ({
        ...draft,
        as_of: typed.as_of === undefined ? draft.as_of : typed.as_of,
        asks: typed.asks ?? draft.asks,
        sentence: typed.sentence ?? draft.sentence,
        confirmed: typed.confirmed ?? draft.confirmed,
      }));
      if (!changed.ok) return changed;
      const settings = await this.settings();
      const today = this.#today(settings);
      const asOf = changed.value.as_of ?? lastKnownDay(month, settings.timezone, today);
      return succeed(lacksOf(changed.value, asOf, today));
    });
  }

  /** Refused while something is lacking, a text of a correction is outdated, or a grave caveat has no reason. */
  publish(month: string, { by, because }: Signing, doing: Doing): Promise<Outcome<MonthShown>> {
    return this.inTurn(async () => {
      const found = await this.sourceOf(month, null);
      if (!found.ok) return found;
      const { source } = found.value;
      if (source.is !== 'draft') return fail(isPublished(month));
      const view = await this.#needs.desk.ask('view', { of: source }, doing);
      if (!view.ok) return view;
      const [lack] = [...this.#lacksOf(source), ...lacksOfView(source.draft, view.value, because)];
      if (lack !== undefined) return fail(notReady(lack));
      const signed = { publishedAt: this.#needs.now(), publishedBy: by, publishedBecause: because || null };
      const published = await this.#needs.desk.ask('publish', { of: source, ...signed }, doing);
      if (!published.ok) return published;
      await this.#drafts.save(month, null);
      await this.sweep(month);
      return this.show(month, null);
    });
  }

  /** Begins the next revision with what the newest one holds. */
  correct(month: string, reason: string): Promise<Outcome<MonthShown>> {
    return this.inTurn(async () => {
      if ((await this.#drafts.find(month)) !== null) return fail(isDrafted(month));
      const draft = await this.#needs.desk.ask('draft_of_newest', { month, reason });
      if (!draft.ok) return draft;
      await this.#drafts.save(month, draft.value);
      return this.show(month, null);
    });
  }

  discard(month: string): Promise<void> {
    return this.inTurn(async () => {
      await this.#drafts.save(month, null);
      await this.sweep(month);
    });
  }

  /** Of the newest month that holds any, published or being prepared. */
  async currentExceptions(): Promise<Outcome<CurrentExceptions | null>> {
    for (const month of await listMonths(this.#needs.workspace)) {
      const found = await this.sourceOf(month, null);
      const current = found.ok ? await this.#needs.desk.ask('exceptions', { of: found.value.source }) : found;
      if (!current.ok || current.value !== null) return current;
    }
    return succeed(null);
  }

  /** What was published. */
  trend(): Promise<Outcome<TrendShown>> {
    return this.#needs.desk.ask('trend', {});
  }
}
