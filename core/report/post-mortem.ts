import type { ExerciseState } from '../exercise/state.ts';
import type { ReportDocument } from './document.ts';
import { type Facts, gatherFacts, versionWords } from './facts.ts';
import { writeCorrections } from './post-mortem/corrections.ts';
import { writeDecisions } from './post-mortem/decisions.ts';
import { writeGapsAndStrengths } from './post-mortem/gaps-and-strengths.ts';
import { writeHowItUnfolded } from './post-mortem/how-it-unfolded.ts';
import { writeImprovementPlan } from './post-mortem/improvement-plan.ts';
import { writeObjectives } from './post-mortem/objectives.ts';
import { type Fits, writePageOne } from './post-mortem/page-one.ts';
import { writeRunbookSection } from './post-mortem/runbook-section.ts';
import { writeSignOff } from './post-mortem/sign-off.ts';
import { settledAt, titleWords } from './title-words.ts';

/** The short form: sections 0 to 6, corrections when there are any, and sign-off. Source: spec.md C.1. */
export function buildPostMortem(state: ExerciseState, head: string, fits?: Fits): ReportDocument {
  const facts = gatherFacts(state, head);
  const corrections = writeCorrections(facts);
  return {
    ...describePostMortem(facts),
    blocks: [
      ...writePageOne(facts, fits),
      ...writeImprovementPlan(facts),
      ...writeObjectives(facts),
      ...writeDecisions(facts),
      ...writeGapsAndStrengths(facts),
      ...writeHowItUnfolded(facts),
      ...writeRunbookSection(facts),
      ...corrections,
      ...writeSignOff(facts, tellForm(corrections.length > 0)),
    ],
  };
}

const tellForm = (hasCorrections: boolean) =>
  `short form; numbers 7 to ${hasCorrections ? 11 : 12} are kept for sections it leaves out`;

/** What both forms say of themselves outside their pages. */
export function describePostMortem(facts: Facts): Omit<ReportDocument, 'blocks'> {
  const { setup, state, isFinal } = facts;
  const { quarter, title } = state.scenario;
  return {
    id: `PM-${setup.exercise}`,
    title: `Exercise post-mortem – ${titleWords(facts)}`,
    subject: 'Security table-top exercise',
    keywords: ['exercise', 'post-mortem', quarter, title].join(', '),
    version: versionWords(facts),
    tlp: setup.plan.tlp,
    isDraft: !isFinal,
    settledAt: settledAt(state),
  };
}
