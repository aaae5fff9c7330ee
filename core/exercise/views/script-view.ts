import type { ContingencyInject, Inject, Scenario } from '../../scenario/schema.ts';
import { usualTextPx } from '../../scenario/vocabulary.ts';
import type { RoomArtefact, RoomView } from './room-view.ts';

type Around = Pick<Scenario, 'storyline_start'> & { readonly isAlreadyDone: boolean };

/** What the room will see of an inject, before there is an exercise; null where it sees nothing of it. */
export function scriptView(
  inject: Inject | ContingencyInject,
  { storyline_start, isAlreadyDone }: Around,
): RoomView | null {
  if (inject.audience === 'named') return null;
  const isScripted = 't' in inject;
  const storylineTime = isScripted ? inject.storyline_time : storyline_start;
  const artefact = artefactOf(inject, storylineTime, isAlreadyDone);
  const { channel, from, subject } = artefact;
  return {
    phase: 'running',
    tlp: 'TLP:AMBER+STRICT',
    textPx: usualTextPx,
    times: { exerciseMinutes: isScripted ? inject.t : 0, storylineTime },
    card: null,
    stoppedAt: null,
    artefact,
    enlarged: null,
    beside: null,
    decision: null,
    question: null,
    story: [{ storylineTime, channel, from, subject }],
  };
}

function artefactOf(inject: Inject | ContingencyInject, storylineTime: string, isAlreadyDone: boolean): RoomArtefact {
  const { channel, from, to, subject, body, audience } = inject;
  if (audience === 'facilitator_reads') {
    return { channel, from, to: null, subject: null, body: null, tlp: null, attachments: [], storylineTime };
  }
  const scripted = 't' in inject ? inject : null;
  return {
    channel,
    from,
    to,
    subject: subject ?? null,
    body: (isAlreadyDone && scripted?.if_already?.body) || body,
    tlp: scripted?.tlp ?? null,
    attachments: (scripted?.attachments ?? []).map(({ name, kind, text }) => ({ name, kind, text: text ?? null })),
    storylineTime,
  };
}
