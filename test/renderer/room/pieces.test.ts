import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomArtefact } from '#core/exercise/views/room-view.ts';
import { artefactOf, decision, listScriptArtefacts, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
  await room.page.setViewportSize({ width: 1920, height: 1080 });
});
beforeEach(() => {
  room.problems.length = 0;
});
afterEach(() => expect(room.problems).toEqual([]));
afterAll(() => browser.close());

const longName =
  'Duty manager of the regional operations centre, on behalf of the chief information security officer, Alder & Finch';

/** What of an element its own box does not show, and the size of its letters. */
function measureName(
  selector: string,
): Promise<{ readonly linesHidden: number; readonly px: number; readonly over: number }> {
  return room.page.evaluate(`(() => {
    const name = document.querySelector('.sheet ${selector}:not([inert] *)');
    const rect = name.getBoundingClientRect();
    const sheet = document.querySelector('.sheet').getBoundingClientRect();
    return {
      linesHidden: Math.round((name.scrollHeight - name.clientHeight) / parseFloat(getComputedStyle(name).lineHeight)),
      px: parseFloat(getComputedStyle(name).fontSize),
      over: Math.max(0, rect.bottom - sheet.bottom, rect.right - sheet.right),
    };
  })()`);
}

/** Left or right edges of what a selector finds in the body, from the left of what it stands in: that may be on another page. */
function listEdges(selector: string, edge: 'left' | 'right'): Promise<readonly number[]> {
  return room.page.evaluate(`(() => [...document.querySelectorAll('[data-room-body] :is(${selector}):not([inert] *)')].map((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return Math.round(range.getBoundingClientRect().${edge} - part.parentElement.getBoundingClientRect().left);
  }))()`);
}

const show = (change: Partial<RoomArtefact>) => room.show(viewOf({ artefact: artefactOf(change) }));

describe('A caller', () => {
  it('is named whole, on the line and read aloud, beneath a decision too', async () => {
    const names = listScriptArtefacts()
      .filter(({ channel }) => channel === 'phone_call')
      .map(({ from }) => from);
    for (const from of [...names, longName, 'Chief information security officer, Alder & Finch Logistics']) {
      for (const body of ['Hello.', null]) {
        const artefact = artefactOf({ channel: 'phone_call', from, to: 'Account executive', subject: null, body });
        for (const view of [viewOf({ artefact }), viewOf({ artefact, decision })]) {
          await room.show(view);
          const { linesHidden, px, over } = await measureName(body === null ? 'h2' : 'strong');
          expect([linesHidden, over], from).toEqual([0, 0]);
          expect(px).toBeGreaterThanOrEqual(40);
          const cut =
            "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.sheet dl') ?? document.body)";
          if (body !== null) expect(await room.page.evaluate(cut), from).toBeLessThan(10);
        }
      }
    }
  });
});

describe('A chat of several people', () => {
  it('has no sender above it, and each message its own initials, name and time', async () => {
    const body =
      '17:29  DevOps on-call   vault B looks intact\n17:31  svc-rooms   I find it.\n17:31  (message deleted)';
    await show({ channel: 'chat', from: 'svc-rooms', to: '#incident', subject: null, body });
    expect(await room.page.locator('.sheet').first().getByText('svc-rooms').count()).toBe(1);
    const initials =
      "[...document.querySelectorAll('.sheet [data-initials]:not([inert] *)')].map((one) => one.dataset.initials)";
    expect(await room.page.evaluate(initials)).toEqual(['DO', 'SR']);
    expect(new Set(await listEdges('div p:last-child', 'left')).size).toBe(1);
  });

  it('keeps its sender where one person speaks', async () => {
    await show({ channel: 'chat', from: 'BI engineering', to: '#incident', subject: null, body: 'Hi, I can ask.' });
    expect(await room.page.locator('.sheet').first().getByText('BI engineering').count()).toBe(1);
  });

  it('gives a long name of a channel room in its bar', async () => {
    const to = 'security@wexcombe.example, by direct message to the public account of the organisation';
    await show({ channel: 'chat', to, body: 'hi' });
    const above = await room.page.evaluate<number>(`(() => {
      const bar = document.querySelector('.sheet h2');
      return bar.getBoundingClientRect().top - bar.parentElement.getBoundingClientRect().top;
    })()`);
    expect(above).toBeGreaterThanOrEqual(12);
  });
});

