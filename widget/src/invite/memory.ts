/**
 * What is remembered of a visitor on the customer's own origin, in the loader's one item `parley`: its first character is the loader's flag
 * of intent, what follows is this. No id, no token, no address of a page. Where nothing can be kept nobody is invited: it could come twice.
 */
export interface Memory {
  /** Seen in this visit. */
  pages: number;
  /** When the last one was opened, in minutes since 1970. */
  at: number;
  /** There was a visit before this one. */
  back: boolean;
  /** In this visit an invitation has been shown. */
  asked: boolean;
  /** Ids of the rules whose words this visitor has seen. */
  seen: readonly string[];
}

const ITEM = 'parley';
/** So many minutes without another page end a visit. */
const VISIT = 30;
/** A site has ten rules; those that it had before need not be remembered for ever. */
const MOST_SEEN = 40;

const FRESH: Memory = { pages: 0, at: 0, back: false, asked: false, seen: [] };

/** What is remembered; undefined where nothing can be. */
export function recall(): Memory | undefined {
  try {
    return { ...FRESH, ...(JSON.parse(localStorage.getItem(ITEM)?.slice(1) || '{}') as Partial<Memory>) };
  } catch {
    return undefined;
  }
}

/** Whether it is kept. The loader's flag stays what it is. */
export function keep(memory: Memory): boolean {
  try {
    const intent = localStorage.getItem(ITEM)?.[0] ?? '0';
    localStorage.setItem(ITEM, intent + JSON.stringify(memory));
    return true;
  } catch {
    return false;
  }
}

/** Whether the visitor has ever opened the chat: then its frame is there, and knows whether there is a conversation. */
export function intended(): boolean {
  return localStorage.getItem(ITEM)?.[0] === '1';
}

/** Another page is seen. @param again the same as before, loaded anew */
export function arrived({ at, back, ...before }: Memory, minute: number, again: boolean): Memory {
  if (minute - at > VISIT) return { pages: 1, at: minute, back: back || at > 0, asked: false, seen: before.seen };
  return { ...before, pages: Math.max(1, before.pages + +!again), at: minute, back };
}

/** The visitor has seen the words of a rule. */
export function asked(memory: Memory, id: string): Memory {
  return { ...memory, asked: true, seen: [...memory.seen, id].slice(-MOST_SEEN) };
}
