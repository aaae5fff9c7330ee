import { describe, expect, test } from 'vitest';
import { buildExceptionPages } from '#core/scorecard/page/exception-pages.ts';
import { decidedRows, listDecided } from '#core/scorecard/page/rows/list-decided.ts';
import { buildRowsPages } from '#core/scorecard/page/rows-pages.ts';
import { suggestDecision } from '#core/scorecard/page/suggest-decision.ts';
import { headsOnly, october } from '../../../support/scorecard-month.ts';
import { tellDocument } from '../../../support/told.ts';

const plain = (words: string) => words.replaceAll('\u00A0', ' ');

describe('The exception list in Word', () => {
  test('has every column of the list, red flags marked, and a decision to tick', () => {
    const told = plain(tellDocument(buildExceptionPages(october())));
    for (const head of ['Id', 'Ticket', 'Title', 'Scope', 'Control', 'Risk', 'Owner', 'Approver', 'Started', 'Expires'])
      expect(told).toContain(head);
    expect(told).toContain(
      'E-004 / SEC-180 | Legacy gateway TLS | A-010 / BL-T1-11 | high | product.lead / ciso | 15 Apr 2026 / 15 Oct 2026 | 16 over / 2 | WAF rule set | expired, still open / !expired, renewed twice or more | □ renew  □ fix / □ retire  □ escalate',
    );
    expect(told).toContain(
      '6 active, 3 of them end within 30 days; 1 expired and still open; 1 pending. 2 of 8 with a red flag (■).',
    );
  });

  test('says what is decided where the file does not say so yet', () => {
    const decision = { exception: 'E-004', decided_on: '2026-11-02', until: '2027-01-31' } as const;
    const renewed = { ...decision, decision: 'renew', by: 'Ana Meyer' } as const;
    const told = plain(tellDocument(buildExceptionPages(october({ decisions: [renewed] }))));
    expect(told).toContain('renew until 31 Jan 2027 / approved by Ana Meyer / decided 2 Nov 2026');
    expect(told).toContain('Where words stand, it is decided, and the file does not say so yet.');
    const retired = { ...decision, decision: 'retire', by: null } as const;
    expect(plain(tellDocument(buildExceptionPages(october({ decisions: [retired] }))))).toContain(
      'retire on 31 Jan 2027 / decided 2 Nov 2026',
    );
    expect(plain(tellDocument(buildExceptionPages(october())))).not.toContain('Where words stand');
  });

  test('says so where there is none, and where nobody knows', () => {
    expect(tellDocument(buildExceptionPages(october({ files: headsOnly })))).toContain('No exception is active');
    expect(tellDocument(buildExceptionPages(october({ files: { exceptions: null } })))).toContain('nobody knows');
  });
});

test('A decision is suggested by the flags alone', () => {
  const suggested = (october().listed ?? []).map((one) => [one.exception.exception_id, suggestDecision(one)]);
  expect(Object.fromEntries(suggested)).toEqual({
    'E-004': 'fix',
    'E-007': 'renew',
    'E-001': 'renew',
    'E-003': 'renew',
    'E-006': null,
    'E-008': null,
    'E-002': 'escalate',
    'E-009': 'renew',
  });
});

describe('The rows behind the figures', () => {
  const { snapshot } = october();
  const figures = new Map(listDecided(october()).map((figure) => [figure.figure, [...figure.rows]]));
  const idsOf = (figure: string, countsAs: string) =>
    (figures.get(figure) ?? []).filter((row) => row.countsAs === countsAs).map(({ id }) => id);

  test('are the ones that were counted', () => {
    const { controls_health: controls, incidents, drift, vulnerability } = snapshot.figures;
    expect(idsOf('Controls', 'not compliant').toSorted()).toEqual(controls?.failing.toSorted());
    expect(idsOf('Controls', 'compliant').toSorted()).toEqual(controls?.compliant_ids.toSorted());
    expect(idsOf('Incidents', 'counted')).toEqual(incidents?.ids);
    expect(idsOf('Time to detect', 'left out')).toEqual(['I-104']);
    expect(idsOf('Drift', 'open')).toEqual(drift?.ids);
    expect(idsOf('Patching deadlines', 'missed')).toEqual(vulnerability?.missed_ids);
    expect(idsOf('Overdue findings', 'critical or KEV')).toEqual(vulnerability?.overdue_critical_or_kev);
  });

  test('say by which cells, and why others were left out', () => {
    const told = [...decidedRows(october())].map((row) => row.join(' | '));
    expect(told).toContain(
      'Controls | assets | 5 | A-004 | backup-vault | not compliant | tier 0: last checked 41 days ago, checked 20 Sep 2026',
    );
    expect(told).toContain(
      'Time to detect | incidents | 8 | I-107 | Suspicious admin consent | 4 h | 30 Oct 2026 20:00 to 31 Oct 2026 00:00',
    );
    expect(told).toContain(
      'Drift | drift | 7 | D-06 | kiosk-03 | left out | accepted under E-003: unmanaged, found 11 Oct 2026',
    );
    expect(told).toContain(
      'Patching deadlines | vulnerabilities | 14 | V-13 | A-005: SSRF | missed | high, due 31 Oct 2026, open, not done by the end of its day',
    );
    expect(told).toContain(
      'Patching deadlines | vulnerabilities | 10 | V-09 | A-003: Runner kernel flaw | left out | active exception on due date, due 15 Oct 2026',
    );
  });

  test('have a mean of hours from five values on; of fewer they stand one by one', () => {
    const few = plain(tellDocument(buildRowsPages(october())));
    expect(few).toContain('occurred_at to detected_at, n = 3');
    expect(few).not.toContain('mean');
    const rows = Array.from(
      { length: 5 },
      (_, at) => `I-${at},a,P1,2026-10-0${at + 1}T00:00:00Z,2026-10-0${at + 1}T0${at}:00:00Z`,
    );
    const incidents = `incident_id,title,severity,occurred_at,detected_at\n${rows.join('\n')}\n`;
    expect(plain(tellDocument(buildRowsPages(october({ files: { incidents } }))))).toContain('n = 5, mean 2.0 h');
  });

  test('are forty of a figure at most in Word, and it says of how many', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `A-${at},a,0,active`);
    const many = october({ files: { assets: `asset_id,name,tier,status\n${rows.join('\n')}\n` } });
    expect(tellDocument(buildRowsPages(many))).toContain('40 of 60 rows; all in scorecard-rows.csv.');
    expect([...decidedRows(many)].filter(([figure]) => figure === 'Controls')).toHaveLength(60);
  });
});
