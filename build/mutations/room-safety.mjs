const view = 'core/exercise/views/room-view.ts';
const showings = 'core/exercise/views/showings.ts';
const show = 'services/application/room-show.ts';
const rules = ['room-leak', 'room-leak-proof', 'room-shown', 'room-cards'].map(
  (name) => `test/core/exercise/${name}.test.ts`,
);
const application = ['test/services/application/application.test.ts', 'test/services/application/test-card.test.ts'];
const journey = ['test/journeys/room-canary.test.ts'];
const curtain = (takenOut, find, put) => ({
  protection: 'a blank lies over the whole window at once, and rises only over what is released',
  takenOut,
  file: 'renderer/room/draw-room.tsx',
  find,
  put,
  tests: ['test/renderer/room/curtain.test.ts'],
  needsBundles: true,
});
const options = 'options: open.optionsAt ? open.options : null';

/** @param {string} takenOut @param {string} find @param {string} put @param {Partial<import('./try-mutations.mjs').Mutation>} [more] */
const inView = (takenOut, find, put, more = {}) => ({
  protection: 'what the room sees of an inject, a decision, a question',
  takenOut,
  file: view,
  find,
  put,
  tests: rules,
  ...more,
});

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const roomSafety = [
  inView('an inject for named roles is shown', "shown && shown.audience !== 'named'", 'shown', { file: showings }),
  inView(
    'the words of one that is read aloud',
    "areWordsOut: shown.audience !== 'facilitator_reads'",
    'areWordsOut: true',
    { file: showings },
  ),
  inView('its words, as soon as anything is shown', "event.data.show === 'words' && last", 'last', { file: showings }),
  inView(
    'the decision of an inject for named roles',
    "carrier.audience === 'named' ? null : { question, owner, options }",
    '{ question, owner, options }',
  ),
  inView(
    'a decision of one’s own about such an inject',
    "opened?.type !== 'decision_opened' || isPrivateInject(state, opened.data.inject)",
    "opened?.type !== 'decision_opened'",
  ),
  inView('options before they are chosen', options, 'options: open.options'),
  inView('a question about an inject for named roles', '!to_room || isPrivate', '!to_room'),
  inView(
    'a held-back answer of an inject not released',
    'if (inject === undefined || !isReleased(state, inject)) return null;',
    'if (inject === undefined) return null;',
  ),
  inView(
    'the subject of one that is read aloud, in the story',
    'areWordsOut ? shown.subject : (lines.get(id)?.subject ?? null)',
    'shown.subject',
  ),
  inView(
    'an attachment of what only is read aloud',
    'current?.areWordsOut && current.shown.id === inject',
    'current?.shown.id === inject',
    { file: showings },
  ),
  inView(
    'an attachment of another inject',
    'current?.areWordsOut && current.shown.id === inject',
    'current?.areWordsOut',
    { file: showings },
  ),
  inView(
    'beside it, one that was only read aloud',
    'areWordsOut && shown.id !== current.shown.id',
    'shown.id !== current.shown.id',
    { file: showings },
  ),
  inView(
    'where an attached file lies',
    'attachments: shown.attachments.map(({ name, kind, text }) => ({ name, kind, text }))',
    'attachments: shown.attachments',
  ),
  {
    protection: 'the blank lies over everything but what is real',
    takenOut: 'the picture goes on below it',
    file: show,
    find: 'if (isCurtainDown && !isStopped)',
    put: 'if (isCurtainDown && isStopped)',
    tests: application,
  },
  {
    protection: 'the room is shown one exercise, once it has begun',
    takenOut: 'a test card takes the place of an exercise',
    file: 'services/application/answer-room.ts',
    find: "shown && shown.state().phase !== 'not_started'",
    put: 'shown === null',
    tests: application,
  },
  {
    protection: 'nothing of the console reaches the room’s window',
    takenOut: 'in the browser it is told the console’s news',
    file: 'browser/browser-shell.ts',
    find: '      const stop = application.onPicture(createPictureSender(send));\n',
    put: '      application.onNotice(send);\n      const stop = application.onPicture(createPictureSender(send));\n',
    tests: [...journey, 'test/browser/streams.test.ts'],
    needsBundles: true,
    only: 'browser|The room’s stream',
  },
  {
    protection: 'nothing of the console reaches the room’s window',
    takenOut: 'its address gives the console’s files too',
    file: 'services/pages/page-files.ts',
    find: "room: takeReached(built, '/room.html')",
    put: "room: takeReached(built, '/console.html')",
    tests: ['test/browser/rules.test.ts', 'test/build/room-bundle.test.ts'],
    needsBundles: true,
  },
  {
    protection: 'nothing of the console reaches the room’s window',
    takenOut: 'the room’s token opens the console',
    file: 'browser/browser-shell.ts',
    find: 'const tokens = { console: makeToken(), room: makeToken() };',
    put: 'const token = makeToken();\n  const tokens = { console: token, room: token };',
    tests: ['test/browser/rules.test.ts', 'test/browser/page.test.ts', 'test/browser/serve.test.ts'],
    needsBundles: true,
  },
  curtain('it does not come down', "document.documentElement.dataset.curtain = 'down';", ''),
  curtain('what was shown stays behind it', 'later = setTimeout(() => drawPicture(picture, null), behindMs);', ''),
  curtain(
    'it rises before the new picture is drawn',
    '      drawPicture(picture, image);\n      delete document.documentElement.dataset.curtain;',
    '      later = setTimeout(() => drawPicture(picture, image));\n      delete document.documentElement.dataset.curtain;',
  ),
  curtain('a picture told since is drawn over by an older blank', 'clearTimeout(later);', ''),
  {
    ...curtain('what cannot be drawn leaves a black window', ', { onUncaughtError }', ''),
    tests: ['test/renderer/room/newer-version.test.ts'],
  },
  {
    protection: 'no older picture comes after a newer one',
    takenOut: 'a window that hung tells another what it still holds',
    file: 'browser/page/told-once.ts',
    find: '      if (number <= (newest.get(key) ?? -1)) return;\n',
    put: '',
    tests: ['test/browser/speaker.test.ts'],
  },
  inView('options lift a blank', ' && !isAway(change)', ''),
  inView('double braces', 'return withoutBraces<RoomView>({', 'return ((seen: RoomView) => seen)({', {
    tests: ['test/core/exercise/braces-in-the-room.test.ts'],
  }),
  inView(
    'what the script asks about an inject that is still to come',
    "  if (to_room && inject !== undefined && isHeldBack(state, command)) return refuse('not_released', inject);\n",
    '',
    { file: 'core/exercise/decide/live.ts' },
  ),
  {
    protection: 'nobody sees or hears what a window draws to get ready',
    takenOut: 'it is drawn over what is shown',
    file: 'renderer/room/room.css',
    find: 'z-index: -1;',
    put: 'z-index: 1;',
    tests: ['test/renderer/room/warm-up.test.ts'],
    needsBundles: true,
  },
  {
    protection: 'nobody sees or hears what a window draws to get ready',
    takenOut: 'it is read aloud',
    file: 'renderer/room/warm-up.tsx',
    find: "  place.inert = true;\n  place.ariaHidden = 'true';\n",
    put: '',
    tests: ['test/renderer/room/warm-up.test.ts'],
    needsBundles: true,
  },
];
