/** The agent's live elements. Light DOM, so that the page's theme and accessibility tools reach them. */
import { render } from 'preact';
import { words } from '../shared/i18n';
import { effect } from '../shared/signals';
import { browserStore } from '../shared/store';
import { Around } from './context';
import { language } from './language';
import { AgentDesk } from './desk';
import type { Idlenesses } from './idleness';
import { later } from './later';
import { AgentSession } from './session';
import type { ConsoleTexts } from './texts';
import { Workspace } from './workspace';

/**
 * The live workspace: queue, conversation and visitor. Put it outside of every region that Faces updates.
 *
 * Attributes: `account` (id of the signed-in account, names the outbox), `company` (its name, for canned responses), `texts` (its words, from `console-texts/<language>.json`, in
 * the language of the page), `login` (address to sign in again),
 * `conversation` (id to open first), `idle` (minutes without a touch after which an available agent is set away; none, or 0: never). Events, all bubbling: `parley:unread` {count}, `parley:presence` {status},
 * `parley:show` {conversation}, `parley:signed-out`.
 */
export class ParleyWorkspace extends HTMLElement {
  #desk: AgentDesk | undefined;
  readonly #ends: (() => void)[] = [];

  connectedCallback(): void {
    const session = new AgentSession(() => document.querySelector<HTMLMetaElement>('meta[name=parley-csrf]')?.content ?? '');
    const desk = (this.#desk = new AgentDesk(session, this.getAttribute('account') ?? ''));
    const texts = JSON.parse(this.getAttribute('texts') ?? '{}') as ConsoleTexts;
    render(
      <Around.Provider value={{ desk, t: words(texts, language()) }}>
        <Workspace login={this.getAttribute('login') ?? '/login'} />
      </Around.Provider>,
      this,
    );
    desk.current.value = this.getAttribute('conversation') ?? undefined;
    desk.start();
    void later<Idlenesses>('idleness').then(({ watch }) => {
      if (this.#desk === desk) this.#ends.push(watch(desk, browserStore(), () => Number(this.getAttribute('idle') ?? 0) * 60_000));
    });
    this.#announce(desk);
  }

  disconnectedCallback(): void {
    this.#ends.splice(0).forEach((end) => end());
    this.#desk?.stop();
    this.#desk = undefined;
    render(null, this);
  }

  #announce(desk: AgentDesk): void {
    this.#ends.push(
      effect(() => this.#tell('unread', { count: desk.lists.mine.value.reduce((sum, view) => sum + view.unread, 0) + desk.offers.value.length })),
      desk.alerts.count(() => desk.lists.mine.value.reduce((sum, view) => sum + view.unread, 0) + desk.offers.value.length),
      effect(() => this.#tell('presence', { status: desk.presence.value })),
      effect(() => this.#tell('show', { conversation: desk.current.value })),
      effect(() => {
        if (desk.live.connection.value === 'ended') this.#tell('signed-out', {});
      }),
    );
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`parley:${name}`, { bubbles: true, detail }));
  }
}

customElements.define('parley-workspace', ParleyWorkspace);
