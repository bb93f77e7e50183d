/** The list of conversations as this browser knows it: a pure fold over the frames, like the log. */
import type { Row } from './entries';
import type { Assigned, ConversationView, Mark, Side, StatusFrame } from './frames';

export type Summaries = ReadonlyMap<string, ConversationView>;

/** A list as the server gives it replaces what we knew, but for the other side's marks, which only frames tell. */
export function listed(list: Summaries, views: readonly ConversationView[]): Summaries {
  const known = new Map(list);
  for (const view of views) {
    const { read, delivered } = known.get(view.id) ?? {};
    known.set(view.id, { ...(read && { read }), ...(delivered && { delivered }), ...view });
  }
  return known;
}

/** A row arrived: it moves the head, and counts as unread when the other side said it. */
export function rowArrived(list: Summaries, row: Row, side: Side): Summaries {
  const view = list.get(row.conversation) ?? blank(row.conversation);
  if (row.seq <= view.lastSeq) return list;
  const said = row.kind !== 'event' && row.kind !== 'change';
  const news = {
    lastSeq: row.seq,
    lastAt: row.at,
    ...(said && { preview: row.text || (row.files?.[0]?.name ?? '') }),
    ...(said && row.author.kind !== side && { unread: view.unread + 1 }),
  };
  return patched(list, row.conversation, news);
}

/** Somebody has got, or read, everything up to a row. Reading by our own side empties the count of unread. */
export function marked(list: Summaries, { type, conversation, seq, by }: Mark, side: Side): Summaries {
  const view = list.get(conversation);
  if (!view) return list;
  if (by.kind !== side) return seq > (view[type] ?? 0) ? patched(list, conversation, { [type]: seq }) : list;
  if (type === 'delivered' || seq <= (view.readSeq ?? 0)) return list;
  return patched(list, conversation, { readSeq: seq, ...(seq >= view.lastSeq && { unread: 0 }) });
}

export function statusChanged(list: Summaries, { conversation, status, origin }: StatusFrame): Summaries {
  return patched(list, conversation, { status, origin, ...(status === 'waiting' && { agent: undefined }) });
}

export function assignedTo(list: Summaries, { conversation, agent, department }: Assigned): Summaries {
  return patched(list, conversation, { agent, ...(department && { department }) });
}

function patched(list: Summaries, id: string, news: Partial<ConversationView>): Summaries {
  return new Map(list).set(id, { ...(list.get(id) ?? blank(id)), ...news });
}

function blank(id: string): ConversationView {
  return { id, status: 'waiting', lastSeq: 0, unread: 0 };
}
