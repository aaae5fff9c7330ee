import { fail, type Outcome, succeed } from '../outcome.ts';
import { mayBeSamePerson } from '../same-person.ts';
import { applyChanges } from './apply-changes.ts';
import type { ChangeLine, RunbookLine } from './describe-runbooks.ts';
import { tellLacking } from './holds-change.ts';
import type { DecideChange, Publish } from './register.ts';

/** Whether a change may be accepted or rejected by this person, or what was decided taken back. */
export function checkDecision(
  lines: readonly RunbookLine[],
  { origin, status, by }: DecideChange,
): Outcome<ChangeLine> {
  const change = lines.flatMap(({ changes }) => changes).find((line) => line.origin === origin);
  if (!change)
    return refuse('unknown_change', `There is no change ${origin}.`, 'It may have been withdrawn in its exercise.');
  if (change.status === 'published')
    return refuse(
      'published',
      `${origin} was published in version ${change.version}.`,
      'Propose another change in the next exercise.',
    );
  if (status === 'proposed') {
    if (change.status !== 'proposed') return succeed(change);
    return refuse('not_decided', `${change.change} is not decided yet.`, 'Accept or reject it.');
  }
  if (isProposer(by, change)) return refuse('self_approved', tellSelf(change), askAnother);
  return succeed(change);
}

/** Where nobody is named as proposer, whoever the document names as author: the owner of the change. */
const proposerOf = ({ proposer, owner }: ChangeLine) => proposer ?? owner;

const isProposer = (name: string, change: ChangeLine) => {
  const proposer = proposerOf(change);
  return proposer !== undefined && mayBeSamePerson(name, proposer);
};

/**
 * What is published: the accepted changes, and the new text where the original is Markdown. `text`: of the version in force, null
 * where that is a Word file. A version that is in the register already was changed by hand: nothing is written anew.
 */
export function checkPublish(
  line: RunbookLine | undefined,
  asked: Publish,
  text: string | null,
): Outcome<{ readonly changes: readonly ChangeLine[]; readonly text: string | null }> {
  const accepted = line?.changes.filter(({ status }) => status === 'accepted') ?? [];
  if (!line || accepted.length === 0)
    return refuse('nothing_accepted', `No change to ${asked.runbook} is accepted.`, 'Accept a proposed change first.');
  const own = accepted.find((change) => isProposer(asked.approver, change));
  if (own) return refuse('self_approved', tellSelf(own), askAnother);
  if (line.versions.some(({ version }) => version === asked.version)) return publishHeld(line, asked, accepted);
  if (text === null && !accepted.some(({ type }) => type === 'create'))
    return refuse(
      'word_original',
      `The original of ${asked.runbook} ${line.current ? 'is a Word file' : 'is not in the register'}, and Muster does not write it.`,
      `Make the accepted changes in it, take it in as version ${asked.version}, then publish that version.`,
    );
  const made = applyChanges(text ?? '', accepted, `version ${line.current?.version}`);
  const [first] = made.refused;
  if (!first) return succeed({ changes: accepted, text: made.text });
  return refuse(
    'not_applied',
    `${first.change} cannot be made in ${asked.runbook}: ${first.why}.`,
    `Edit the file by hand, take it in as version ${asked.version}, then publish that version; or reject the change.`,
  );
}

function publishHeld(
  { id, current, steps }: RunbookLine,
  { version, reason }: Publish,
  changes: readonly ChangeLine[],
): ReturnType<typeof checkPublish> {
  if (current?.version !== version)
    return refuse(
      'older_version',
      `${id} ${version} is an earlier version; ${current?.version} is in force.`,
      'Give the new one a number of its own.',
    );
  const lacking = changes.flatMap((change) => {
    const why = tellLacking(change, steps);
    return why === null ? [] : [`${change.change}: ${why}`];
  });
  if (lacking.length === 0 || reason !== undefined) return succeed({ changes, text: null });
  return refuse(
    notInFile,
    `${id} ${version} does not read as accepted. ${lacking.join('; ')}.`,
    'Make the changes in the file, take it in as a version of its own and publish that one; or say below why this one counts as it is.',
  );
}

/** Refused so, a reason publishes it all the same. */
export const notInFile = 'not_in_file';

const askAnother = 'Somebody else has to approve it.';

function tellSelf(change: ChangeLine): string {
  return `${proposerOf(change)} proposed ${change.change} and cannot approve it.`;
}

function refuse(code: string, message: string, hint: string): Outcome<never> {
  return fail({ code, message, hint: `Nothing was changed. ${hint}` });
}
