import type { ReadonlySignal } from '../shared/signals';
import { effect, signal } from '../shared/signals';

/** Milliseconds: two or three times a second a list may move under somebody's eyes, not fifty. */
const EVERY = 400;

/**
 * A value made of others, worked out once for all who read it, and where it changes all the time only so often: an agent cannot
 * follow more, and each change is drawn. Nobody looks at a hidden page, whose timers sleep: there it follows at once.
 */
export function paced<T>(work: () => T, every = EVERY): ReadonlySignal<T> {
  const made = signal<T | undefined>(undefined);
  const wake = signal(0);
  let next = 0;
  effect(() => {
    const wait = next - Date.now();
    if (wait > 0 && document.visibilityState === 'visible') {
      // Having read nothing else, it is not run again before that. A read whose value is not used would be minified away.
      setTimeout((turn: number) => (wake.value = turn + 1), wait, wake.value);
      return;
    }
    next = Date.now() + every;
    made.value = work();
  });
  return made as ReadonlySignal<T>;
}
