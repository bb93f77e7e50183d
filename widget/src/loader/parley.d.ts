/**
 * What a customer's page can say to Parley's widget, and hears from it: for pages written in TypeScript. Served as
 * `/widget/parley.d.ts`; what each command does stands in `widget/README.md`.
 */
export interface Said {
  readonly name?: string;
  readonly email?: string;
  /** Anything else: at most 20 names of at most 40 characters, texts of at most 200; null or '' forgets. Agents see it as claimed. */
  readonly [attribute: string]: string | number | boolean | null | undefined;
}

export interface ParleyEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  /** How many messages wait unread. */
  unread: number;
  /** Whether the visitor has a conversation that is not closed; told once the desk has said so, and when that changes. */
  talking: boolean;
  message: { readonly conversation: string };
  sent: { readonly conversation: string };
  agent: { readonly name: string };
  /** Places before and including the visitor's own. */
  queue: { readonly position: number };
  /** The site lets nobody in at present; the button hides. */
  away: undefined;
  /** What the desk did not take, and why. Without a `code` it could not be asked. */
  error: { readonly code?: string; readonly message?: string };
}

export interface Parley {
  (command: 'open' | 'close' | 'toggle' | 'hide' | 'show' | 'page' | 'logout' | 'destroy'): void;
  (command: 'update', said: Said): void;
  (command: 'locale' | 'identify' | 'prefill', text: string): void;
  <E extends keyof ParleyEvents>(command: 'on', event: E, listener: (detail: ParleyEvents[E]) => void): void;
  <E extends keyof ParleyEvents>(command: 'off', event: E, listener?: (detail: ParleyEvents[E]) => void): void;
}

declare global {
  interface Window {
    Parley?: Parley;
  }
}
