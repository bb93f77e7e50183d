import { chime } from '../shared/chime';
import type { Signal } from '../shared/signals';
import { effect, signal } from '../shared/signals';
import type { Store } from '../shared/store';
import type { AgentDesk } from './desk';

const SOUND = 'parley:sound';
const CHIME_EVERY = 1_000;

/** How an agent who looks elsewhere hears of an offer or a message: a sound, the system's notifications, the page's title. */
export class Alerts {
  readonly sound: Signal<boolean>;
  readonly notifications: Signal<boolean>;

  /** A busy agent hears one bell a second, not fifty. */
  #quietUntil = 0;
  readonly #desk: AgentDesk;
  readonly #store: Store;

  constructor(desk: AgentDesk, store: Store) {
    this.#desk = desk;
    this.#store = store;
    this.sound = signal(!store.get(SOUND));
    this.notifications = signal(allowed());
  }

  toggleSound(): void {
    this.sound.value = !this.sound.peek();
    if (this.sound.peek()) {
      this.#store.remove(SOUND);
      chime();
    } else this.#store.set(SOUND, 'off');
  }

  /** Browsers ask only upon a gesture, and only once. */
  async askForNotifications(): Promise<void> {
    if ('Notification' in window) await Notification.requestPermission();
    this.notifications.value = allowed();
  }

  /** Somebody wants an answer. `conversation` is shown when the notification is clicked. */
  call(title: string, body: string, conversation: string): void {
    if (this.sound.peek() && navigator.userActivation?.hasBeenActive !== false && Date.now() >= this.#quietUntil) {
      this.#quietUntil = Date.now() + CHIME_EVERY;
      chime();
    }
    // In this order: to ask for the permission is to ask another process.
    if (document.visibilityState === 'visible' || !allowed()) return;
    // One a conversation: a talkative visitor does not fill the screen.
    const notification = new Notification(title, { body, tag: conversation });
    notification.onclick = () => {
      window.focus();
      this.#desk.show(conversation);
      notification.close();
    };
  }

  /** Keeps the number of what waits for this agent in front of the page's title. */
  count(waiting: () => number): () => void {
    const plain = document.title;
    return effect(() => {
      document.title = waiting() ? `(${waiting()}) ${plain}` : plain;
    });
  }
}

function allowed(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}
