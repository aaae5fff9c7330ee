import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Of each of these a minute or more, the longest first: begun last, one of them would keep the others waiting at the end. */
const longest = [
  ...['journeys/a-year-by-keyboard', 'renderer/review/review', 'renderer/plan/layout', 'renderer/live/console-states'],
  ...['journeys/room-canary', 'journeys/lost-workspace', 'browser/serve', 'build/guards', 'renderer/review/to-final'],
  ...['renderer/live/hostile-text', 'renderer/plan/programme', 'renderer/live/console-acts', 'renderer/script/script'],
  ...['renderer/review/hostile-forms', 'renderer/room/room', 'services/application/application', 'renderer/plan/plan'],
  ...['faults/row-01-killed-at-every-write', 'electron/processes', 'electron/attacks', 'faults/row-14-asleep'],
];

/** Where nothing is known of an earlier run, as in a fresh clone, vitest goes by the length of the text. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((path) => moduleId.endsWith(`/test/${path}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
