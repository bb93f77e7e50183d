/** A desk in memory that speaks as docs/protocol.md says: the other side of the property tests. */
import type { Author, Entry, Note, Row } from '../../src/shared/entries';
import type { History, MessageFrame, ServerFrame } from '../../src/shared/frames';

export const VISITOR: Author = { kind: 'visitor', id: 'v1', name: 'Lena' };
export const AGENT: Author = { kind: 'agent', id: 'a1', name: 'Mia' };
export const SYSTEM: Author = { kind: 'system', id: 'system', name: '' };
export const CONVERSATION = 'c1';

/** Omits from each member of a union, which Omit alone does not. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type NewRow = Without<Row, 'conversation' | 'seq' | 'id' | 'at'>;

export class Desk {
  readonly rows: Row[] = [];
  readonly notes: Note[] = [];

  append(row: NewRow): Row {
    const seq = this.rows.length + 1;
    const full = { ...row, conversation: CONVERSATION, seq, id: `${CONVERSATION}-${seq}`, at: this.now() } as Row;
    this.rows.push(full);
    return full;
  }

  note(text: string): Note {
    const note: Note = {
      kind: 'note',
      conversation: CONVERSATION,
      id: `n${this.notes.length + 1}`,
      after: this.rows.length,
      at: this.now(),
      author: AGENT,
      text,
    };
    this.notes.push(note);
    return note;
  }

  /** As the server answers: rows after, or the last ones before, and notes only after a seq. */
  history({ after, before, limit = 50 }: { after?: number; before?: number; limit?: number }): History {
    const found =
      after === undefined ? this.rows.filter((row) => row.seq < (before ?? Infinity)) : this.rows.filter((row) => row.seq > after);
    const kept = after === undefined ? found.slice(-limit) : found.slice(0, limit);
    const notes = after === undefined ? [] : this.notes.filter((note) => note.after >= after);
    return { type: 'history', conversation: CONVERSATION, messages: [...kept, ...notes], more: found.length > limit };
  }

  heads(): ServerFrame {
    return { type: 'pong', heads: { [CONVERSATION]: this.rows.length }, notes: { [CONVERSATION]: this.notes.length } };
  }

  private now(): string {
    return new Date(Date.UTC(2026, 0, 1) + (this.rows.length + this.notes.length) * 1000).toISOString();
  }
}

export function frame(entry: Entry): MessageFrame {
  return { ...entry, type: 'message' };
}
