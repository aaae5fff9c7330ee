// Each state of the room's screen.
import { ask, openPage, shoot } from './camera.mjs';
import { give, startExercise } from './play.mjs';

/** Inject of Q2 and the kind it is drawn as. */
const kinds = [
  ['Q2-010', 'customer-ticket'],
  ['Q2-020', 'siem-alert'],
  ['Q2-030', 'dashboard'],
  ['Q2-040', 'ransom-note'],
  ['Q2-050', 'email'],
  ['Q2-060', 'chat'],
  ['Q2-070', 'sms'],
  ['Q2-080', 'phone-call'],
  ['Q2-110', 'report'],
  ['Q2-130', 'social-media'],
];

export async function takeRoom(browser, muster) {
  const page = await openPage(browser, muster.console);
  const room = await openPage(browser, muster.room);
  await shoot(room, 'room-waiting');
  await ask(page, 'show_test_card', { tlp: 'TLP:AMBER+STRICT' });
  await shoot(room, 'room-test-card');
  const exercise = await startExercise(page, { lengthMin: 165 });
  const tell = (command) => give(page, exercise, command);
  const show = (card, minutes) => tell({ type: 'change_room', show: card, ...(minutes ? { minutes } : {}) });
  for (const [inject, kind] of kinds) {
    await muster.passMinutes(8);
    await tell({ type: 'release_inject', inject, already_done: false });
    await shoot(room, `room-${kind}`);
    if (kind === 'phone-call') {
      await show('words');
      await shoot(room, 'room-phone-call-words');
    }
    if (kind === 'sms') {
      await tell({ type: 'open_decision', decision: 'D3' });
      await shoot(room, 'room-decision-banner');
    }
  }
  await tell({ type: 'change_room', show: 'compare', inject: 'Q2-050' });
  await shoot(room, 'room-two-beside');
  for (const card of ['discuss', 'sitrep', 'break', 'welcome']) {
    await show(card, card === 'break' ? 10 : undefined);
    await shoot(room, `room-${card}`);
  }
  await show('timer', 5);
  await shoot(room, 'room-timer');
  await show('artefact');
  await ask(page, 'draw_curtain', { down: true });
  await shoot(room, 'room-blank');
  await ask(page, 'draw_curtain', { down: false });
  await tell({ type: 'stop_for_real_world', reason: 'Smoke alarm' });
  await shoot(room, 'room-real-world');
  await tell({ type: 'resume_exercise' });
  await tell({ type: 'end_exercise' });
  await shoot(room, 'room-end');
  await room.context().close();
  await page.context().close();
}
