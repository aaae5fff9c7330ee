import type { ExerciseState } from '../exercise/state.ts';
import { type Block, note, paragraph, type ReportDocument } from './document.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { writeCoverage } from './post-mortem/appendices/coverage.ts';
import { writeEventLog } from './post-mortem/appendices/event-log.ts';
import { writeFeedback } from './post-mortem/appendices/feedback.ts';
import { writeGlossary } from './post-mortem/appendices/glossary.ts';
import { writeInjectLog } from './post-mortem/appendices/inject-log.ts';
import { writeManifest } from './post-mortem/appendices/manifest.ts';
import { writeParticipants } from './post-mortem/appendices/participants.ts';
import { writeAssurance } from './post-mortem/assurance.ts';
import { writeCorrections } from './post-mortem/corrections.ts';
import { writeCulture } from './post-mortem/culture.ts';
import { writeDecisions } from './post-mortem/decisions.ts';
import { writeGapsAndStrengths } from './post-mortem/gaps-and-strengths.ts';
import { writeHowItUnfolded } from './post-mortem/how-it-unfolded.ts';
import { writeImprovementPlan } from './post-mortem/improvement-plan.ts';
import { writeManagementResponse } from './post-mortem/management-response.ts';
import { writeMeasures } from './post-mortem/measures.ts';
import { writeObjectives } from './post-mortem/objectives.ts';
import { writeOverview } from './post-mortem/overview.ts';
import { type Fits, writePageOne } from './post-mortem/page-one.ts';
import { writeRunbookSection } from './post-mortem/runbook-section.ts';
import { writeSignOff } from './post-mortem/sign-off.ts';
import { describePostMortem } from './post-mortem.ts';

/** Every section and every appendix, from the same record as the short form. Source: spec.md C.1. */
export function buildLongPostMortem(state: ExerciseState, head: string, fits?: Fits): ReportDocument {
  const facts = gatherFacts(state, head);
  return {
    ...describePostMortem(facts),
    id: `PL-${facts.setup.exercise}`,
    blocks: [
      ...writePageOne(facts, fits),
      ...writeContents(),
      ...writeImprovementPlan(facts).map(staysOnPage),
      ...writeObjectives(facts),
      ...writeDecisions(facts),
      ...writeGapsAndStrengths(facts),
      ...writeHowItUnfolded(facts),
      ...writeRunbookSection(facts),
      ...writeOverview(facts),
      ...writeMeasures(facts),
      ...writeManagementResponse(facts),
      ...writeAssurance(facts),
      ...writeCulture(facts),
      ...writeAllCorrections(facts),
      ...writeSignOff(facts, 'long form'),
      ...writeAppendices(facts),
    ],
  };
}

function writeContents(): readonly Block[] {
  return [
    { is: 'subhead', text: 'Contents', startsPage: true },
    { is: 'contents' },
    note('Legal clocks have a document of their own, the legal annex.'),
  ];
}

/** The contents stand before it on the same page. */
const staysOnPage = (block: Block): Block => (block.is === 'section' ? { ...block, startsPage: false } : block);

function writeAllCorrections(facts: Facts): readonly Block[] {
  const corrections = writeCorrections(facts);
  if (corrections.length > 0) return corrections;
  return [
    { is: 'section', number: 12, text: 'Corrections' },
    paragraph('Nothing was corrected after play, and no later version was opened.'),
  ];
}

function writeAppendices(facts: Facts): readonly Block[] {
  return [
    ...writeParticipants(facts),
    ...writeInjectLog(facts),
    ...writeEventLog(facts),
    ...writeCoverage(facts),
    ...writeFeedback(facts),
    ...writeGlossary(),
    ...writeManifest(facts),
  ];
}
