import type { ConversationView } from '../shared/frames';

/** What is unread first, then what has waited for longest. Times are compared as they are written: hundreds are sorted again and again. */
export function byUrgency(a: ConversationView, b: ConversationView): number {
  return +!!b.unread - +!!a.unread || compare(a.waitingSince ?? a.lastAt ?? '', b.waitingSince ?? b.lastAt ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : +(a > b);
}
