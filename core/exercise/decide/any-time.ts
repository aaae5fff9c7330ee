import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { nextId } from '../next-id.ts';
import { refuse } from '../refusals.ts';
import type { ExerciseState } from '../state.ts';
import { allow, withoutUndefined } from './allow.ts';
import { refuseReferences } from './references.ts';
import { refuseEarly } from './refuse-early.ts';
import { refuseRunbookChange } from './runbook-change.ts';

export type AnyTimeCommand = CommandOf<
  'record_gap' | 'record_strength' | 'record_observation' | 'park_item' | 'agree_action' | 'propose_runbook_change'
>;

export function decideAnyTime(state: ExerciseState, command: AnyTimeCommand): Decided {
  switch (command.type) {
    case 'record_gap': {
      const { type, ...fields } = command;
      return (
        refuseReferences(state, fields) ??
        allow({ type: 'gap_recorded', data: withoutUndefined({ gap: nextId(state, 'G'), ...fields }) })
      );
    }
    case 'record_strength': {
      const { type, ...fields } = command;
      return (
        refuseReferences(state, fields) ??
        allow({ type: 'strength_recorded', data: withoutUndefined({ strength: nextId(state, 'S'), ...fields }) })
      );
    }
    case 'record_observation': {
      const { type, ...fields } = command;
      return allow({
        type: 'observation_recorded',
        data: withoutUndefined({ observation: nextId(state, 'OB'), ...fields }),
      });
    }
    case 'park_item':
      return allow({
        type: 'item_parked',
        data: withoutUndefined({ item: nextId(state, 'P'), text: command.text, by: command.by }),
      });
    case 'agree_action':
      return agreeAction(state, command);
    case 'propose_runbook_change': {
      const { gap, change } = command;
      return (
        refuseReferences(state, { gap, runbook: change.runbook }) ??
        refuseRunbookChange(state, change) ??
        allow({
          type: 'runbook_change_proposed',
          data: withoutUndefined({ change: nextId(state, 'RC'), gap, ...change }),
        })
      );
    }
  }
}

function agreeAction(state: ExerciseState, { id, register_id, gap, item }: CommandOf<'agree_action'>): Decided {
  const next = nextId(state, 'AI');
  const action_item = id ?? next;
  const isNew = Number(action_item.slice('AI-'.length)) >= Number(next.slice('AI-'.length));
  if (!isNew) return refuse('number_used', action_item);
  return (
    refuseReferences(state, { gap }) ??
    refuseEarly(state, item.due_on) ??
    allow({ type: 'action_agreed', data: withoutUndefined({ action_item, register_id, gap, ...item }) })
  );
}
