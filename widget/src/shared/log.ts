/**
 * The log of one conversation as this browser knows it. A pure value: whatever order, repetition or loss the frames
 * arrive with, the same rows give the same log, so that applying frames to an old state equals fetching the new one.
 */
import type { ChangeRow, Entry, EventRow, FileView, Message, Note, Row } from './entries';
import { isNote } from './entries';

export interface Log {
  readonly conversation: string;
  /** By seq, without doubles; may have gaps while something is missing. */
  readonly rows: readonly Row[];
  readonly notes: readonly Note[];
  /** Seq of the last row of the run without a gap that starts at the first known row; 0 while empty. */
  readonly last: number;
  /** The highest seq anyone told us of. */
  readonly head: number;
}

export function emptyLog(conversation: string): Log {
  return { conversation, rows: [], notes: [], last: 0, head: 0 };
}

/** Adds rows and notes, in any order, known ones included. */
export function merge(log: Log, entries: readonly Entry[]): Log {
  const rows = addRows(log.rows, entries.filter((entry): entry is Row => !isNote(entry)));
  const notes = addNotes(log.notes, entries.filter(isNote));
  if (rows === log.rows && notes === log.notes) return log;
  return { ...log, rows, notes, last: endOfRun(rows), head: Math.max(log.head, rows[rows.length - 1]?.seq ?? 0) };
}

/** Somebody says the conversation has reached `seq`. */
export function raiseHead(log: Log, seq: number): Log {
  return seq > log.head ? { ...log, head: seq } : log;
}

/** The last row we have before a hole, where there is one: ask `history` after it. */
export function missingAfter(log: Log): number | undefined {
  return log.rows.length && log.head > log.last ? log.last : undefined;
}

/** Whether rows exist before the first one we know. */
export function hasOlder(log: Log): boolean {
  return (log.rows[0]?.seq ?? 1) > 1;
}

function addRows(known: readonly Row[], fresh: readonly Row[]): readonly Row[] {
  const unknown = fresh.filter((row) => !hasSeq(known, row.seq));
  if (!unknown.length) return known;
  const bySeq = new Map([...known, ...unknown].map((row) => [row.seq, row]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function hasSeq(rows: readonly Row[], seq: number): boolean {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle]?.seq ?? 0;
    if (found === seq) return true;
    if (found < seq) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function addNotes(known: readonly Note[], fresh: readonly Note[]): readonly Note[] {
  const byId = new Map(known.map((note) => [note.id, note]));
  const before = byId.size;
  for (const note of fresh) if (!byId.has(note.id)) byId.set(note.id, note);
  return byId.size === before ? known : [...byId.values()].sort(inOrder);
}

function inOrder(a: Note, b: Note): number {
  return a.after - b.after || compare(a.at, b.at) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function endOfRun(rows: readonly Row[]): number {
  let last = rows[0]?.seq ?? 0;
  for (const row of rows) {
    if (row.seq > last + 1) break;
    last = row.seq;
  }
  return last;
}

/** A message with everything that happened to it later. */
export interface ShownMessage extends Message {
  readonly edited?: boolean;
  readonly deleted?: boolean;
}
export type Shown = ShownMessage | EventRow | Note;

/** What a reader sees, in order: rows with their changes folded in, each note behind its row. */
export function timeline(log: Log): readonly Shown[] {
  const changes = changesByMessage(log.rows);
  const shown: Shown[] = [];
  let note = 0;
  const notesUpTo = (seq: number): void => {
    for (; note < log.notes.length; note++) {
      const next = log.notes[note];
      if (!next || next.after > seq) return;
      shown.push(next);
    }
  };
  for (const row of log.rows) {
    notesUpTo(row.seq - 1);
    if (row.kind === 'event') shown.push(row);
    else if (row.kind !== 'change') shown.push((changes.get(row.id) ?? []).reduce(changed, row));
  }
  notesUpTo(Infinity);
  return shown;
}

function changesByMessage(rows: readonly Row[]): Map<string, ChangeRow[]> {
  const changes = new Map<string, ChangeRow[]>();
  for (const row of rows) {
    if (row.kind === 'change') changes.set(row.of, [...(changes.get(row.of) ?? []), row]);
  }
  return changes;
}

function changed(message: ShownMessage, change: ChangeRow): ShownMessage {
  return {
    ...message,
    ...(change.text !== undefined && { text: change.text, edited: true }),
    ...(change.deleted && { deleted: true }),
    ...(change.files && { files: changedFiles(message.files ?? [], change.files) }),
  };
}

function changedFiles(files: readonly FileView[], news: NonNullable<ChangeRow['files']>): readonly FileView[] {
  return files.map((file) => ({ ...file, ...news.find((changedFile) => changedFile.id === file.id) }));
}
