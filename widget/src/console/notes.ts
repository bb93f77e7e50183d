import type { Entry, Note } from '../shared/entries';
import { isNote } from '../shared/entries';
import type { ServerFrame } from '../shared/frames';
import type { LiveConversations } from '../shared/live';
import type { Shown } from '../shared/log';
import type { ReadonlySignal, Signal } from '../shared/signals';
import { signal } from '../shared/signals';

/** Adds notes, in any order, known ones included; a pure value like the log. */
export function mergeNotes(known: readonly Note[], fresh: readonly Note[]): readonly Note[] {
  const byId = new Map([...fresh, ...known].map((note) => [note.id, note]));
  return byId.size === known.length ? known : [...byId.values()].sort(inOrder);
}

/** Puts each note behind the row it stands behind. */
export function withNotes(shown: readonly Shown[], notes: readonly Note[]): readonly (Shown | Note)[] {
  const rest = [...notes];
  const behind = (seq: number): Note[] => {
    const end = rest.findIndex((note) => note.after > seq);
    return rest.splice(0, end < 0 ? rest.length : end);
  };
  return [...shown.flatMap((row) => [...behind(row.seq - 1), row]), ...rest];
}

function inOrder(a: Note, b: Note): number {
  return a.after - b.after || compare(a.at, b.at) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The internal notes of every conversation this agent has in front. They take no seq, so holes in them do not show by
 * themselves: the server counts them in `welcome` and `pong`, and where the count is higher they are asked for.
 */
export class NoteBook {
  readonly #pages = new Map<string, Signal<readonly Note[]>>();
  readonly #asked = new Map<string, number>();

  constructor(private readonly live: LiveConversations) {
    live.listen((frame) => this.#hear(frame));
  }

  of(conversation: string): ReadonlySignal<readonly Note[]> {
    return this.#page(conversation);
  }

  /** Knows nothing of it any more, until it is loaded again. */
  forget(conversation: string): void {
    this.#pages.delete(conversation);
    this.#asked.delete(conversation);
  }

  /** Fetches every note that stands behind the first row we know, or later. */
  async load(conversation: string): Promise<void> {
    const page = this.#page(conversation);
    let after = (this.live.log(conversation).peek().rows[0]?.seq ?? 1) - 1;
    for (let known = -1; known < page.peek().length; ) {
      known = page.peek().length;
      // The answer holds as many as fit into a frame; whether that was all is known when nothing new comes.
      await this.live.request({ type: 'history', conversation, after, limit: 1 });
      after = Math.max(after, page.peek().at(-1)?.after ?? 0);
    }
  }

  #hear(frame: ServerFrame): void {
    if (frame.type === 'message') this.#add([frame]);
    else if (frame.type === 'history') this.#add(frame.messages);
    else if (frame.type === 'ok' && frame.note) this.#add([frame.note]);
    else if (frame.type === 'welcome' || frame.type === 'pong') this.#compare(frame.notes ?? {});
  }

  #add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (!isNote(entry)) continue;
      const { clientId, conversation } = entry;
      if (clientId) this.live.outbox.settle(clientId, conversation);
      const page = this.#page(conversation);
      page.value = mergeNotes(page.peek(), [entry]);
    }
  }

  #compare(counts: Readonly<Record<string, number>>): void {
    for (const [id, count] of Object.entries(counts)) {
      const known = this.#pages.get(id)?.peek();
      // Asked once for each count: older notes may stand before the rows we have loaded.
      if (!known || count <= known.length || this.#asked.get(id) === count) continue;
      this.#asked.set(id, count);
      this.load(id).catch(() => this.#asked.delete(id));
    }
  }

  #page(conversation: string): Signal<readonly Note[]> {
    const page = this.#pages.get(conversation) ?? signal<readonly Note[]>([]);
    this.#pages.set(conversation, page);
    return page;
  }
}
