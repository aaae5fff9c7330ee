import { listStandingOf } from '../../../exercise/state.ts';
import { type Block, type Cell, note, paragraph } from '../../document.ts';
import { clockMark, type Facts } from '../../facts.ts';
import { roleNames } from '../../term-words.ts';

/** Appendix A: the roster. Beside it a name stands only as the owner of an action. */
export function writeParticipants(facts: Facts): readonly Block[] {
  const head: Block = { is: 'appendix', letter: 'A', text: 'Participants', startsPage: true };
  const rows = [...listEntered(facts), ...listArrived(facts)];
  if (rows.length === 0) return [head, paragraph('Nobody was entered as taking part.')];
  return [
    head,
    {
      is: 'table',
      caption: 'Who took part, in which role',
      look: 'tight',
      columns: [
        { head: 'Name', width: 2880 },
        { head: 'Role', width: 2160 },
        { head: 'Function', width: 2220 },
        { head: 'Attended', width: 2100 },
      ],
      rows,
    },
    note('Consent to be named in recognition is not held in this record; nobody is named for praise in this report.'),
  ];
}

function listEntered(facts: Facts): readonly (readonly Cell[])[] {
  return facts.setup.participants.map(({ name, role, function: own, stands_in_for }) => [
    name,
    stands_in_for === undefined ? roleNames[role] : `${roleNames[role]}, standing in for ${stands_in_for}`,
    own ?? '–',
    tellAttended(facts, role, name),
  ]);
}

/** Who came later and was not in the plan. */
function listArrived({ state, setup, ...rest }: Facts): readonly (readonly Cell[])[] {
  const known = new Set(setup.participants.map(({ name, role }) => `${role} ${name}`));
  const facts = { state, setup, ...rest };
  return listStandingOf(state, 'attendance_changed').flatMap(({ m, data }) => {
    const { role, name, change, stands_in_for } = data;
    if (change !== 'arrived' || name === undefined || known.has(`${role} ${name}`)) return [];
    known.add(`${role} ${name}`);
    const as = stands_in_for === undefined ? roleNames[role] : `${roleNames[role]}, standing in for ${stands_in_for}`;
    return [[name, as, '–', `from ${clockMark(facts, m)}`]];
  });
}

/** Of whoever is named in an entry; one that names nobody is of everybody in that role. */
function tellAttended(facts: Facts, role: string, own: string): string {
  const changes = listStandingOf(facts.state, 'attendance_changed').filter(
    ({ data: { role: of, name, stands_in_for } }) =>
      of === role && (name === own || stands_in_for === own || (name === undefined && stands_in_for === undefined)),
  );
  if (changes.length === 0) return 'throughout';
  return changes
    .map(({ m, data: { change, name, stands_in_for } }) => {
      if (stands_in_for !== own) return `${change} ${clockMark(facts, m)}`;
      return `${change === 'arrived' ? 'from' : 'until'} ${clockMark(facts, m)} ${name ?? 'somebody else'} stood in`;
    })
    .join(', ');
}
