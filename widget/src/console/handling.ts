import type { ConversationView } from '../shared/frames';
import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { Request } from '../shared/transport';
import { Refusal } from '../shared/transport';
import type { AgentDesk } from './desk';

/** What an agent says about a conversation on closing it. */
export interface Closing {
  readonly tags: readonly string[];
  readonly outcome?: string;
}

/** What an agent does with a conversation: closes it, says what it is about, gives it away, asks a colleague in. */
export class Handling {
  /** The code of what the server refused last, until something else works. */
  readonly refusal: Signal<string | undefined> = signal<string | undefined>(undefined);

  readonly #desk: AgentDesk;

  constructor(desk: AgentDesk) {
    this.#desk = desk;
  }

  /** Asks what is to be said about it first, where the company has words for that. */
  askToClose(id: string, andGoOn = false): void {
    const anything = this.#desk.labels.tags.peek().length + this.#desk.labels.outcomes.peek().length;
    if (anything) this.#desk.dialog.value = andGoOn ? 'closeNext' : 'close';
    else void this.close(id, undefined, andGoOn);
  }

  /** Closes it and, where that is wanted, brings the next one to the front. */
  async close(id: string, closing: Closing | undefined, andGoOn: boolean): Promise<void> {
    const next = this.#desk.lists.mine.peek().find((view) => view.id !== id);
    if ((await this.ask({ type: 'close', conversation: id, ...closing })) && andGoOn) this.#desk.show(next?.id);
  }

  /** Says what it is about. Rejects with the server's refusal. */
  async tag(id: string, tags: readonly string[]): Promise<void> {
    const view = await this.#desk.session.put<ConversationView>(`conversations/${id}/tags`, { tags });
    this.#desk.live.learn([{ ...this.#desk.view(id), tags: view.tags ?? [] }]);
  }

  /** Asks a colleague in. */
  async invite(id: string, agent: string, comment: string): Promise<void> {
    await this.ask({ type: 'invite', conversation: id, agent, ...(comment && { comment }) });
  }

  /** Takes part in a colleague's conversation no longer. */
  async leave(id: string): Promise<void> {
    await this.ask({ type: 'leave', conversation: id });
  }

  async transfer(id: string, to: { agent?: string; department?: string }, comment: string): Promise<void> {
    await this.ask({ type: 'transfer', conversation: id, to, ...(comment && { comment }) });
  }

  /** From the colleague who has it. */
  async takeOver(id: string): Promise<void> {
    const me = this.#desk.live.me.peek();
    if (me) await this.transfer(id, { agent: me.id }, '');
  }

  /** Back into the queue of its department, at its old place. */
  async requeue(id: string): Promise<void> {
    const { department } = this.#desk.view(id);
    if (department) await this.transfer(id, { department: department.id }, '');
  }

  /** @returns whether the server did it; otherwise `refusal` says why not */
  async ask(request: Request): Promise<boolean> {
    this.#desk.release();
    try {
      await this.#desk.live.request(request);
      this.refusal.value = undefined;
      return true;
    } catch (problem) {
      this.refusal.value = problem instanceof Refusal ? problem.code : 'unavailable';
      return false;
    }
  }
}
