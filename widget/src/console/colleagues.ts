import type { Presence, PresenceFrame } from '../shared/frames';
import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { AgentSession } from './session';

/** Somebody of the company who answers. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly status: Presence;
  readonly reason?: string;
  /** Has a console open somewhere. */
  readonly connected: boolean;
  readonly photo?: string;
}

/** Who else is there. Asked for when somebody wants to know; from then on the server's news keep it right. */
export class ColleagueBook {
  readonly all: Signal<readonly Colleague[]> = signal<readonly Colleague[]>([]);
  readonly #session: AgentSession;

  constructor(session: AgentSession) {
    this.#session = session;
  }

  async load(): Promise<void> {
    this.all.value = (await this.#session.get<{ items: readonly Colleague[] }>('agents')).items;
  }

  hear({ agent, status, reason }: PresenceFrame): void {
    this.all.value = this.all.peek().map((colleague) => {
      const { reason: _, ...rest } = colleague;
      return colleague.id === agent ? { ...rest, status, ...(reason && { reason }) } : colleague;
    });
  }

  /** For supervisors. Rejects with the server's refusal. */
  async setPresence(id: string, status: Presence): Promise<void> {
    await this.#session.put(`agents/${id}/presence`, { status });
  }
}
