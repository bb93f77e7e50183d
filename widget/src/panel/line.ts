import type { ReadonlySignal, Signal } from '../shared/signals';
import { effect, signal } from '../shared/signals';
import type { ConnectionState } from '../shared/transport';

export type LineWord = '' | 'lost' | 'back' | 'ended';

const STRIP_AFTER = 2_000;

/** What to say about the line: that it is lost only after two seconds, that it is back for two. Short losses pass unnoticed. */
export function lineOf(connection: ReadonlySignal<ConnectionState>): Signal<LineWord> {
  const line = signal<LineWord>('');
  let timer: ReturnType<typeof setTimeout>;
  effect(() => {
    const state = connection.value;
    const online = state === 'online';
    clearTimeout(timer);
    if (state === 'ended') line.value = 'ended';
    else if (!online) timer = setTimeout(() => (line.value = 'lost'), STRIP_AFTER);
    else if (line.peek()) {
      line.value = 'back';
      timer = setTimeout(() => (line.value = ''), STRIP_AFTER);
    }
  });
  return line;
}
