import type { ConversationView } from '../shared/frames';

/** What is due first, of what is promised nothing after that; then what is unread, then what has waited for longest. Times are compared as they are written: hundreds are sorted again and again. */
export function byUrgency(a: ConversationView, b: ConversationView): number {
  return compare(a.target?.dueAt ?? '~', b.target?.dueAt ?? '~') || +!!b.unread - +!!a.unread || compare(a.waitingSince ?? a.lastAt ?? '', b.waitingSince ?? b.lastAt ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : +(a > b);
}
