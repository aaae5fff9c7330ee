import { listLog } from '../../exercise/log.ts';
import { listStandingOf } from '../../exercise/state.ts';
import { dayOf, longDate, shortDate } from '../../local-time.ts';
import { listSignatures } from '../../review/signatures.ts';
import type { Role } from '../../scenario/vocabulary.ts';
import { tellAttendance } from '../attendance.ts';
import { type Block, type Cell, linesOf, note, quiet } from '../document.ts';
import type { Facts } from '../facts.ts';
import { signatureTable } from '../signature-table.ts';
import { describeTlp, listWords, minutesWords, plural, sentence } from '../term-words.ts';

/** Not asked for any more when the report is final without it. */
const optional = 'Legal (optional)';
const signatories = ['Incident Commander', 'Executive sponsor', 'Security lead', optional];

/** What the document says of its own form among its versions. */
export function writeSignOff(facts: Facts, form: string): readonly Block[] {
  return [
    { is: 'section', number: 13, text: 'Sign-off and control' },
    ...writeBlockers(facts),
    ...writeSignatures(facts),
    { is: 'subhead', text: 'Control of this document' },
    { is: 'card', size: 'small', rows: listControl(facts, form) },
  ];
}

function writeBlockers({ isFinal, blockers, registerIdOf }: Facts): readonly Block[] {
  if (isFinal) return [];
  if (blockers.length === 0) return [note('This is a draft. Nothing blocks FINAL; it waits for sign-off.')];
  return [
    { is: 'subhead', text: 'What blocks FINAL' },
    ...blockers.map(
      ({ where, what }): Block => ({ is: 'point', words: [{ bold: `${registerIdOf(where)}: ` }, `${what}.`] }),
    ),
  ];
}

function writeSignatures({ state, isFinal, blockers }: Facts): readonly Block[] {
  const hasBlockers = !isFinal && blockers.length > 0;
  const signed = listSignatures(state).map(({ data }) => data);
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase().replace(' (optional)', '');
  const others = signed.map(({ role }) => role).filter((role) => !signatories.some((name) => same(role, name)));
  const asked = signatories.filter(
    (name) => !isFinal || name !== optional || signed.some(({ role }) => same(role, name)),
  );
  const rows = [...asked, ...new Set(others)].map((name): [string, string, string, string] => {
    const found = signed.findLast(({ role }) => same(role, name));
    return [name, found?.name ?? '', found ? shortDate(found.on) : '', found ? 'recorded in Muster' : ''];
  });
  return [
    ...(hasBlockers ? [{ is: 'subhead', text: 'Signatures' } as const] : []),
    {
      is: 'statement',
      words: 'Signed as an accurate record of the exercise. It holds no assessment of any individual’s performance.',
    },
    signatureTable(null, ['Role', 'Name'], rows),
  ];
}

function listControl(facts: Facts, form: string): readonly (readonly [string, Cell])[] {
  const { setup, state, head } = facts;
  const { tlp, evaluator } = setup.plan;
  return [
    ['Distribution', [{ bold: tlp }, ` – ${describeTlp(tlp, setup.organisation.name)}`]],
    ['Method', tellMethod(facts)],
    [
      'In the room',
      `${sentence(tellAttendance(facts))} Evaluated by: ${evaluator ?? nameOf(facts, 'EVAL') ?? 'nobody was named'}.`,
    ],
    [
      'Record',
      `${setup.exercise}, ${plural(state.log.length, 'entry', 'entries')}; script ${state.scenario.id} version ${setup.scenario.version}; kept as the organisation’s own rules say`,
    ],
    ['Versions', `${listVersions(facts)} · ${form}`],
    [
      'Journal head',
      linesOf(
        { words: [{ code: head }] },
        quiet('SHA-256 of the journal’s last entry: it shows accidents and casual edits, not a determined insider.'),
      ),
    ],
  ];
}

function tellMethod({ measures }: Facts): string {
  const { net_minutes, paused_minutes, sittings } = measures;
  const paused = paused_minutes > 0 ? ` and ${minutesWords(paused_minutes)} paused` : '';
  return `Discussion-based table-top, ${minutesWords(net_minutes)} of play${paused}, ${plural(sittings, 'sitting')}.`;
}

function nameOf({ setup }: Facts, wanted: Role): string | undefined {
  return setup.participants.find(({ role }) => role === wanted)?.name;
}

/** Who signed an earlier version stands beside it; who signed this one, in the table above. */
function listVersions({ state, setup, isFinal }: Facts): string {
  const zone = setup.organisation.time_zone;
  const current = listSignatures(state);
  const earlier = listStandingOf(state, 'report_signed').filter((event) => !current.includes(event));
  let told = 0;
  const settled = listLog(state.log).flatMap(({ type, t, data, seq }) => {
    const on = () => longDate(dayOf(t, zone));
    if (type === 'report_finalised') {
      const names = earlier.filter((event) => event.seq > told && event.seq < seq).map((event) => event.data.name);
      told = seq;
      return [
        `${data.version} FINAL on ${on()}${names.length > 0 ? `, signed by ${listWords([...new Set(names)])}` : ''}`,
      ];
    }
    return type === 'revision_opened' ? [`${data.version} opened on ${on()}: ${data.reason}`] : [];
  });
  return [...settled, ...(isFinal ? [] : [`${state.version}.0 in draft`])].join(' · ');
}
