import { services } from './guards.mjs';

const live = 'services/application/live-exercise.ts';

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const capturesKept = [
  {
    protection: 'a capture the disk did not take is kept',
    takenOut: 'in memory',
    file: live,
    find: 'isPassing(answer.problem) && this.#unsaved.hold(',
    put: 'answer.problem === null && this.#unsaved.hold(',
    tests: [services('application/unsaved-captures')],
  },
  {
    protection: 'a capture the disk did not take is kept',
    takenOut: 'what was captured later overtakes it',
    file: live,
    find: 'const answer = waiting ? fail(waiting) : await this.#save(command, press);',
    put: 'const answer = await this.#save(command, press);',
    tests: [services('application/captures-in-order')],
  },
  {
    protection: 'a capture the disk did not take is kept',
    takenOut: 'over a restart',
    file: live,
    find: 'unsaved: [...this.#unsaved.held()]',
    put: 'unsaved: []',
    tests: [services('application/unsaved-captures')],
  },
  {
    protection: 'a capture is known again by its own mark',
    takenOut: 'its time, kind and words count',
    file: 'services/application/unsaved-captures.ts',
    find: '(capture.s === undefined ? !isTold(capture, events) : !saved.has(capture.s))',
    put: '!isTold(capture, events)',
    tests: [services('application/same-time-captures')],
  },
  {
    protection: 'a capture is known again by its own mark',
    takenOut: 'one that the disk has after all is saved again',
    file: 'services/application/unsaved-captures.ts',
    find: '!saved.has(capture.s))',
    put: 'saved.size > 0)',
    tests: [services('application/same-time-captures')],
  },
  {
    protection: 'what was shown as saved is not gone when another program wrote there',
    takenOut: 'when it is opened anew',
    file: 'services/application/open-live-exercise.ts',
    find: 'const kept = before\n',
    put: 'const kept = before && false\n',
    tests: [services('application/acknowledged-entries')],
  },
  {
    protection: 'what was shown as saved is not gone when another program wrote there',
    takenOut: 'when Muster ends',
    file: 'services/application/open-exercises.ts',
    find: 'const kept = isChanged\n',
    put: 'const kept = isChanged && false\n',
    tests: [services('application/acknowledged-entries')],
  },
  {
    protection: 'what nothing keeps is said word by word when Muster ends',
    takenOut: 'the words',
    file: live,
    find: 'lost: isKept ? [] :',
    put: 'lost: isKept || !isKept ? [] :',
    tests: [services('application/acknowledged-entries')],
  },
  {
    protection: 'a journal that was cut off is opened anew',
    takenOut: 'asking again changes nothing',
    file: 'services/application/open-exercises.ts',
    find: 'if (this.live.get(exercise)?.isCutOff()) await this.#openAgain(exercise);',
    put: '',
    tests: [services('application/in-the-way')],
  },
];
