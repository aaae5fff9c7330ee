import { useRef } from 'react';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import type { SavedEventOf } from '#core/exercise/events.ts';
import { listStandingOf } from '#core/exercise/state.ts';
import { findPlace } from '#core/review/find-place.ts';
import { fieldsOfCommand } from '#core/review/forms/build-fields.ts';
import { dueDays } from '#core/review/suggest-due.ts';
import { AmendForm } from '../amend-form.tsx';
import type { Draw } from '../entry-form.tsx';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { usePassedOnFocus } from '../use-passed-on-focus.ts';
import { WithdrawForm } from '../withdraw-form.tsx';
import { GapFields } from './gap-fields.tsx';

type GapEvent = SavedEventOf<'gap_recorded'>;

/** One gap at a time, to be completed; the next one is a key press away. */
export function GapsStep() {
  const { state, place, drafts } = useReviewed();
  const gaps = listStandingOf(state, 'gap_recorded');
  const ids = gaps.map(({ data }) => data.gap);
  const at = findPlace(ids, place.name);
  const gap = gaps[at];
  return (
    <>
      {gap ? (
        <GapEditor key={gap.seq} gap={gap} at={at} gaps={gaps} />
      ) : (
        <p className="quiet">No gap was recorded. Record one below, or go on to the ratings.</p>
      )}
      <Fold title="Record another gap" isOpen={gaps.length === 0 || drafts.read('record_gap') !== undefined}>
        <NewForm
          verb="record_gap"
          saveLabel="Record the gap"
          isRepeated
          isMain={gaps.length === 0}
          layout={useGapLayout()}
        />
      </Fold>
    </>
  );
}

function useGapLayout() {
  const { state } = useReviewed();
  const severity = fieldsOfCommand(state, 'record_gap').find(({ name }) => name === 'severity');
  return (draw: Draw) => <GapFields draw={draw} severity={severity} />;
}

type EditorProps = { readonly gap: GapEvent; readonly at: number; readonly gaps: readonly GapEvent[] };

function GapEditor({ gap, at, gaps }: EditorProps) {
  const { go, drafts } = useReviewed();
  const layout = useGapLayout();
  const { gap: id, severity } = gap.data;
  const place = useRef<HTMLElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  usePassedOnFocus(place);
  const withdrawn = drafts.read(`withdraw_entry/${gap.seq}`) !== undefined;
  const after = gaps[at + 1]?.data.gap;
  const action = severity ? `Add an action, due in ${dueDays[severity]} days` : 'Add an action';
  return (
    <section ref={place} className={css.sec} id={`at-${id}`} tabIndex={-1} aria-labelledby="gap-title">
      <GapHead gap={gap} at={at} gaps={gaps} />
      <AmendForm
        seq={gap.seq}
        isMain
        saveLabel="Save this gap"
        layout={layout}
        onSaved={() => next.current?.focus()}
        beside={
          <>
            {after ? (
              <button ref={next} type="button" className="button" onClick={() => go('gaps', after)}>
                Next gap
              </button>
            ) : null}
            <button type="button" className="button" onClick={() => go('actions', id)}>
              {action}
            </button>
          </>
        }
      />
      <Fold title={`Withdraw ${id}`} isOpen={withdrawn}>
        <WithdrawForm seq={gap.seq} />
      </Fold>
    </section>
  );
}

function GapHead({ gap, at, gaps }: EditorProps) {
  const { state, go } = useReviewed();
  const before = gaps[at - 1]?.data.gap;
  const after = gaps[at + 1]?.data.gap;
  return (
    <div className={css.secHead}>
      <div className={css.titled}>
        <span className="kind G" aria-hidden="true">
          G
        </span>
        <h3 className="row-title" id="gap-title">
          Gap {at + 1} of {gaps.length}: <bdi>{gap.data.title}</bdi>
        </h3>
      </div>
      <span className={css.pager}>
        <span className="small quiet nowrap">
          {gap.data.gap}, captured at T+{Math.floor(exerciseMinutesAt(state, gap.m))}
        </span>
        {before ? (
          <button type="button" className="link" onClick={() => go('gaps', before)}>
            Previous
          </button>
        ) : null}
        {after ? (
          <button type="button" className="link" onClick={() => go('gaps', after)}>
            Next
          </button>
        ) : null}
      </span>
    </div>
  );
}
