import { listFeed } from '#core/exercise/views/console-view-feed.ts';
import { listOrder, listPocket } from '#core/exercise/views/console-view-order.ts';
import type { Item } from '../../anywhere/item.ts';
import { openScribe } from './open-scribe.ts';
import type { Needs } from './palette-item.ts';
import { listAlways, listAttached, listScripted } from './palette-more.ts';
import { actWords } from './palette-words.ts';
import { stagedInject } from './release-next.ts';
import { canFinish } from './use-keys.ts';

/** Every act, place, inject, person and entry, as far as this screen may name them. */
export function listItems(live: Needs): readonly Item[] {
  const { state, start, select, open, cover } = live;
  const actItems = live.listActs().map(({ id, name, key, place }) => ({
    id: `act ${id}`,
    name: id.startsWith('room-') ? `Room: ${name}` : name,
    words: actWords[id],
    hint: key ?? place,
    run: () => (id === 'release' ? start('release', stagedInject(live) ?? '') : start(id)),
  }));
  const look = (hint: string, { inject, title }: { readonly inject: string; readonly title: string }) => ({
    id: `inject ${inject}`,
    name: cover === 'none' ? `${inject} ${title}` : inject,
    hint,
    run: () => select(inject),
  });
  const injects = [
    ...listOrder(state, live.pressM()).map((row) => look('Look at this inject', row)),
    ...listPocket(state).map((row) => look('Contingency pocket', row)),
  ];
  const people = (state.setup?.participants ?? []).map(({ name, role }, at) => ({
    id: `person ${at}`,
    name: `${name}, ${role}`,
    hint: 'Arrives or leaves',
    run: () => open({ kind: 'menu', title: name, ids: ['left', 'arrived'], about: role }),
  }));
  const entries = (cover === 'all' ? [] : listFeed(state))
    .filter(({ canBeWithdrawn }) => canBeWithdrawn)
    .map(({ seq, text }) => ({
      id: `entry ${seq}`,
      name: text,
      hint: 'Amend or withdraw',
      run: () => open({ kind: 'menu', title: 'Entry', ids: ['amend', 'withdraw'], about: String(seq) }),
    }));
  const found = [...actItems, ...listPlaces(live), ...listAlways(live)];
  return live.isScribe
    ? [...found, ...entries]
    : [...found, ...listAttached(live), ...injects, ...people, ...listScripted(live), ...entries];
}

/** What is opened and changes nothing by itself. */
function listPlaces(live: Needs): readonly Item[] {
  const { open, cover } = live;
  const screen = {
    id: 'screen',
    name: cover === 'all' ? 'Show notes: only I see this screen' : 'Hide notes: the room sees this screen',
    hint: 'This screen',
    run: () => live.answerShown(cover === 'all' ? 'no' : 'yes'),
  };
  const clocks = {
    id: 'clocks',
    name: 'Legal clocks',
    hint: 'Top',
    run: () => open({ kind: 'clocks', about: '' }),
  };
  const programme = {
    id: 'programme',
    name: 'Programme, home',
    hint: live.state.phase === 'suspended' ? 'The sitting has ended' : 'The exercise goes on',
    run: () => {
      window.location.hash = '#/';
    },
  };
  const notes = { id: 'notes', name: 'Paste the scribe’s notes…', hint: 'Right', run: () => open({ kind: 'notes' }) };
  const finish = { id: 'finish', name: 'Finish by…', hint: 'F', run: () => open({ kind: 'finish' }) };
  if (live.isScribe) return [notes, screen];
  const scribe: Item = {
    id: 'scribe',
    name: 'Open a window for the scribe',
    words: 'scribe second window',
    hint: 'For whoever writes down',
    run: () => openScribe(live.bridge, live.exercise),
  };
  const questions = {
    id: 'questions',
    name: 'Questions from the room: what was promised',
    hint: 'Held-back facts',
    run: () => open({ kind: 'questions' }),
  };
  return [...(canFinish(live) ? [finish, notes, questions, scribe] : []), clocks, screen, programme];
}
