import type { AgentDesk } from './desk';

/** Of so many conversations everything stays known, so that going back to one asks for nothing. */
const MOST = 20;

/**
 * Which conversations were in front last. Of the others the desk keeps the line in the list and lets go of the rows: an agent's
 * browser is open all day, and hundreds of conversations go through it.
 */
export class Recent {
  #ids: readonly string[] = [];

  constructor(private readonly desk: Pick<AgentDesk, 'live' | 'notes' | 'visitors' | 'offers'>) {}

  /** This one is in front now. */
  add(id: string): void {
    const { live, notes, visitors, offers } = this.desk;
    const ids = [id, ...this.#ids.filter((other) => other !== id)];
    this.#ids = ids.slice(0, MOST);
    const kept = new Set([...this.#ids, ...offers.peek().map(({ conversation }) => conversation)]);
    for (const other of new Set([...live.logs.keys(), ...ids])) {
      if (kept.has(other)) continue;
      live.logs.delete(other);
      notes.forget(other);
      visitors.forget(other);
    }
  }
}
