/**
 * The log of one conversation as this browser knows it. A pure value: whatever order, repetition or loss the frames
 * arrive with, the same rows give the same log, so that applying frames to an old state equals fetching the new one.
 * It knows no notes: those are the console's alone, see console/notes.ts.
 */
import type { ChangeRow, EventRow, FileView, Message, Row } from './entries';

export interface Log {
  /** By seq, without doubles; may have gaps while something is missing. */
  readonly rows: readonly Row[];
  /** Seq of the last row of the run without a gap that starts at the first known row; 0 while empty. */
  readonly last: number;
  /** The highest seq anyone told us of. */
  readonly head: number;
}

export const EMPTY: Log = { rows: [], last: 0, head: 0 };

/** Adds rows, in any order, known ones included. */
export function merge(log: Log, fresh: readonly Row[]): Log {
  const bySeq = new Map(log.rows.map((row) => [row.seq, row]));
  for (const row of fresh) if (!bySeq.has(row.seq)) bySeq.set(row.seq, row);
  if (bySeq.size === log.rows.length) return log;
  const rows = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  let last = 0;
  for (const { seq } of rows) if (!last || seq === last + 1) last = seq;
  return { rows, last, head: Math.max(log.head, rows.at(-1)?.seq ?? 0) };
}

/** Somebody says the conversation has reached `seq`. */
export function raiseHead(log: Log, seq: number): Log {
  return seq > log.head ? { ...log, head: seq } : log;
}

/** The last row we have before a hole, where there is one: ask `history` after it. 0 means that nothing is missing. */
export function missingAfter({ head, last }: Log): number {
  return head > last ? last : 0;
}

/** Whether rows exist before the first one we know. */
export function hasOlder(log: Log): boolean {
  return (log.rows[0]?.seq ?? 1) > 1;
}

/** A message with everything that happened to it later. */
export interface ShownMessage extends Message {
  readonly edited?: boolean;
  readonly deleted?: boolean;
}
export type Shown = ShownMessage | EventRow;

/** What a reader sees, in order: every row, with its changes folded in. */
export function timeline({ rows }: Log): readonly Shown[] {
  const shown = new Map<string, Shown>();
  for (const row of rows) if (row.kind !== 'change') shown.set(row.id, row);
  for (const row of rows) {
    const message = row.kind === 'change' && shown.get(row.of);
    if (message && message.kind !== 'event') shown.set(message.id, changed(message, row as ChangeRow));
  }
  return [...shown.values()];
}

function changed(message: ShownMessage, { text, deleted, files }: ChangeRow): ShownMessage {
  return {
    ...message,
    ...(text !== undefined && { text, edited: true }),
    ...(deleted && { deleted }),
    ...(files && message.files && { files: changedFiles(message.files, files) }),
  };
}

function changedFiles(files: readonly FileView[], news: NonNullable<ChangeRow['files']>): readonly FileView[] {
  return files.map((file) => ({ ...file, ...news.find(({ id }) => id === file.id) }));
}
