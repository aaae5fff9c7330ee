import type { ExerciseState } from '../exercise/state.ts';
import { listPeople } from '../names/list-people.ts';
import { createWithoutNames } from '../names/without-names.ts';
import type { ReportDocument } from './document.ts';
import { type Facts, gatherFacts, versionWords } from './facts.ts';
import { writeFindings } from './participant-edition/findings.ts';
import { writeFollowUp } from './participant-edition/follow-up.ts';
import { writeOpening } from './participant-edition/opening.ts';
import { writePlay } from './participant-edition/play.ts';
import { restsOnPrivate } from './participant-edition/rests-on-private.ts';
import type { Told } from './participant-edition/told.ts';
import { settledAt } from './title-words.ts';

/**
 * The post-mortem for everybody who took part, from the same record: functions instead of names, what the room was shown instead of
 * what the facilitator knew. Nothing is taken out of the other report; only what may be told is put in.
 */
export function buildParticipantEdition(state: ExerciseState): ReportDocument {
  const facts = withoutPrivate(gatherFacts(state, ''));
  const { organisation, exercise, plan } = facts.setup;
  const kept = [organisation.name, ...(organisation.product === undefined ? [] : [organisation.product])];
  const told: Told = { facts, said: createWithoutNames(listPeople(state), kept) };
  const title = `Exercise post-mortem for participants – ${state.scenario.quarter} ${facts.days.first.slice(0, 4)}`;
  return {
    id: `PE-${exercise}`,
    title,
    subject: 'Security table-top exercise',
    keywords: ['exercise', 'post-mortem', 'participants', state.scenario.quarter].join(', '),
    version: versionWords(facts),
    tlp: plan.tlp,
    isDraft: !facts.isFinal,
    settledAt: settledAt(state),
    blocks: [...writeOpening(told, title), ...writeFindings(told), ...writePlay(told), ...writeFollowUp(told)],
  };
}

/** Gaps that rest on what was handed to named functions only are theirs too, with what was agreed and changed because of them. */
function withoutPrivate(facts: Facts): Facts {
  const gaps = facts.gaps.filter(({ gap }) => !restsOnPrivate(facts, gap.evidence));
  const told = new Set(gaps.map(({ gap }) => gap.gap));
  return {
    ...facts,
    gaps,
    runbookChanges: facts.runbookChanges.filter(({ gap }) => gap === undefined || told.has(gap)),
  };
}
