import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomImage, RoomPicture } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { makePng } from '../../support/make-png.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/scripts');
const png = makePng({ width: 40, height: 20 });
const attached = `attachments:
      - {name: "Hosts", kind: csv, file: hosts.csv}
      - {name: "Plan", kind: image, file: parts/plan.png}
      - {name: "Note", kind: text, text: "Ask {{org.name}} first."}`;
const clock = handClock().clock;

let workspace: string;
let muster: Awaited<ReturnType<typeof openMuster>>;
let exercise: string;
let shown: { picture: RoomPicture; image: RoomImage | null };

beforeEach(async () => {
  workspace = await newWorkspace();
  const scripts = join(workspace, 'scenarios');
  await mkdir(join(scripts, 'parts'), { recursive: true });
  const base = await readFile(join(fixtures, 'base.yaml'), 'utf8');
  await writeFile(join(scripts, 'own.yaml'), base.replace(/attachments: .*/, attached));
  await writeFile(join(scripts, 'hosts.csv'), await readFile(join(fixtures, 'hosts.csv')));
  await writeFile(join(scripts, 'parts/plan.png'), png);
  await open();
  need(await muster.ask.fill_plan({ script: 'own' }));
  exercise = need(await muster.ask.start_exercise({ script: 'own' })).exercise;
  await rm(scripts, { recursive: true });
  await give({ type: 'release_inject', inject: 'B-010' });
});
afterEach(() => muster.close());

async function open() {
  muster = await openMuster(workspace, clock);
  muster.application.onPicture((picture, image) => {
    shown = { picture, image };
  });
}

async function give(command: Parameters<typeof muster.ask.give_command>[0]['command']) {
  need(await muster.ask.give_command({ exercise, command, pressedM: null }));
}

const show = (attachment: number) => give({ type: 'change_room', show: 'attachment', inject: 'B-010', attachment });
const view = (): RoomView | null => (shown.picture.show === 'view' ? shown.picture.view : null);
const content = () => expect.poll(() => view()?.enlarged?.content);
const hosts = { is: 'table', head: ['host', 'owner'], rows: [['bi-01', 'Data']] };

describe('What is attached to an inject', () => {
  it('is kept with the exercise, and shown although the script and its files are gone', async () => {
    await show(1);
    await content().toMatchObject(hosts);
    await show(3);
    await content().toMatchObject({ is: 'text', text: expect.stringMatching(/^Ask [^{]+ first\.$/) });
    await show(2);
    await content().toMatchObject({ is: 'image', width: 40, height: 20 });
    expect(shown.image?.url).toBe(`data:image/png;base64,${png.toString('base64')}`);
    expect(need(await muster.ask.load_room_image({})).image).toEqual(shown.image);
  });

  it('comes back after a restart, and goes when it is taken back', async () => {
    await show(2);
    await content().toMatchObject({ is: 'image' });
    await muster.close();
    await open();
    await content().toMatchObject({ is: 'image', width: 40 });
    await expect.poll(() => shown.image?.url.length).toBeGreaterThan(40);
    await give({ type: 'undo_last' });
    expect([view()?.enlarged, shown.image]).toEqual([null, null]);
    expect(need(await muster.ask.load_room_image({})).image).toBeNull();
  });

  it('is behind the curtain, bytes and all, and in front of the room again when that is lifted', async () => {
    await show(2);
    await content().toMatchObject({ is: 'image' });
    need(await muster.ask.draw_curtain({ down: true }));
    expect([shown.picture.show, shown.image]).toEqual(['blank', null]);
    need(await muster.ask.draw_curtain({ down: false }));
    await content().toMatchObject({ is: 'image' });
    expect(shown.image?.url.length).toBeGreaterThan(40);
  });

  it('is a mark without any path where its file has gone or was damaged meanwhile', async () => {
    const folder = join(workspace, 'exercises', exercise, 'attachments');
    expect((await readdir(folder)).sort()).toEqual(['1-1.csv', '1-2.png']);
    await rm(join(folder, '1-1.csv'));
    await writeFile(join(folder, '1-2.png'), png.subarray(0, 30));
    for (const attachment of [1, 2]) {
      await show(attachment);
      await content().toEqual({ is: 'none' });
      expect(JSON.stringify(shown)).not.toMatch(/hosts\.csv|plan\.png|1-1|exercises/);
    }
    const asked = { of: { exercise }, inject: 'B-010', attachment: 1 };
    expect(need(await muster.ask.load_attachment(asked)).problem).toBe('does not exist');
  });

  it('is told to nobody before it is shown, but to the facilitator who asks for it', async () => {
    expect(view()?.artefact?.attachments.map(({ name, text }) => [name, text === null])).toEqual([
      ['Hosts', true],
      ['Plan', true],
      ['Note', false],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/hosts\.csv|bi-01|base64/);
    const asked = { of: { exercise }, inject: 'B-010', attachment: 1 };
    expect(need(await muster.ask.load_attachment(asked)).content).toMatchObject(hosts);
  });
});

describe('Two side by side', () => {
  const pages = () => (shown.picture.show === 'view' ? [shown.picture.page, shown.picture.pageBeside] : []);
  const improvise = (title: string) =>
    give({ type: 'improvise_inject', title, channel: 'email', from: 'A', to: 'B', body: 'C', roles: [] });

  it('turn each its own page, over a restart too, and begin with the first where either is new', async () => {
    await improvise('Another');
    await give({ type: 'change_room', show: 'compare', inject: 'B-010' });
    need(await muster.ask.turn_room_page({ page: 2 }));
    need(await muster.ask.turn_room_page({ page: 3, side: 'beside' }));
    expect(pages()).toEqual([2, 3]);
    await improvise('A third');
    await give({ type: 'change_room', show: 'compare', inject: 'AH-1' });
    expect(pages()).toEqual([0, 0]);
    await muster.close();
    await open();
    await expect.poll(() => view()?.beside?.subject ?? view()?.beside?.body).toBe('C');
  });
});
