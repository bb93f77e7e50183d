import { Refusal, SignedOut } from '../shared/transport';

const RENEW_BEFORE_END = 2 * 60_000;

/**
 * The bearer of a signed-in page. The page's session cookie stays out of reach of scripts; it buys short-lived bearers
 * (15 minutes) with the page's anti-forgery value, renewed before they end and dead when the agent signs out.
 */
export class AgentSession {
  #current: Promise<{ token: string; expiresAt: number }> | undefined;

  readonly #csrf: () => string;

  constructor(csrf: () => string) {
    this.#csrf = csrf;
  }

  async token(renew = false): Promise<string> {
    if (renew) this.#current = undefined;
    const held = await this.#fresh();
    if (held.expiresAt - Date.now() > RENEW_BEFORE_END) return held.token;
    this.#current = undefined;
    return (await this.#fresh()).token;
  }

  /** REST with a valid bearer. Rejects with a `Refusal` when the answer is not 2xx. */
  get<T>(path: string): Promise<T> {
    return this.#ask<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.#ask<T>('POST', path, body);
  }

  delete(path: string): Promise<unknown> {
    return this.#ask('DELETE', path);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.#ask<T>('PUT', path, body);
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`/api/v1/${path}`, {
      method,
      headers: { Authorization: `Bearer ${await this.token()}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said = (await answer.json().catch(() => ({}))) as T & { code?: string };
    if (!answer.ok) throw new Refusal(said.code ?? 'unavailable', false);
    return said;
  }

  #fresh(): Promise<{ token: string; expiresAt: number }> {
    return (this.#current ??= this.#begin().catch((problem: unknown) => {
      this.#current = undefined;
      throw problem;
    }));
  }

  async #begin(): Promise<{ token: string; expiresAt: number }> {
    const answer = await fetch('/api/v1/sessions/socket', { method: 'POST', headers: { 'X-Parley-CSRF': this.#csrf() } });
    if ([401, 403].includes(answer.status)) throw new SignedOut(`${answer.status}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { token, expiresAt } = (await answer.json()) as { token: string; expiresAt: string };
    return { token, expiresAt: Date.parse(expiresAt) };
  }
}
