import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { roles } from '#core/scenario/vocabulary.ts';
import { artefactOf, decision, listScriptArtefacts, viewOf } from './pictures.ts';
import { readPages, type SeenLine } from './read-pages.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
afterAll(() => browser.close());

const scripts = listScriptArtefacts();
const nameOf = ({ channel, subject, from }: (typeof scripts)[number]) => `${channel}: ${subject ?? from}`;

/** Columns in their order, each with its lines; one without words is empty. */
function columnsOf(lines: readonly SeenLine[]): readonly (readonly SeenLine[])[] {
  const last = Math.max(0, ...lines.map(({ column }) => column));
  return Array.from({ length: last + 1 }, (_, at) => lines.filter(({ column }) => column === at));
}

/** What a block has on each of the columns that it stands on. */
function partsOf(lines: readonly SeenLine[]): readonly (readonly SeenLine[])[][] {
  const blocks = [...Map.groupBy(lines, ({ block }) => block).values()];
  return blocks.map((own) => columnsOf(own).filter((part) => part.length > 0)).filter((parts) => parts.length > 1);
}

async function linesOf(change: Partial<RoomView>) {
  await room.show(viewOf(change));
  return readPages(room);
}

describe('Pages of the bundled scripts', () => {
  it('are cut beside no fewer than two lines of a paragraph, and never where half a page would have held all of it', async () => {
    for (const artefact of scripts) {
      for (const parts of partsOf(await linesOf({ artefact }))) {
        const lines = parts.map((part) => part.length);
        expect(Math.min(...lines), `${nameOf(artefact)}: ${lines.join(' + ')} lines`).toBeGreaterThanOrEqual(2);
        expect(parts[0]?.[0]?.letters, nameOf(artefact)).toBeGreaterThan(190);
      }
    }
  });

  it('begin with no rest of a number, nor does a line', async () => {
    const everywhere = artefactOf({ body: 'On 9 012 hosts, 2 268 577 rows, +1-555-0142, 12 of 34. '.repeat(9) });
    for (const artefact of [...scripts, everywhere]) {
      const lines = await linesOf({ artefact });
      lines.forEach(({ text, block }, at) => {
        const before = lines[at - 1];
        if (before?.block !== block) return;
        const joint = `${before.text.trimEnd()}|${text}`;
        expect(joint, nameOf(artefact)).not.toMatch(/\d[ -]?\|\d{3}(?!\d|:)/);
      });
    }
  });

  it('have words, each of them, also below a banner and side by side', async () => {
    for (const artefact of scripts) {
      for (const change of [
        { artefact, decision },
        { artefact: artefactOf({}), beside: artefact, decision },
      ]) {
        const empty = columnsOf(await linesOf(change)).filter((column) => column.length === 0);
        expect(empty, nameOf(artefact)).toEqual([]);
      }
    }
  });
});

describe('The sender of an e-mail', () => {
  it('is shown with all of its address, and beneath a banner leaves two lines to the words', async () => {
    const email = scripts.find(({ from }) => from.includes('codehost.invalid'));
    const lines = columnsOf(await linesOf({ artefact: email ?? null, decision }));
    expect(lines[0]?.length).toBeGreaterThanOrEqual(2);
    const clipped = await room.page
      .getByText('<noreply@codehost.invalid>')
      .evaluate(
        ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
          scrollHeight > clientHeight + 16 || scrollWidth > clientWidth,
      );
    expect(clipped).toBe(false);
  });
});

describe('Artefacts of the bundled scripts', () => {
  it('say for whom they were in words, and break no sentence of a report into two rows', () => {
    for (const { channel, from, to, body, subject } of scripts) {
      for (const role of roles) expect([from, to]).not.toContain(role);
      if (channel !== 'report') continue;
      const rows = (body ?? '').split('\n').filter((line) => !/\s{2,}/.test(line.trim()));
      expect(
        rows.filter((line) => /^\p{Ll}/u.test(line)),
        subject ?? from,
      ).toEqual([]);
    }
  });
});

describe('A long paragraph', () => {
  it('is parted rather than leave the page before it nearly empty', async () => {
    const body = `A line.\n\n${'Please state whether personal data were affected. '.repeat(9)}`;
    const [first = []] = columnsOf(await linesOf({ artefact: artefactOf({ body }) }));
    expect(first.length).toBeGreaterThan(4);
  });
});
