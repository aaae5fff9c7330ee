import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Participant } from '#core/exercise/setup.ts';
import { addPeople, tellAdded } from '#core/plan/add-people.ts';
import { isPeopleList } from '#core/plan/read-people.ts';
import type { Role } from '#core/scenario/vocabulary.ts';
import type { PlanEditing } from './use-plan.ts';

export type PeopleEditing = {
  readonly place: RefObject<HTMLDivElement | null>;
  /** What became of the list pasted last. */
  readonly told: string;
  /** Places of people whose function no list said: theirs can still be chosen. */
  readonly unsaid: ReadonlySet<number>;
  readonly add: (role: Role) => void;
  /** Says whether it was a list, and so taken. */
  readonly paste: (at: number, text: string) => boolean;
  readonly choose: (at: number, role: Role) => void;
  readonly remove: (at: number) => void;
};

/** Who comes and goes in the plan; the focus is never lost by it. */
export function usePeople({ form: { participants }, change, flush }: PlanEditing): PeopleEditing {
  const place = useRef<HTMLDivElement>(null);
  const [told, tell] = useState('');
  const [unsaid, setUnsaid] = useState<ReadonlySet<number>>(new Set());
  const focusOn = (control: string) => place.current?.querySelector<HTMLElement>(control)?.focus();

  function put(next: readonly Participant[], words = '', open: Iterable<number> = unsaid): void {
    flushSync(() => {
      change((before) => ({ ...before, participants: [...next] }));
      tell(words);
      setUnsaid(new Set(open));
    });
  }

  return {
    ...{ place, told, unsaid },
    add: (role) => {
      put([...participants, { name: '', role }]);
      focusOn(`[data-person="${participants.length}"] input`);
    },
    paste: (at, text) => {
      if (!isPeopleList(text)) return false;
      const done = addPeople(participants, at, text);
      put(done.participants, tellAdded(done), [...unsaid, ...done.unsaid]);
      const [open = null] = done.unsaid;
      focusOn(open === null ? `[data-person="${done.added[0] ?? at}"] input` : `[data-person="${open}"] select`);
      void flush();
      return true;
    },
    choose: (at, role) => {
      put(participants.map((person, other) => (other === at ? { ...person, role } : person)));
      focusOn(`[data-person="${at}"] select`);
    },
    remove: (at) => {
      const next = participants.filter((_, other) => other !== at);
      const open = [...unsaid].filter((other) => other !== at).map((other) => (other > at ? other - 1 : other));
      put(next, '', open);
      const role = participants[at]?.role;
      const near = next.flatMap((person, other) => (person.role === role ? [other] : []));
      const heir = near.find((other) => other >= at) ?? near.at(-1);
      focusOn(heir === undefined ? `[data-add="${role}"]` : `[data-person="${heir}"] button`);
    },
  };
}
