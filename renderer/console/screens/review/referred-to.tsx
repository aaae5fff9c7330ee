import { useState } from 'react';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import type { Problem } from '#core/outcome.ts';
import { fieldsOfCommand } from '#core/review/forms/build-fields.ts';
import { valuesOfEntry } from '#core/review/forms/read-form.ts';
import { listReferences, type Reference } from '#core/review/list-references.ts';
import { draftNameOf } from './new-form.tsx';
import css from './review.module.css';
import { useReviewed } from './review-context.tsx';

type Props = { readonly seq: number; readonly about: string };

/** Why an entry stays as it is for now, and the way out: take back what refers to it and record that again. */
export function ReferredTo({ seq, about }: Props) {
  const { state, whyNot } = useReviewed();
  const [problem, setProblem] = useState<Problem | null>(null);
  const references = listReferences(state, seq);
  if (references.length === 0 || whyNot('withdraw_entry') !== null) return null;
  const names = references.map(({ name }) => name).join(', ');
  const refers = references.length === 1 ? 'refers' : 'refer';
  return (
    <div className={css.note} role="note">
      <p className="strong">
        {names} {refers} to {about}, so it can be changed only after that is taken back.
      </p>
      <p className="small quiet">
        What you take back keeps its words as a draft, ready to be saved again once {about} is right. It gets a new
        number then; numbers are never used twice.
      </p>
      <ul className={css.takeBack}>
        {references.map((reference) => (
          <TakeBack key={reference.event.seq} reference={reference} about={about} onProblem={setProblem} />
        ))}
      </ul>
      <p role="alert">{problem ? `${problem.message} ${problem.hint}` : null}</p>
    </div>
  );
}

type TakeBackProps = {
  readonly reference: Reference;
  readonly about: string;
  readonly onProblem: (problem: Problem | null) => void;
};

function TakeBack({ reference: { event, name, text }, about, onProblem }: TakeBackProps) {
  const { state, give, drafts } = useReviewed();
  const verb = recordedBy[event.type];
  async function takeBack() {
    const reason = `So that ${about} can be corrected`;
    const outcome = await give({ type: 'withdraw_entry', of: event.seq, reason });
    onProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok || !verb) return;
    const draft = valuesOfEntry(fieldsOfCommand(state, verb), event);
    drafts.write(draftNameOf(verb, gapOf(event)), draft as Parameters<typeof drafts.write>[1]); // texts and lists of texts
  }
  return (
    <li>
      <span>
        <b className="strong">{name}</b> <bdi>{text}</bdi>
      </span>
      <button type="button" className="button small" onClick={takeBack}>
        Take back {name}
      </button>
    </li>
  );
}

const recordedBy: Partial<Record<SavedEvent['type'], WindowCommand['type']>> = {
  action_agreed: 'agree_action',
  runbook_change_proposed: 'propose_runbook_change',
  management_response_recorded: 'record_management_response',
  gap_recorded: 'record_gap',
  strength_recorded: 'record_strength',
};

/** Actions are agreed gap by gap, and each gap has a form of its own for them. */
function gapOf(event: SavedEvent): string | null {
  return event.type === 'action_agreed' ? (event.data.gap ?? null) : null;
}
