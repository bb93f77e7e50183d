import { SignedOut } from '../shared/transport';
import type { PageView } from '../shared/port';

/**
 * The visitor's session. The server knows the visitor again by a cookie no script can read; the bearer for the socket and
 * for files lives in this object only, so nothing of it is left in a storage or an address.
 */
export class VisitorSession {
  #current: Promise<string> | undefined;

  readonly #site: string;
  readonly #page: () => PageView;

  constructor(
    site: string,
    page: () => PageView,
  ) {
    this.#site = site;
    this.#page = page;
  }

  token(renew = false): Promise<string> {
    if (renew) this.#current = undefined;
    return (this.#current ??= this.#begin().catch((problem: unknown) => {
      this.#current = undefined;
      throw problem;
    }));
  }

  async #begin(): Promise<string> {
    const answer = await fetch(`/api/v1/sites/${encodeURIComponent(this.#site)}/visitors`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ page: this.#page() }),
    });
    // A site that does not exist or does not want this page will not change its mind while the page stands.
    if ([401, 403, 404].includes(answer.status)) throw new SignedOut(`${answer.status}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return ((await answer.json()) as { token: string }).token;
  }
}
