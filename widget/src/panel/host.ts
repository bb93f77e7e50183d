import type { FromPanel, Handshake, ToPanel } from '../shared/port';
import { allows } from './config';

/** The line to the loader on the customer's page: one port, taken once, from the parent only, and only from an allowed origin. */
export class HostPage {
  /** What the loader says first. It may come before anybody listens. */
  readonly handshake: Promise<Handshake>;
  #port: MessagePort | undefined;

  constructor(site: string, origins: readonly string[] | undefined) {
    this.handshake = new Promise((resolve) => {
      const accept = (event: MessageEvent): void => {
        const handshake = event.data as Partial<Handshake> | null;
        const port = event.ports[0];
        if (event.source !== parent || !port || handshake?.parley !== 1 || handshake.site !== site) return;
        if (!allows(origins, event.origin)) return;
        removeEventListener('message', accept);
        this.#port = port;
        resolve(handshake as Handshake);
      };
      addEventListener('message', accept);
    });
  }

  /** Hears what the loader says after its handshake; until then the port keeps it. */
  listen(listener: (message: ToPanel) => void): void {
    if (this.#port) this.#port.onmessage = ({ data }) => listener(data as ToPanel);
  }

  tell(on: FromPanel['on'], detail?: unknown): void {
    this.#port?.postMessage({ on, detail } satisfies FromPanel);
  }
}
