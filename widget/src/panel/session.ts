import type { PageView } from '../shared/port';
import { Refusal, SignedOut } from '../shared/transport';

/** What the customer's page knows of its visitor. An `identity` is a token signed by the company's own server. */
export interface VisitorDetails {
  readonly name?: string;
  readonly email?: string;
  readonly identity?: string;
  /** Whatever else the page says of its visitor. */
  readonly attributes?: object;
  /** Not whoever this browser was before. */
  readonly another?: boolean;
}

/**
 * The visitor's session. The server knows the visitor again by a cookie no script can read; the bearer for the socket and
 * for files lives in this object only, so nothing of it is left in a storage or an address.
 */
export class VisitorSession {
  #current: Promise<string> | undefined;

  readonly #site: string;
  readonly #page: () => PageView;
  readonly #away: () => void;

  /** @param away hears that nobody is let in from here */
  constructor(
    site: string,
    page: () => PageView,
    away: () => void,
  ) {
    this.#site = site;
    this.#page = page;
    this.#away = away;
  }

  /** Tells the desk who this is. @throws Refusal with the desk's code and words when it does not take it */
  async introduce(details: VisitorDetails): Promise<void> {
    // After a session that is just beginning, or it would be another visitor's.
    const before = this.#current;
    const token = (this.#current = Promise.resolve(before)
      .catch(() => '')
      .then(() => this.#begin(details)));
    await token.catch((problem: unknown) => {
      this.#current = before;
      throw problem;
    });
  }

  token(renew = false): Promise<string> {
    if (renew) this.#current = undefined;
    return (this.#current ??= this.#begin().catch((problem: unknown) => {
      this.#current = undefined;
      throw problem;
    }));
  }

  async #begin(details: VisitorDetails = {}): Promise<string> {
    const answer = await fetch(`/api/v1/sites/${encodeURIComponent(this.#site)}/visitors`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...details, page: this.#page(), timeZone: timeZone() }),
    });
    const { status } = answer;
    // A site that does not exist, does not want this page or is away will not change its mind while the page stands.
    if (status > 400 && status < 405) {
      this.#away();
      throw new SignedOut();
    }
    const said = (await answer.json()) as { token: string; code: string; detail?: string };
    if (!answer.ok) throw new Refusal(said.code, false, said.detail);
    return said.token;
  }
}

/** The first `Intl` of a page takes tens of milliseconds; browsers with `Temporal` know the zone at once. */
function timeZone(): string {
  const { Temporal } = globalThis as { Temporal?: { readonly Now: { timeZoneId(): string } } };
  return Temporal ? Temporal.Now.timeZoneId() : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
