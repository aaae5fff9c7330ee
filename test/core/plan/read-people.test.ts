import { describe, expect, it } from 'vitest';
import { addPeople, mostPeople, tellAdded } from '#core/plan/add-people.ts';
import { isPeopleList, readPeople } from '#core/plan/read-people.ts';

const manyLines = (count: number) => Array.from({ length: count }, (_, at) => `Person ${at}`).join('\n');

describe('A list of people', () => {
  it('is read a line each, with the function by its name or short id in any case', () => {
    expect(
      readPeople('Jörg Weiß\tSecurity\tLeitung IT\nAda Öz;sec\r\nBo Li, INCIDENT  commander , Head of IT\rCy'),
    ).toEqual([
      { name: 'Jörg Weiß', role: 'SEC', does: 'Leitung IT' },
      { name: 'Ada Öz', role: 'SEC', does: '' },
      { name: 'Bo Li', role: 'IC', does: 'Head of IT' },
      { name: 'Cy', role: null, does: '' },
    ]);
  });

  it('takes Arabic names, and the commas and semicolons Arabic is written with', () => {
    expect(readPeople('عبد الرحمن بن محمد، LEGAL، مستشار قانوني\nليلى حداد؛ Finance')).toEqual([
      { name: 'عبد الرحمن بن محمد', role: 'LEGAL', does: 'مستشار قانوني' },
      { name: 'ليلى حداد', role: 'FIN', does: '' },
    ]);
  });

  it('makes a position of what is no function, before or after it', () => {
    expect(readPeople('Ada; Head of law, Europe; Legal\nBo; Accounting\nCy;;Night shift\nDi, Legal, HR')).toEqual([
      { name: 'Ada', role: 'LEGAL', does: 'Head of law, Europe' },
      { name: 'Bo', role: null, does: 'Accounting' },
      { name: 'Cy', role: null, does: 'Night shift' },
      { name: 'Di', role: 'LEGAL', does: 'HR' },
    ]);
  });

  it('keeps a comma in a name where a tab, a semicolon or quotes part the cells', () => {
    const weiss = { name: 'Weiß, Jörg', role: 'SEC', does: '' };
    expect(readPeople('Weiß, Jörg\tSEC\nWeiß, Jörg;SEC\n"Weiß, Jörg",SEC')).toEqual([weiss, weiss, weiss]);
    expect(readPeople('Robert "Bob" Li, SEC')[0]?.name).toBe('Robert "Bob" Li');
  });

  it('passes over empty lines, a head and the bullets of a list', () => {
    const names = (pasted: string) => readPeople(pasted).map(({ name }) => name);
    expect(names('\n \r\n\t\nName;Function;Position\n\n- Ada\n • Bo\n3. Cy\n')).toEqual(['Ada', 'Bo', 'Cy']);
    expect(names('Names\nAda')).toEqual(['Ada']);
    expect(names('Ada\nName Surname')).toEqual(['Ada', 'Name Surname']);
  });

  it('is told from a single name', () => {
    expect(['Ada Öz', ' Ada Öz\r\n', '\n\n', '', 'Öz, Ada'].filter(isPeopleList)).toEqual([]);
    expect(['Ada\nBo', 'Ada\r\n\r\nBo', 'Ada\tLegal'].filter(isPeopleList)).toHaveLength(3);
  });
});

describe('A list pasted into the row of a person', () => {
  const empty = { name: ' ', role: 'SEC', stands_in_for: 'Max' } as const;
  const ada = { name: 'Ada Öz', role: 'SEC' } as const;

  it('uses an empty row, keeps a filled one, and adds the others at the end', () => {
    const used = addPeople([empty, ada], 0, 'Bo;Legal;Counsel\nCy');
    expect(used.participants).toEqual([
      { name: 'Bo', role: 'LEGAL', function: 'Counsel', stands_in_for: 'Max' },
      ada,
      { name: 'Cy', role: 'SEC' },
    ]);
    expect(used).toMatchObject({ added: [0, 2], unsaid: [2] });
    expect(tellAdded(used)).toBe(
      '2 people added, 1 without a function stands under Security until you choose another.',
    );
    const kept = addPeople([ada, empty], 0, 'Bo;HR\nCy;HR');
    expect(kept.participants).toEqual([ada, empty, { name: 'Bo', role: 'HR' }, { name: 'Cy', role: 'HR' }]);
    expect(kept).toMatchObject({ added: [2, 3], unsaid: [] });
  });

  it('passes over who is there already, however written, and lines without a name', () => {
    const added = addPeople([ada, empty], 1, 'ADA  O\u0308Z\nBo;HR\nbo;Legal\n;Legal');
    expect(added.participants).toEqual([ada, { ...empty, name: 'Bo', role: 'HR' }]);
    expect(tellAdded(added)).toBe('1 person added, 2 passed over: already there, 1 line passed over: no name.');
    const none = addPeople([ada, empty], 1, 'Ada Öz\nada öz');
    expect(none.participants).toEqual([ada, empty]);
    expect(tellAdded(none)).toBe('Nobody added, 2 passed over: already there.');
  });

  it('fills the plan up to the most and says how many of four hundred were left out', () => {
    const added = addPeople([ada, empty], 1, `Name;Function\n${manyLines(400).replaceAll('\n', ';HR\r\n')};HR`);
    expect(added.participants).toHaveLength(mostPeople);
    expect(added.participants.at(-1)).toEqual({ name: `Person ${mostPeople - 2}`, role: 'HR' });
    expect(tellAdded(added)).toBe('199 people added, 201 left out: a list fills a plan up to 200 people.');
    const full = addPeople(added.participants, 0, 'Zoe\nYan');
    expect(full).toMatchObject({ participants: added.participants, added: [], leftOut: 2 });
  });
});
