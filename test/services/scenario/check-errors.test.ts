import { describe, expect, test } from 'vitest';
import { checkEdited, type Row } from '../../support/check-edited.ts';

const errors: readonly Row[] = [
  {
    fault: 'a required field that is missing',
    fails: [
      ['    t: 10\n', ''],
      ['- id: B-020', '- ‸id: B-020'],
    ],
    says: 'injects.1.t is missing',
    passes: [['    t: 10\n', '    t: 010\n']],
  },
  {
    fault: 'a number where text belongs',
    fails: [['version: "1.0"\nattack', '‸version: 1.5\nattack']],
    says: 'version: found 1.5. Text is expected: put it in quotes.',
    passes: [['version: "1.0"\nattack', 'version: 1.5.0\nattack']],
  },
  {
    fault: 'text where a number belongs',
    fails: [['target_min: 8\n', '‸target_min: soon\n']],
    says: 'injects.1.decision.target_min: found "soon". Write whole minutes.',
    passes: [['target_min: 8\n', 'target_min: 08\n']],
  },
  {
    fault: 'a fraction where whole minutes belong',
    fails: [['duration_min: 175', '‸duration_min: 175.5']],
    says: 'duration_min: found 175.5. Write whole minutes.',
    passes: [['duration_min: 175', 'duration_min: 175.0']],
  },
  {
    fault: 'the word no where true or false belongs',
    fails: [['detectable: true', '‸detectable: no']],
    says: 'injects.0.detectable: found "no". Write true or false.',
    passes: [['detectable: true', 'detectable: True']],
  },
  {
    fault: 'a field without a value',
    fails: [['title: "Is it material?"', '‸title:']],
    says: 'injects.1.title: found null. Write something here, or leave the field out.',
    passes: [['title: "Is it material?"', 'title: no']],
  },
  {
    fault: 'a day that is in no calendar',
    fails: [['storyline_start: "2026-02-17', '‸storyline_start: "2026-02-30']],
    says: 'storyline_start: found "2026-02-30T09:00". The calendar has no such day.',
    passes: [['storyline_start: "2026-02-17', 'storyline_start: "2024-02-29']],
  },
  {
    fault: 'an unknown field',
    fails: [['quarter: Q1', '‸quater: Q2\nquarter: Q1']],
    says: 'unknown field quater',
    passes: [['quarter: Q1', 'quarter: Q2']],
  },
  {
    fault: 'an unknown field of an inject',
    fails: [['subject: "Privileged"', 'subject: "Privileged"\n    ‸sender: Counsel']],
    says: 'unknown field injects.1.sender',
    passes: [['from: "Counsel"', 'from: "sender: Counsel"']],
  },
  {
    fault: 'a word that is not in its list',
    fails: [['channel: memo', '‸channel: fax']],
    says: 'injects.1.channel: "fax" is not one of siem_alert, email, chat, phone_call, sms, news_article, social_media, ransom_note, log_extract, customer_ticket, regulator_letter, memo, report, meeting, dashboard',
    passes: [['channel: memo', 'channel: report']],
  },
  {
    fault: 'an inject id used twice',
    fails: [['- id: B-020', '- ‸id: B-010']],
    says: 'id: B-010 is used a second time; first in line 30',
    passes: [['- id: B-020', '- id: B-011']],
  },
  {
    fault: 'an action id used twice',
    fails: [['{id: a2,', '{‸id: a1,']],
    says: 'id: a1 is used a second time; first in line 50',
    passes: [['{id: a2,', '{id: a1b,']],
  },
  {
    fault: 'a decision id that is an action',
    fails: [
      ['id: D1', '‸id: a2'],
      ['declare: D1', 'declare: a2'],
    ],
    says: 'id: a2 is used a second time; first in line 73',
    passes: [
      ['id: D1', 'id: D2'],
      ['declare: D1', 'declare: D2'],
    ],
  },
  {
    fault: 'an id of the pocket used in the running order',
    fails: [
      ['{id: B-C1', '{‸id: B-020'],
      ['goto: B-C1', 'goto: B-020'],
    ],
    says: 'id: B-020 is used a second time; first in line 56',
    passes: [
      ['{id: B-C1', '{id: B-C2'],
      ['goto: B-C1', 'goto: B-C2'],
    ],
  },
  {
    fault: 'a key that stands twice',
    fails: [['quarter: Q1', 'quarter: Q1\n‸quarter: Q2']],
    says: 'the field quarter stands here a second time',
    passes: [['quarter: Q1', 'quarter: Q1 # quarter: Q2']],
  },
  {
    fault: 'an anchor',
    fails: [['storyline: "A', 'storyline: ‸&story "A']],
    says: 'the anchor &story is not allowed; write the text out where it is needed',
    passes: [['storyline: "A', 'storyline: "&story A']],
  },
  {
    fault: 'an alias',
    fails: [['from: "Counsel"', 'from: ‸*counsel']],
    says: 'the alias *counsel is not allowed; write the text out',
    passes: [['from: "Counsel"', 'from: "*counsel"']],
  },
  {
    fault: 'a merge key',
    fails: [
      [
        'severity: P1\n    detectable: false\n    body: "Two',
        'severity: P1\n    ‸<<: {detectable: false}\n    detectable: false\n    body: "Two',
      ],
    ],
    says: 'the merge key << is not allowed; write the fields out',
    passes: [['body: "Two', 'body: "<< Two']],
  },
  {
    fault: 'a critical task that is no action',
    fails: [['open: a1', '‸open: a99']],
    says: 'critical_tasks.open: there is no expected action or decision a99',
    passes: [['open: a1', 'open: a2']],
  },
  {
    fault: 'a critical task that is no decision',
    fails: [['declare: D1', '‸declare: D9']],
    says: 'critical_tasks.declare: there is no expected action or decision D9',
    passes: [['declare: D1', 'declare: a3']],
  },
  {
    fault: 'a branch to no inject',
    fails: [['goto: B-C1', '‸goto: B-C9']],
    says: 'branch.goto: there is no inject B-C9',
    passes: [['goto: B-C1', 'goto: B-050']],
  },
  {
    fault: 'a clock that does not exist',
    fails: [['clock_trigger: [GDPR-33]', 'clock_trigger: [GDPR-33, ‸GDPR-99]']],
    says: 'clock_trigger: there is no clock GDPR-99',
    passes: [['clock_trigger: [GDPR-33]', 'clock_trigger: [GDPR-33, SEC-8K-105]']],
  },
  {
    fault: 'a clock of a decision that does not exist',
    fails: [['clock_trigger: [SEC-8K-105]', 'clock_trigger: [‸SEC-8K-1]']],
    says: 'clock_trigger: there is no clock SEC-8K-1',
    passes: [['clock_trigger: [SEC-8K-105]', 'clock_trigger: [GDPR-33]']],
  },
  {
    fault: 'a clock of the pocket that does not exist',
    fails: [['clock_trigger: []', 'clock_trigger: [‸NIS3]']],
    says: 'clock_trigger: there is no clock NIS3',
    passes: [['clock_trigger: []', 'clock_trigger: [GDPR-33]']],
  },
  {
    fault: 'a listed clock that does not exist',
    fails: [['clocks: [GDPR-33,', 'clocks: [‸GDPR-3, GDPR-33,']],
    says: 'clocks: there is no clock GDPR-3',
    passes: [['clocks: [GDPR-33,', 'clocks: [GDPR-34, GDPR-33,']],
  },
  {
    fault: 'a choice that starts a clock and is no option',
    fails: [['starts_clock_when: ["Material"]', 'starts_clock_when: [‸"Maybe"]']],
    says: 'starts_clock_when: "Maybe" is none of the options',
    passes: [['starts_clock_when: ["Material"]', 'starts_clock_when: ["Not yet"]']],
  },
  {
    fault: 'a runbook that does not exist',
    fails: [['runbook: [RB-01]', 'runbook: [‸RB-99]']],
    says: 'runbook: there is no runbook RB-99',
    passes: [['runbook: [RB-01]', 'runbook: [RB-18, OPS-12]']],
  },
  {
    fault: 'a role that does not exist',
    fails: [['by: IC, min: 8', '‸by: CEO, min: 8']],
    says: 'injects.1.expect.0.by: "CEO" is not one of IC, SEC, DEVOPS, LEGAL, COMMS, EXEC, HR, FIN, SUPPORT, SCRIBE, FAC, EVAL',
    passes: [['by: IC, min: 8', 'by: HR, min: 8']],
  },
  {
    fault: 'a condition on no profile flag',
    fails: [['when: eu_personal_data and not us_bank', '‸when: eu_personal_data and not bank']],
    says: 'when: eu_personal_data and not bank: bank is no profile flag (character 26)',
    passes: [['when: eu_personal_data and not us_bank', 'when: not (nis2_entity or us_bank)']],
  },
  {
    fault: 'a condition nested too deep',
    fails: [['when: eu_personal_data and not us_bank', `‸when: ${'('.repeat(21)}us_bank${')'.repeat(21)}`]],
    says: `when: ${'('.repeat(21)}us_bank${')'.repeat(21)}: "not" and brackets are nested more than 20 deep (character 21)`,
    passes: [['when: eu_personal_data and not us_bank', `when: ${'('.repeat(20)}us_bank${')'.repeat(20)}`]],
  },
  {
    fault: 'a condition that is too long',
    fails: [['when: eu_personal_data and not us_bank', `‸when: us_bank${' or us_bank'.repeat(45)}`]],
    says: `when: us_bank${' or us_bank'.repeat(4)} or us…: 502 characters are too many; at most 500 are read (character 501)`,
    passes: [['when: eu_personal_data and not us_bank', `when: us_bank${' or us_bank'.repeat(44)}`]],
  },
  {
    fault: 'a placeholder without a default',
    fails: [['body: "Two customers may leave {{org.name}}."', '‸body: "Two customers may leave {{org.nick}}."']],
    says: 'body: placeholder {{org.nick}} has no default under placeholders',
    passes: [['body: "Two customers may leave {{org.name}}."', 'body: "Two customers may leave {{ customer.top }}."']],
  },
  {
    fault: 'a placeholder with broken braces',
    fails: [['body: "Two customers may leave {{org.name}}."', '‸body: "Two customers\\nmay leave {{org.name."']],
    says: 'body: "{{org.name" in line 2, column 11 of the text is no whole placeholder; write it as {{org.name}}, or take the braces out',
    passes: [
      [
        'body: "Two customers may leave {{org.name}}."',
        `body: '{"leave": {"whom": "{{org.name}}"}} \${VAR} {org.name}'`,
      ],
    ],
  },
  {
    fault: 'an attachment that is not there',
    fails: [['file: hosts.csv', '‸file: host.csv']],
    says: 'file: attachment host.csv does not exist',
    passes: [['file: hosts.csv', 'file: ./hosts.csv']],
  },
  {
    fault: 'an attachment outside the folder',
    fails: [['file: hosts.csv', '‸file: ../hosts.csv']],
    says: "file: attachment ../hosts.csv of Hosts lies outside the script's folder",
    passes: [['file: hosts.csv', 'text: ../hosts.csv']],
  },
  {
    fault: 'an attachment that is a folder',
    fails: [['file: hosts.csv', '‸file: ./']],
    says: 'file: attachment ./ is no file',
    passes: [['file: hosts.csv', 'file: .//hosts.csv']],
  },
  {
    fault: 'an attachment without a text or a file',
    fails: [['[{name: "Hosts", kind: csv, file: hosts.csv}]', '[‸{name: "Hosts", kind: csv}]']],
    says: 'attachments: Hosts of B-010 has neither text nor file; give one of them',
    passes: [['file: hosts.csv', 'text: "host,owner"']],
  },
  {
    fault: 'an attachment with a text and a file',
    fails: [['file: hosts.csv', 'text: "host,owner", ‸file: hosts.csv']],
    says: 'file: hosts.csv stands beside a text at attachment Hosts of B-010; keep one',
    passes: [['file: hosts.csv', 'text: "file: hosts.csv"']],
  },
  {
    fault: 'a default that holds a placeholder',
    fails: [['customer.top: "Alder & Finch"', '‸customer.top: "{{org.name}}"']],
    says: 'placeholders.customer.top: found "{{org.name}}"; a value holds no placeholder of its own',
    passes: [['customer.top: "Alder & Finch"', 'customer.top: "{org.name}"']],
  },
  {
    fault: 'a minute before the start',
    fails: [['    t: 0\n', '    ‸t: -1\n']],
    says: 'injects.0.t: found -1. Minutes cannot be negative.',
    passes: [['    t: 0\n', '    t: +0\n']],
  },
  {
    fault: 'a decision with an empty list of options',
    fails: [
      ['options: ["Material", "Not yet"]', '‸options: []'],
      ['      starts_clock_when: ["Material"]\n', ''],
    ],
    says: 'injects.1.decision.options: found []. A decision needs options.',
    passes: [
      ['options: ["Material", "Not yet"]', 'options: ["Not yet"]'],
      ['      starts_clock_when: ["Material"]\n', ''],
    ],
  },
  {
    fault: 'a decision without options',
    fails: [
      ['      options: ["Material", "Not yet"]\n', ''],
      ['      starts_clock_when: ["Material"]\n', ''],
      ['    decision:\n', '    ‸decision:\n'],
    ],
    says: 'injects.1.decision.options is missing',
    passes: [['      starts_clock_when: ["Material"]\n', '']],
  },
  {
    fault: 'named roles that are not named',
    fails: [
      ['    named: [EXEC, LEGAL]\n', ''],
      ['audience: named', '‸audience: named'],
    ],
    says: 'audience: B-020 is for named roles, and named is missing',
    passes: [
      ['    named: [EXEC, LEGAL]\n', ''],
      ['audience: named', 'audience: room'],
    ],
  },
  {
    fault: 'named roles where the room is meant',
    fails: [
      ['audience: named', 'audience: room'],
      ['named: [EXEC', '‸named: [EXEC'],
    ],
    says: 'named: EXEC, LEGAL stands at B-020, whose audience is room',
    passes: [['named: [EXEC, LEGAL]', 'named: [IC]']],
  },
  {
    fault: 'a second document',
    fails: [['contingency:', 'contingency: []\n‸---\ncontingency:']],
    says: 'a file holds one document; a second one begins here',
    passes: [['contingency:', '# ---\ncontingency:']],
  },
  {
    fault: 'a tag',
    fails: [['quarter: Q1', 'quarter: ‸!quarter Q1']],
    says: 'the tag !quarter is not allowed',
    passes: [['quarter: Q1', 'quarter: "Q1"']],
  },
];

