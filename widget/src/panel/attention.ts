import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { Store } from '../shared/store';
import type { Alerts } from './alerts/alerts';
import type { Later } from './later';

const SWITCH = 'parley.sound';

/** How a visitor who looks elsewhere hears that something has come: a sound, unless switched off. */
export class Attention {
  readonly sound: Signal<boolean>;

  readonly #store: Store;
  readonly #alerts: Later<Alerts>;

  constructor(store: Store, alerts: Later<Alerts>) {
    this.#store = store;
    this.#alerts = alerts;
    this.sound = signal(!store.get(SWITCH));
  }

  setSound(on: boolean): void {
    this.sound.value = on;
    if (on) this.#store.remove(SWITCH);
    else this.#store.set(SWITCH, 'off');
  }

  /** A message came that was not seen. */
  ring(): void {
    if (this.sound.peek()) void this.#alerts.need().then(({ ring }) => ring());
  }
}
