/**
 * What a conversation consists of, as the server tells it: rows (with a seq, in one order for everybody) and notes
 * (agents only, standing behind a seq). Field names are those of the public contract.
 */

export interface Author {
  readonly kind: 'visitor' | 'agent' | 'system';
  readonly id: string;
  readonly name: string;
  readonly avatar?: string;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly state: 'checking' | 'ready' | 'refused';
  /** Whether a small picture of it can be shown. */
  readonly thumbnail?: boolean;
}

interface Said {
  readonly conversation: string;
  readonly id: string;
  readonly at: string;
  readonly author: Author;
  readonly clientId?: string;
  readonly text?: string;
}

interface Numbered extends Said {
  readonly seq: number;
}

/** Words, a file, a voice message or a card: what one side says to the other. */
export interface Message extends Numbered {
  readonly kind: 'text' | 'file' | 'voice' | 'card';
  readonly files?: readonly FileView[];
  /** Id of the message it answers; what was said later to that is in the log. */
  readonly replyTo?: string | undefined;
}

/** Joined, transferred, closed, rated …: stands in the same order as the messages. */
export interface EventRow extends Numbered {
  readonly kind: 'event';
  readonly event?: {
    readonly type: string;
    readonly by?: Author;
    readonly agent?: { readonly id: string; readonly name: string };
    readonly department?: { readonly id: string; readonly name: string };
    readonly reason?: string;
    /** The company's own words about it. */
    readonly text?: string;
  };
}

/** What happened later to the earlier message `of`: a file was checked, words were edited or deleted. */
export interface ChangeRow extends Numbered {
  readonly kind: 'change';
  readonly of: string;
  readonly deleted?: boolean;
  readonly files?: readonly (Partial<FileView> & { readonly id: string })[];
}

export type Row = Message | EventRow | ChangeRow;

/** Internal: takes no seq, stands behind row number `after`. Never sent to a visitor. */
export interface Note extends Said {
  readonly kind: 'note';
  readonly after: number;
}

export type Entry = Row | Note;

export function isNote(entry: Entry): entry is Note {
  return entry.kind === 'note';
}
