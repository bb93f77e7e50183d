import type { ReadonlySignal, Signal } from '../shared/signals';
import { effect, signal } from '../shared/signals';
import type { Store } from '../shared/store';
import type { Late } from './late/late';
import type { Later } from './later';

const SWITCH = 'parley.sound';

/** How a visitor who looks elsewhere hears that something has come: a sound, unless switched off, and the count in the title. */
export class Attention {
  readonly sound: Signal<boolean>;

  readonly #store: Store;
  readonly #later: Later<Late>;

  constructor(store: Store, later: Later<Late>) {
    this.#store = store;
    this.#later = later;
    this.sound = signal(!store.get(SWITCH));
  }

  setSound(on: boolean): void {
    this.sound.value = on;
    if (on) this.#store.remove(SWITCH);
    else this.#store.set(SWITCH, 'off');
  }

  /** A message came that was not seen. Before the visitor has touched the page, no browser would let it be heard. */
  ring(): void {
    if (this.sound.peek() && navigator.userActivation?.hasBeenActive !== false) void this.#later.need().then(({ chime }) => chime());
  }

  /** Keeps the number of unread messages in front of the page's title. */
  count(unread: ReadonlySignal<number>): void {
    const plain = document.title;
    effect(() => {
      document.title = unread.value ? `(${unread.value}) ${plain}` : plain;
    });
  }
}
