import { type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';
import { injectTags } from '../vocabulary.ts';

/** A red herring, a competing priority and good news, also in the standard session. */
export function checkVariety({ injects }: Scenario): readonly Finding[] {
  return injectTags
    .filter((tag) => tag !== 'press')
    .flatMap((tag) => {
      const tagged = injects.filter(({ tags }) => tags.includes(tag));
      if (tagged.length === 0) return [warning(['injects'], `tags: no inject is a ${tag}`)];
      if (tagged.some(({ priority }) => priority === 'must')) return [];
      return [warning(['injects'], `tags: no must is a ${tag}, so the standard session has none`)];
    });
}