describe('Rows', () => {
  const long = 'service principal svc-metrics-sync created, role: tenant administrator of everything there is';

  it('stand in columns: what wraps stays beneath its own beginning, and no time is alone', async () => {
    for (const textPx of [46, 64] as const) {
      const body = `Mon 19:12   token, all   by admin.k\nTue 17:41   ${long}   by admin.k\nTue 17:48   key   by admin.k`;
      await room.show(viewOf({ artefact: artefactOf({ channel: 'report', body }), textPx }));
      expect(new Set(await listEdges('p > span', 'left')).size).toBe(1);
      expect(new Set(await listEdges('p > data', 'right')).size).toBe(1);
      const tops = `[...document.querySelectorAll('[data-room-body] p:not([inert] *)')].map((row) =>
        Math.round(row.querySelector('span').getClientRects()[0].top - row.querySelector('time').getClientRects()[0].top))`;
      expect(await room.page.evaluate(tops)).toEqual([0, 0, 0]);
    }
  });

  it('have their figures under one another', async () => {
    await show({
      channel: 'report',
      body: 'Pulls   1 906\nAccounts   212   of 1 480 active\nAnonymous   88   no account',
    });
    expect(new Set(await listEdges('p > span:nth-of-type(2)', 'right')).size).toBe(1);
  });

  it('draw a listing among them as one', async () => {
    await show({ channel: 'report', body: 'fn-07   eu-west\n  1  u = get("k")\n  2  if u: exit(0)' });
    const font = "getComputedStyle(document.querySelector('[data-room-body] code')).fontFamily";
    expect(await room.page.evaluate(font)).toContain('Mono');
  });
});

describe('What is said once', () => {
  it('is the beginning of a post, and its replies have no sign before them', async () => {
    const body = 'guess I have the weekend off\n> is that ours?\n> no.';
    await show({ channel: 'social_media', subject: 'guess I have the weekend off', body });
    const text = await room.page.locator('.sheet').first().textContent();
    expect(text?.match(/weekend off/g)).toHaveLength(1);
    expect(text).not.toContain('>');
  });

  it('is the number of a ticket, which says when it was raised', async () => {
    const body = 'SD-48817    status: closed 11:34\n11:20  Call from the airport.';
    await show({ channel: 'customer_ticket', subject: 'SD-48817: MFA reset', body });
    const text = await room.page.locator('.sheet').first().textContent();
    expect(text?.match(/SD-48817/g)).toHaveLength(1);
    expect(text).toContain('Raised11:20');
  });
});

describe('A long subject', () => {
  it.each(['email', 'customer_ticket', 'news_article', 'siem_alert', 'dashboard', 'report', 'log_extract'] as const)(
    'shows nothing of the line past its last: %s',
    async (channel) => {
      await show({ channel, subject: 'Request for comment, running at 17:00 today. '.repeat(12) });
      const clip = "getComputedStyle(document.querySelector('.sheet h2'))";
      expect(await room.page.evaluate(`[${clip}.overflowY, ${clip}.overflowClipMargin]`)).toEqual([
        'clip',
        'content-box 3px',
      ]);
    },
  );
});

describe('A log', () => {
  const attachments = ['one.log', 'two.log', 'three.log'].map((name) => ({
    name,
    kind: 'text' as const,
    text: 'a line',
  }));

  it('has all that is attached beside its line numbers, not across them', async () => {
    await show({
      channel: 'log_extract',
      subject: null,
      body: '11:20  archive   ok',
      attachments,
    });
    const margins = await room.page.evaluate<string[]>(
      "[...document.querySelectorAll('[data-room-body] ol ~ div:not([inert] *)')].map((one) => getComputedStyle(one).marginLeft)",
    );
    expect(margins).toEqual(['134px', '134px', '134px']);
  });

  it('hangs a wrapped line without a time, and sets its number on its line', async () => {
    const body = `client="jdbc 3.13 / rose-util" ${'and one more word '.repeat(12)}`;
    await show({ channel: 'log_extract', subject: null, body });
    const indent = "parseFloat(getComputedStyle(document.querySelector('[data-room-body] code')).textIndent)";
    expect(await room.page.evaluate(indent)).toBeLessThan(-20);
    expect(await room.page.evaluate("getComputedStyle(document.querySelector('[data-room-body] li')).alignItems")).toBe(
      'baseline',
    );
  });
});

describe('What is attached', () => {
  it('stands below no second rule, and its name on one page', async () => {
    for (const channel of ['siem_alert', 'report', 'social_media', 'dashboard', 'regulator_letter'] as const) {
      await show({ channel, body: 'Score   66\nUser   k', attachments: [{ name: 'a.log', kind: 'text', text: 'x' }] });
      const style = `(() => {
        const file = [...document.querySelectorAll('[data-room-body] p:not([inert] *)')].at(-1);
        const { borderTopWidth } = getComputedStyle(file.parentElement);
        return [borderTopWidth, getComputedStyle(file).breakInside];
      })()`;
      expect(await room.page.evaluate(style), channel).toEqual(['0px', 'avoid-column']);
    }
  });
});
