import type { FromPanel, Handshake, PageView, ToPanel } from '../shared/port';
import { allows } from './config';

export interface HostOptions {
  readonly site: string;
  readonly origins: readonly string[] | undefined;
  onHandshake(page: PageView, intent: boolean): void;
  onMessage(message: ToPanel): void;
}

/** The line to the loader on the customer's page: one port, taken once, from the parent only, and only from an allowed origin. */
export class HostPage {
  #port: MessagePort | undefined;

  readonly #options: HostOptions;

  constructor(options: HostOptions) {
    this.#options = options;
    addEventListener('message', this.#accept);
  }

  tell(on: FromPanel['on'], detail?: unknown): void {
    this.#port?.postMessage({ on, detail } satisfies FromPanel);
  }

  readonly #accept = (event: MessageEvent): void => {
    const { site, origins, onHandshake, onMessage } = this.#options;
    const handshake = event.data as Partial<Handshake> | null;
    const port = event.ports[0];
    if (event.source !== parent || !port || handshake?.parley !== 1 || handshake.site !== site) return;
    if (!allows(origins, event.origin)) return;
    removeEventListener('message', this.#accept);
    this.#port = port;
    port.onmessage = (message) => onMessage(message.data as ToPanel);
    onHandshake((handshake as Handshake).page, !!handshake.intent);
  };
}