describe('A script', () => {
  test('that is valid has neither errors nor warnings', async () => {
    expect((await checkEdited([])).lines).toEqual([]);
  });

  test.each(errors)('with $fault is refused where it stands', async ({ fails, says, passes }) => {
    const { lines, place } = await checkEdited(fails);
    expect(lines).toEqual([`script.yaml:${place}: error: ${says}`]);
    expect((await checkEdited(passes)).lines).toEqual([]);
  });

  test('with faults of shape and of meaning is told all of them at once, in order', async () => {
    const { lines } = await checkEdited([
      ['quarter: Q1', 'quarter: Q5\nextra: 1'],
      ['open: a1', 'open: a99'],
      ['    t: 10\n', '    t: -10\n'],
      ['options: ["Material", "Not yet"]', 'options: []'],
      ['audience: facilitator_reads', 'audience: nobody'],
      ['goto: B-C1', 'goto: B-C9'],
      ['clock_trigger: []', 'clock_trigger: [NIS3]'],
    ]);
    expect(lines.map((line) => line.replace(/^script.yaml:\d+:\d+: error: /, ''))).toEqual([
      'quarter: "Q5" is not one of Q1, Q2, Q3, Q4',
      'unknown field extra',
      'critical_tasks.open: there is no expected action or decision a99',
      'injects.1.t: found -10. Minutes cannot be negative.',
      'injects.1.decision.options: found []. A decision needs options.',
      'starts_clock_when: "Material" is none of the options',
      'injects.2.audience: "nobody" is not one of room, named, facilitator_reads',
      'branch.goto: there is no inject B-C9',
      'clock_trigger: there is no clock NIS3',
    ]);
  });
});
