import { describe, expect, test } from 'vitest';
import { checkEdited, type Row } from '../../support/check-edited.ts';

const warnings: readonly Row[] = [
  {
    fault: 'an inject of 15 minutes',
    fails: [
      ['id: B-050, t: 44', 'id: B-050, t: 45'],
      ['id: B-040, t: 30', 'id: B-040, ‸t: 30'],
    ],
    says: 't: B-040 has 15 minutes of its own; at most 14',
    passes: [['id: B-050, t: 44', 'id: B-050, t: 43']],
  },
  {
    fault: 'a cue of 3 minutes',
    fails: [
      ['id: B-160, t: 170', 'id: B-160, ‸t: 172'],
      ['detectable: false, body: "Line 16."', 'detectable: true, detect_target_min: 2, body: "Line 16."'],
    ],
    says: 't: B-160 has 3 minutes of its own; a cue needs 4',
    passes: [
      ['id: B-160, t: 170', 'id: B-160, t: 171'],
      ['detectable: false, body: "Line 16."', 'detectable: true, detect_target_min: 2, body: "Line 16."'],
    ],
  },
  {
    fault: 'a decision of 7 minutes',
    fails: [['    t: 10\n', '    ‸t: 13\n']],
    says: 't: B-020 has 7 minutes of its own; a decision needs 8',
    passes: [['    t: 10\n', '    t: 12\n']],
  },
  {
    fault: 'a role nobody addresses for 30 minutes of the standard session',
    fails: [
      ['"Eighth", roles: [EXEC, IC', '"Eighth", roles: [IC'],
      ['"Tenth", roles: [EXEC, IC', '"Tenth", roles: [IC'],
      ['"Eleventh", roles: [EXEC, IC', '"Eleventh", ‸roles: [EXEC, IC'],
    ],
    says: 'roles: EXEC is not addressed for 30 minutes before B-110 (standard session)',
    passes: [['"Tenth", roles: [EXEC, IC', '"Tenth", roles: [IC']],
  },
  {
    fault: 'a role nobody addresses for 38 minutes of the full running order',
    fails: [
      ['"Twelfth", roles: [EXEC, IC', '"Twelfth", roles: [IC'],
      ['"Thirteenth", roles: [EXEC, IC', '"Thirteenth", roles: [IC'],
      ['"Fourteenth", roles: [EXEC, IC', '"Fourteenth", ‸roles: [EXEC, IC'],
    ],
    says: 'roles: EXEC is not addressed for 38 minutes before B-140 (full running order)',
    passes: [['"Thirteenth", roles: [EXEC, IC', '"Thirteenth", roles: [IC']],
  },
  {
    fault: '11 musts',
    fails: [
      ['injects:\n', '‸injects:\n'],
      ['could, title: "Sixteenth"', 'must, title: "Sixteenth"'],
    ],
    says: 'priority: 11 injects are must; at most 10',
    passes: [['could, title: "Sixteenth"', 'should, title: "Sixteenth"']],
  },
  {
    fault: 'a full running order that is too long',
    fails: [
      ['duration_min: 175', '‸duration_min: 186'],
      ['id: B-160, t: 170', 'id: B-160, t: 174'],
      ['id: B-150, t: 160', 'id: B-150, t: 162'],
    ],
    says: 'duration_min: 186; the full running order takes 165 to 185',
    passes: [['duration_min: 175', 'duration_min: 184']],
  },
  {
    fault: 'a full running order that is too short',
    fails: [
      ['duration_min: 175', '‸duration_min: 164'],
      ['id: B-160, t: 170', 'id: B-160, t: 163'],
    ],
    says: 'duration_min: 164; the full running order takes 165 to 185',
    passes: [
      ['duration_min: 175', 'duration_min: 165'],
      ['id: B-160, t: 170', 'id: B-160, t: 164'],
    ],
  },
  {
    fault: 'musts that take 106 minutes',
    fails: [
      ['injects:\n', '‸injects:\n'],
      ['id: B-160, t: 170', 'id: B-160, t: 172'],
      ['id: B-120, t: 122', 'id: B-120, t: 126'],
    ],
    says: 'priority: the musts take 106 minutes; the standard session has 90 to 105',
    passes: [
      ['id: B-160, t: 170', 'id: B-160, t: 171'],
      ['id: B-120, t: 122', 'id: B-120, t: 126'],
    ],
  },
  {
    fault: 'musts that take 89 minutes',
    fails: [
      ['injects:\n', '‸injects:\n'],
      ['priority: must, title: "Fifth"', 'priority: could, title: "Fifth"'],
      ['id: B-060, t: 54', 'id: B-060, t: 55'],
    ],
    says: 'priority: the musts take 89 minutes; the standard session has 90 to 105',
    passes: [['priority: must, title: "Fifth"', 'priority: could, title: "Fifth"']],
  },
  {
    fault: 'a critical task outside a must',
    fails: [['open: a1', '‸open: a4']],
    says: 'critical_tasks.open: a4 belongs to an inject of priority could; a critical task belongs to a must',
    passes: [['open: a1', 'open: a5']],
  },
  {
    fault: 'a must that branches to an inject left out',
    fails: [['goto: B-C1', '‸goto: B-040']],
    says: 'branch.goto: a must branches to B-040, which a standard session leaves out',
    passes: [['goto: B-C1', 'goto: B-050']],
  },
  {
    fault: 'no red_herring',
    fails: [
      ['tags: [red_herring, competing_priority, good_news]', 'tags: [competing_priority, good_news]'],
      ['injects:\n', '‸injects:\n'],
    ],
    says: 'tags: no inject is a red_herring',
    passes: [
      ['tags: [red_herring, competing_priority, good_news]', 'tags: [competing_priority, good_news]'],
      ['title: "Fifth",', 'tags: [red_herring], title: "Fifth",'],
    ],
  },
  {
    fault: 'no competing_priority',
    fails: [
      ['tags: [red_herring, competing_priority, good_news]', 'tags: [red_herring, good_news]'],
      ['injects:\n', '‸injects:\n'],
    ],
    says: 'tags: no inject is a competing_priority',
    passes: [
      ['tags: [red_herring, competing_priority, good_news]', 'tags: [red_herring, good_news]'],
      ['title: "Fifth",', 'tags: [competing_priority], title: "Fifth",'],
    ],
  },
  {
    fault: 'no good_news',
    fails: [
      ['tags: [red_herring, competing_priority, good_news]', 'tags: [red_herring, competing_priority]'],
      ['injects:\n', '‸injects:\n'],
    ],
    says: 'tags: no inject is a good_news',
    passes: [
      ['tags: [red_herring, competing_priority, good_news]', 'tags: [red_herring, competing_priority]'],
      ['title: "Fifth",', 'tags: [good_news], title: "Fifth",'],
    ],
  },
  {
    fault: 'a red herring only where the standard session leaves it out',
    fails: [
      ['tags: [red_herring, ', 'tags: ['],
      ['title: "Fourth",', 'tags: [red_herring], title: "Fourth",'],
      ['injects:\n', '‸injects:\n'],
    ],
    says: 'tags: no must is a red_herring, so the standard session has none',
    passes: [['title: "Fourth",', 'tags: [red_herring], title: "Fourth",']],
  },
  {
    fault: 'a title of 61 characters',
    fails: [['title: "Is it material?"', '‸title: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"']],
    says: 'title: 61 characters at B-020; at most 60 fit',
    passes: [['title: "Is it material?"', 'title: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"']],
  },
  {
    fault: 'a long title in the pocket',
    fails: [['title: "A reporter"', '‸title: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"']],
    says: 'title: 61 characters at B-C1; at most 60 fit',
    passes: [['title: "A reporter"', 'title: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"']],
  },
  {
    fault: 'one held-back fact',
    fails: [
      [
        'held_back: [{asked: "Which?", answer: "{{customer.top}}."}, {asked: "When?", answer: "Friday."}]',
        '‸held_back: [{asked: "When?", answer: "Friday."}]',
      ],
    ],
    says: 'held_back: 1 facts at B-020; 2 to 5 are usual',
    passes: [
      [
        '{asked: "When?", answer: "Friday."}',
        '{asked: "When?", answer: "Friday."}, {asked: "Why?", answer: "Nobody knows."}, {asked: "Who?", answer: "Both."}',
      ],
    ],
  },
  {
    fault: 'six held-back facts',
    fails: [
      [
        'held_back: [{asked: "Which?", answer: "{{customer.top}}."}, {asked: "When?", answer: "Friday."}]',
        '‸held_back: [{asked: "0?", answer: "No."}, {asked: "1?", answer: "No."}, {asked: "2?", answer: "No."}, {asked: "3?", answer: "No."}, {asked: "4?", answer: "No."}, {asked: "5?", answer: "No."}]',
      ],
    ],
    says: 'held_back: 6 facts at B-020; 2 to 5 are usual',
    passes: [
      [
        'held_back: [{asked: "Which?", answer: "{{customer.top}}."}, {asked: "When?", answer: "Friday."}]',
        'held_back: [{asked: "0?", answer: "No."}, {asked: "1?", answer: "No."}, {asked: "2?", answer: "No."}, {asked: "3?", answer: "No."}, {asked: "4?", answer: "No."}]',
      ],
    ],
  },
  {
    fault: 'notes of four sentences',
    fails: [['notes: "Watch who decides."', '‸notes: "One. Two! Three? Four."']],
    says: 'notes: 4 sentences at B-020; at most 3 can be read live',
    passes: [['notes: "Watch who decides."', 'notes: "One, at 1.5. Two! Three?"']],
  },
  {
    fault: 'a routable address',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "8.8.8.8"']],
    says: "body: 8.8.8.8 may be somebody's real address; use 192.0.2.0/24",
    passes: [
      [
        'body: "Call us on +1-555-0142."',
        'body: "10.1.2.3, 172.31.0.1, 192.168.1.1, 192.0.2.7, 198.51.100.7, 203.0.113.7 or build 1.2.3.4.5"',
      ],
    ],
  },
  {
    fault: 'an address just outside a private range',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "172.32.0.1"']],
    says: "body: 172.32.0.1 may be somebody's real address; use 192.0.2.0/24",
    passes: [['body: "Call us on +1-555-0142."', 'body: "172.16.0.1"']],
  },
  {
    fault: 'a routable IPv6 address',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "2a00:1450:4001:81b::200e"']],
    says: "body: 2a00:1450:4001:81b::200e may be somebody's real address; use 2001:db8::",
    passes: [['body: "Call us on +1-555-0142."', 'body: "2001:db8::17, fe80::1, ::1 at 09:20:11"']],
  },
  {
    fault: 'a real domain',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "login.wexcombe.com"']],
    says: 'body: login.wexcombe.com may be a real domain; use .example or .invalid',
    passes: [
      ['body: "Call us on +1-555-0142."', 'body: "login.wexcombe.example, x.invalid, notes.txt and app.configure"'],
    ],
  },
  {
    fault: 'an address of e-mail',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "dana@wexcombe.co.uk"']],
    says: 'body: wexcombe.co.uk may be a real domain; use .example or .invalid',
    passes: [['body: "Call us on +1-555-0142."', 'body: "dana@wexcombe.example"']],
  },
  {
    fault: 'a telephone number',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "+44 20 7946 0018"']],
    says: 'body: +44 20 7946 0018 may be a real number; use +1-555-0100 to +1-555-0199',
    passes: [['body: "Call us on +1-555-0142."', 'body: "+1-555-0100, +1-555-0199 and +1 (212) 555-0142"']],
  },
  {
    fault: 'a number just outside the reserved ones',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "+1-555-0200"']],
    says: 'body: +1-555-0200 may be a real number; use +1-555-0100 to +1-555-0199',
    passes: [['body: "Call us on +1-555-0142."', 'body: "+1-555-0150"']],
  },
  {
    fault: 'a number without a country code',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "(212) 736-5000"']],
    says: 'body: (212) 736-5000 may be a real number; use +1-555-0100 to +1-555-0199',
    passes: [['body: "Call us on +1-555-0142."', 'body: "(212) 555-0123 on 2026-02-17"']],
  },
  {
    fault: 'a real domain as a default',
    fails: [['customer.top: "Alder & Finch"', '‸customer.top: "finch.com"']],
    says: 'customer.top: finch.com may be a real domain; use .example or .invalid',
    passes: [['customer.top: "Alder & Finch"', 'customer.top: "finch.example"']],
  },
  {
    fault: 'an invisible character',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "user\\u200Bname"']],
    says: 'body: holds the invisible character U+200B',
    passes: [['body: "Call us on +1-555-0142."', 'body: "caf\\u00e9 \\U0001F600"']],
  },
  {
    fault: 'a joiner that joins no emoji',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "\\U0001F692 pay\\u200Droll"']],
    says: 'body: holds the invisible character U+200D',
    passes: [['body: "Call us on +1-555-0142."', 'body: "👩🏽‍🚒 🏳️‍🌈 👨‍👩‍👧 🤷🏽‍♀️"']],
  },
  {
    fault: 'a direction that is never closed',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "user\\u202Etxt.exe"']],
    says: 'body: holds U+202E without its counterpart; the text may read backwards',
    passes: [['body: "Call us on +1-555-0142."', 'body: "user exe.txt"']],
  },
  {
    fault: 'an isolate closed by the wrong mark in a case behind it',
    fails: [['modelled_on: ["A case', 'modelled_on: [‸"A \\u2067case\\u202C']],
    says: 'modelled_on: holds U+202C without its counterpart; the text may read backwards',
    passes: [['modelled_on: ["A case', 'modelled_on: ["A c\\u00e1se']],
  },
  {
    fault: 'a direction that is opened and closed',
    fails: [['body: "Call us on +1-555-0142."', '‸body: "a \\u2067b\\u2069 c"']],
    says: 'body: holds the invisible character U+2067',
    passes: [['body: "Call us on +1-555-0142."', 'body: "a b c"']],
  },
  {
    fault: 'a title of the script of 61 characters',
    fails: [['title: "A short night"', `‸title: "${'x'.repeat(61)}"`]],
    says: 'title: 61 characters at B-SCRIPT; at most 60 fit',
    passes: [['title: "A short night"', `title: "${'x'.repeat(60)}"`]],
  },
  {
    fault: 'a line of a log over 64 characters',
    fails: [
      ['    body: |\n', '    ‸body: |\n'],
      ['Account  svc_bi_export\n', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n'],
    ],
    says: 'body: a line of 65 characters at B-010; at most 64',
    passes: [['Account  svc_bi_export\n', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n']],
  },
  {
    fault: 'a long line in the other text of a log',
    fails: [
      ['channel: phone_call', 'channel: log_extract'],
      ['body: "Thank you for calling."', '‸body: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'],
    ],
    says: 'body: a line of 65 characters at B-030; at most 64',
    passes: [
      ['body: "Thank you for calling."', 'body: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'],
    ],
  },
  {
    fault: 'a clock that is missing from the list',
    fails: [['clock_trigger: []', 'clock_trigger: [‸GDPR-34]']],
    says: 'clock_trigger: GDPR-34 is missing from clocks',
    passes: [['clock_trigger: []', 'clock_trigger: [SEC-8K-105]']],
  },
  {
    fault: 'an unknown ATT&CK id',
    fails: [['attack: [T1078.004]', 'attack: [T1078.004, ‸T9999]']],
    says: 'attack: T9999 is not in the bundled table of techniques',
    passes: [['attack: [T1078.004]', 'attack: [T1078]']],
  },
  {
    fault: 'an inject after the end',
    fails: [
      ['duration_min: 175', 'duration_min: 169'],
      ['id: B-160, t: 170', 'id: B-160, ‸t: 170'],
    ],
    says: 't: 170 of B-160 is after the end, duration_min 169',
    passes: [['duration_min: 175', 'duration_min: 175.0']],
  },
  {
    fault: 'an unknown CSF id',
    fails: [['csf: [DE.CM-06]', 'csf: [‸DE.CM-99]']],
    says: 'csf: DE.CM-99 is no subcategory of CSF 2.0',
    passes: [['csf: [DE.CM-06]', 'csf: [RS.MA-02]']],
  },
  {
    fault: 'a storyline time before the one above',
    fails: [
      ['id: B-060, t: 54, storyline_time: "2026-02-17T09:54"', 'id: B-060, t: 54, ‸storyline_time: "2026-02-17T09:43"'],
    ],
    says: 'storyline_time: 2026-02-17T09:43 of B-060 is before B-050',
    passes: [
      ['id: B-060, t: 54, storyline_time: "2026-02-17T09:54"', 'id: B-060, t: 54, storyline_time: "2026-02-17T09:44"'],
    ],
  },
];

describe('A script', () => {
  test('out of order is told of the order, and of no minutes below zero', async () => {
    const { lines } = await checkEdited([['id: B-150, t: 160', 'id: B-150, t: 10']]);
    expect(lines.join('\n')).toContain('t: 10 of B-150 is before 150 of B-140');
    expect(lines.join('\n')).not.toMatch(/-\d+ minutes/);
  });

  test.each(warnings)('with $fault is playable, and its author is told where', async ({ fails, says, passes }) => {
    const { lines, place } = await checkEdited(fails);
    expect(lines).toEqual([`script.yaml:${place}: warning: ${says}`]);
    expect((await checkEdited(passes)).lines).toEqual([]);
  });
});
