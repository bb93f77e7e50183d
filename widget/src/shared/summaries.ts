/** The list of conversations as this browser knows it: a pure fold over the frames, like the log. */
import type { Row } from './entries';
import type { Assigned, ConversationView, Mark, Side, StatusFrame } from './frames';

export type Summaries = ReadonlyMap<string, ConversationView>;

/** A list as the server gives it replaces what we knew of those it names. */
export function listed(list: Summaries, views: readonly ConversationView[]): Summaries {
  const known = new Map(list);
  for (const view of views) known.set(view.id, { ...known.get(view.id), ...view });
  return known;
}

export function forgotten(list: Summaries, id: string): Summaries {
  const known = new Map(list);
  known.delete(id);
  return known;
}

/** A row arrived: it moves the head, and counts as unread when the other side said it. */
export function rowArrived(list: Summaries, row: Row, side: Side): Summaries {
  const view = list.get(row.conversation) ?? blank(row.conversation);
  if (row.seq <= view.lastSeq) return list;
  const said = row.kind !== 'event' && row.kind !== 'change';
  const news = {
    lastSeq: row.seq,
    updatedAt: row.at,
    ...(said && { preview: row.text || (row.files?.[0]?.name ?? '') }),
    ...(said && row.author.kind !== side && { unread: (view.unread || 0) + 1 }),
  };
  return patched(list, row.conversation, news);
}

/** Somebody has got or read everything up to a row. Reading by our own side empties the count of unread. */
export function marked(list: Summaries, mark: Mark, side: Side): Summaries {
  const view = list.get(mark.conversation);
  if (!view) return list;
  const by = mark.by ?? (side === 'visitor' ? 'agent' : 'visitor');
  const marks = view[mark.type] ?? {};
  if ((marks[by] ?? 0) >= mark.seq) return list;
  const read = mark.type === 'read' && by === side && mark.seq >= view.lastSeq;
  return patched(list, mark.conversation, {
    [mark.type]: { ...marks, [by]: mark.seq },
    ...(read && { unread: 0 }),
  });
}

export function statusChanged(list: Summaries, frame: StatusFrame): Summaries {
  return patched(list, frame.conversation, { status: frame.status });
}

export function assignedTo(list: Summaries, frame: Assigned): Summaries {
  return patched(list, frame.conversation, { agent: frame.agent, ...(frame.agent && { status: 'open' }) });
}

function patched(list: Summaries, id: string, news: Partial<ConversationView>): Summaries {
  return new Map(list).set(id, { ...(list.get(id) ?? blank(id)), ...news });
}

function blank(id: string): ConversationView {
  return { id, status: 'waiting', lastSeq: 0, unread: 0 };
}
