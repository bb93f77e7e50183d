/** What the loader (on the customer's page) and the panel (in its frame) say to each other over their MessageChannel. */

/** First and only window message, to the panel's exact origin, with one port. */
export interface Handshake {
  readonly parley: 1;
  readonly site: string;
  readonly page: PageView;
  /** The visitor has shown intent, now or earlier: only then may the panel open a session. */
  readonly intent: boolean;
}

export interface PageView {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** From the loader. */
export type ToPanel =
  | { readonly do: 'shown' | 'hidden' }
  | { readonly do: 'page'; readonly page: PageView }
  | { readonly do: 'call'; readonly name: string; readonly args: readonly unknown[] };

/** From the panel. `close` asks for the panel to be hidden, `away` for the button too; everything else is news for the page's listeners. */
export interface FromPanel {
  readonly on: 'ready' | 'open' | 'close' | 'unread' | 'talking' | 'message' | 'sent' | 'agent' | 'queue' | 'offline' | 'away' | 'error';
  readonly detail?: unknown;
}
