import type { Store } from '../shared/store';
import type { AgentDesk } from './desk';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const TOUCHED = 'parley:touched';
const EVERY = 5_000;
/** The reason why such an agent is away. */
const INACTIVE = 'inactive';
/** Somebody who was here within this time is here. */
const HERE = 60_000;

/**
 * Sets an available agent away who has not touched a console in this browser for a while, and available again who comes back. All
 * windows of a browser count as one; where the agent is busy in another browser, that one sets the presence right at once.
 */
class Idleness {
  readonly #desk: AgentDesk;
  readonly #store: Store;
  readonly #limit: () => number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #written = 0;

  /** @param limit milliseconds without a touch; 0 for never */
  constructor(desk: AgentDesk, store: Store, limit: () => number) {
    this.#desk = desk;
    this.#store = store;
    this.#limit = limit;
  }

  start(): void {
    TOUCHES.forEach((touch) => document.addEventListener(touch, this.#touched, { capture: true, passive: true }));
    this.#touched();
    this.#timer = setInterval(() => this.#look(), EVERY);
  }

  stop(): void {
    TOUCHES.forEach((touch) => document.removeEventListener(touch, this.#touched, { capture: true }));
    clearInterval(this.#timer);
  }

  readonly #touched = (): void => {
    const now = Date.now();
    if (now - this.#written < 1_000) return;
    this.#written = now;
    this.#store.set(TOUCHED, String(now));
    this.#look();
  };

  #look(): void {
    const { presence, reason, live } = this.#desk;
    const limit = this.#limit();
    if (!limit || live.connection.peek() !== 'online') return;
    const quiet = Date.now() - Math.max(this.#written, Number(this.#store.get(TOUCHED)) || 0);
    if (presence.peek() === 'available' && quiet > limit) void this.#desk.setPresence('away', INACTIVE);
    else if (presence.peek() === 'away' && reason.peek() === INACTIVE && quiet < Math.min(HERE, limit)) void this.#desk.setPresence('available');
  }
}

/** What this file gives to the console. */
export interface Idlenesses {
  watch(desk: AgentDesk, store: Store, limit: () => number): () => void;
}

/** Begins to look. @returns what ends it */
export function watch(desk: AgentDesk, store: Store, limit: () => number): () => void {
  const idleness = new Idleness(desk, store, limit);
  idleness.start();
  return () => idleness.stop();
}
