import type { ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import type { Cover } from './live-context.tsx';

/** Whether those who play must not read what stands about this inject. */
export function isFolded(cover: Cover, { isReleased }: Pick<ConsoleInject, 'isReleased'>): boolean {
  return cover === 'all' || (cover === 'coming' && !isReleased);
}
