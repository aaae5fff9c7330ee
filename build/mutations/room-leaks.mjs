const view = 'core/exercise/views/room-view.ts';
const canary = ['test/core/exercise/room-leak.test.ts', 'test/core/exercise/room-leak-proof.test.ts'];

/** A word of the script, the plan or the record put into the view under a name of its own; only the canary's own tests count. */
const leak = (takenOut, words, only = 'never sees') => ({
  protection: 'the view holds what was released and no more',
  takenOut: `it holds ${takenOut}`,
  file: view,
  find: '    phase: state.phase,\n',
  put: `    phase: state.phase,\n    ...({ leaked: ${words} } as object),\n`,
  tests: canary,
  only,
});
const all = '[...state.scenario.injects, ...state.scenario.contingency] as any[]';
const ofInjects = (field) => leak(`${field} of an inject`, `(${all}).map((inject) => inject.${field})`);
const ofScript = (field) => leak(`${field} of the script`, `(state.scenario as any).${field}`);
const ofSetup = (field) => leak(`${field} of the plan`, `(state.setup as any)?.${field}`);
const ofRecord = (what, type) =>
  leak(
    what,
    `state.log.items.slice(0, state.log.length).filter((event: any) => event.type === '${type}').map((event: any) => event.data)`,
  );
const wordless = (field) =>
  leak(
    `${field} of an inject`,
    `(${all}).map((inject) => ({ ${field}: inject.${field} }))`,
    'number, a day or a choice',
  );

const lists = [
  'ask',
  'attack',
  'branch',
  'clock_trigger',
  'csf',
  'expect',
  'held_back',
  'id',
  'notes',
  'purpose',
  'runbook',
  'title',
  'trigger',
  'when',
];
const choices = [
  'detectable',
  'detect_target_min',
  'duration_min',
  'named',
  'priority',
  'read_aloud',
  'roles',
  'severity',
  't',
  'tags',
];
const ofWholeScript = [
  'artificialities',
  'assumptions',
  'before_you_start',
  'clocks',
  'facilitator_brief',
  'likely_gaps',
  'modelled_on',
  'objectives',
  'safety',
  'storyline',
  'title',
];

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const roomLeaks = [
  ...lists.map(ofInjects),
  ...choices.map(wordless),
  ...ofWholeScript.map(ofScript),
  ...['participants', 'organisation', 'previous_actions', 'previous_measures', 'plan.runbooks', 'exercise'].map(
    ofSetup,
  ),
  ofRecord('gaps', 'gap_recorded'),
  ofRecord('strengths', 'strength_recorded'),
  ofRecord('observations', 'observation_recorded'),
  ofRecord('decisions made', 'decision_made'),
  ofRecord('reasons to hold', 'inject_held'),
  ofRecord('reasons to skip', 'inject_skipped'),
  ofRecord('actions', 'action_agreed'),
  ofRecord('what is parked', 'item_parked'),
  ofRecord('questions that were not for the room', 'question_asked'),
  leak('injects that are still to come', 'state.scenario.injects.map(({ body }) => body)'),
  leak('options nobody chose to show', 'state.scenario.injects.map(({ decision }) => decision?.options)'),
];
