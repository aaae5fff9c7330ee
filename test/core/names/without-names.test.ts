import { describe, expect, test } from 'vitest';
import { createWithoutNames } from '#core/names/without-names.ts';

const people = [
  { name: 'Mark Will', instead: 'Security' },
  { name: 'Dr. Katharina "Kate" Müller-Groß', instead: 'Legal' },
  { name: 'محمد العلي', instead: 'DevOps' },
  { name: "Siobhán O'Brien", instead: 'Communications' },
  { name: '山田 太郎', instead: 'Finance' },
  { name: 'May Baker', instead: 'HR' },
  { name: 'Head of IT', instead: 'Support' },
  { name: 'İbrahim Yılmaz', instead: 'Executive sponsor' },
  { name: 'J. R. van den Berg', instead: 'Scribe' },
  { name: 'Internal audit', instead: 'Evaluator' },
  { name: 'Ann Lee', instead: 'Evaluator' },
  { name: 'Ann Cho', instead: 'Facilitator' },
  { name: 'Jonas Weber', instead: 'Platform' },
  { name: 'Katharina Hale', instead: 'Privacy' },
];
const withoutNames = createWithoutNames(people, ['Baker Systems', 'Mark']);

describe('What somebody wrote, without the names of people', () => {
  test.each([
    ['Mark told Will and MARK WILL told us', 'Security told Security and Security told us'],
    ['We will mark it; Mark’s laptop will do', 'We will mark it; Security’s laptop will do'],
    ['Mark B. Will and mr. mark will', 'Security and Security'],
    [
      'mwill@acme.example and the account mwill, markw2, mark.will',
      '[address] and the account Security, Security2, Security',
    ],
    ['Dr. Müller, Frau Mueller, Muller und Katharina MÜLLER-GROSS', 'Legal, Legal, Legal und Legal'],
    ['Kate waited for Müllers Rückruf', 'Legal waited for Legal Rückruf'],
    ['K. Müller-Groß called', 'Legal called'],
    ['قال محمد العلي ومحمد لمحمد', 'قال DevOps وDevOps لDevOps'],
    ['مُحَمَّد confirmed', 'DevOps confirmed'],
    ["O’Brien and obrien and Siobhan O'Brien", 'Communications and Communications and Communications'],
    ['山田太郎が決めた、山田さん', 'Financeが決めた、Financeさん'],
    ['On 5 May May asked for a baker', 'On 5 May HR asked for a baker'],
    ['Baker Systems told Baker', 'Baker Systems told HR'],
    ['The head of it said it', 'The head of it said it'],
    ['Ibrahim YILMAZ, yilmaz', 'Executive sponsor, Executive sponsor'],
    ['J.R. van den Berg saw it, Berg too', 'Scribe saw it, Scribe too'],
    ['Nothing of the audit is a name', 'Nothing of the audit is a name'],
    ['Ann said so, Ann Lee did, Ann Cho did not', 'A participant said so, Evaluator did, Facilitator did not'],
    ['Ma\u00ADrk and Ma\u200Brk and Ｍａｒｋ', 'Security and Security and Security'],
    ['then weber asked, hale’s laptop too', 'then Platform asked, Privacy’s laptop too'],
    ['remarkable willingness, Markus, Willow', 'remarkable willingness, Markus, Willow'],
  ])('%s', (written, told) => {
    expect(withoutNames(written)).toBe(told);
  });

  test('stays as it is where nobody is named, but for addresses', () => {
    expect(createWithoutNames([])('Mark wrote to a.b@c.example')).toBe('Mark wrote to [address]');
  });
});
