import type { Unsent } from '../../shared/outbox';
import type { AgentDesk } from '../desk';
import { marks } from './canned';
import { signal } from './kit';

type Message = Omit<Unsent, 'clientId' | 'at' | 'failed'>;

const SECONDS = 5;
const SWITCH = 'parley:hold';

/**
 * Replies that wait a moment before they go out, where the agent wants that. One waits at most in each conversation, and no longer than
 * five seconds; it stands in the draft meanwhile, so that a browser that dies leaves it there to be sent. Whatever comes after it in the
 * conversation, and leaving the page, sends it first.
 */
export class Held {
  /** Seconds left, by conversation. */
  readonly left = signal<ReadonlyMap<string, number>>(new Map());
  /** What was said of the switch last. */
  readonly turned = signal<boolean | undefined>(undefined);
  readonly #messages = new Map<string, Message>();
  readonly #timers = new Map<string, ReturnType<typeof setInterval>>();
  #asked = '';

  constructor(private readonly desk: AgentDesk) {
    addEventListener('pagehide', () => this.release());
  }

  /** @returns 'stay' for one that is not to be sent as it stands, true for one that is kept here, false for one to be sent now */
  take(message: Message): 'stay' | boolean {
    const { text, thread } = message;
    if (marks(text).length && this.#asked !== text) {
      this.#asked = text;
      return 'stay';
    }
    this.release(thread);
    if (!this.desk.store.get(SWITCH)) return false;
    this.#messages.set(thread, message);
    this.desk.drafts.change(thread, { held: text });
    this.#show(thread, SECONDS);
    this.#timers.set(
      thread,
      setInterval(() => {
        const left = (this.left.peek().get(thread) ?? 0) - 1;
        if (left > 0) this.#show(thread, left);
        else this.release(thread);
      }, 1000),
    );
    return true;
  }

  /** What waits there, or everything, goes out now. */
  release(thread?: string): void {
    for (const [id, message] of [...this.#messages]) {
      if (thread && id !== thread) continue;
      this.#forget(id);
      // First into the outbox, which outlives the page, then out of the draft.
      this.desk.live.outbox.add(message);
      this.desk.drafts.change(id, { held: undefined });
    }
  }

  /** Back into the field, before what was written since. @returns whether something waited there */
  undo(thread: string): boolean {
    const message = this.#messages.get(thread);
    if (!message) return false;
    this.#forget(thread);
    const { text, mode, quote } = this.desk.drafts.change(thread, {});
    // Among colleagues stays among colleagues: beside a note that is being written it comes back as one.
    const into = text.trim() ? mode : 'reply';
    this.desk.write(thread, { mode: into, text: [message.text, text].filter(Boolean).join('\n'), quote: quote ?? message.replyTo, held: undefined });
    return true;
  }

  waiting(thread: string): Message | undefined {
    return this.#messages.get(thread);
  }

  turn(): void {
    const on = !this.desk.store.get(SWITCH);
    if (on) this.desk.store.set(SWITCH, 'on');
    else {
      this.release();
      this.desk.store.remove(SWITCH);
    }
    this.turned.value = on;
    setTimeout(() => (this.turned.value = undefined), SECONDS * 1000);
  }

  #forget(thread: string): void {
    clearInterval(this.#timers.get(thread));
    this.#timers.delete(thread);
    this.#messages.delete(thread);
    this.#show(thread, 0);
  }

  #show(thread: string, seconds: number): void {
    const left = new Map(this.left.peek());
    if (seconds) left.set(thread, seconds);
    else left.delete(thread);
    this.left.value = left;
  }
}
