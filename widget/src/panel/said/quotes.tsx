import type { JSX } from 'preact';
import type { Log, Shown, ShownMessage } from '../../shared/log';
import { EMPTY, hasOlder, timeline } from '../../shared/log';
import type { Unsent } from '../../shared/outbox';
import type { Quoted } from '../../shared/quotes';
import { excerpt, quoted } from '../../shared/quotes';
import type { Signal } from '../../shared/signals';
import { Icon, IconButton, signal, t, visit } from '../late/kit';
import { following } from './reader';

const ARROW = 'M9.5 6l-5 5 5 5M4.5 11H14a5.500 5.500 0 0 1 5.500 5.500V18';
/** Older pages that a jump loads at most: some thousand messages. */
const MOST_PAGES = 60;

/** What the words being written answer, by conversation. */
let chosen: Signal<ReadonlyMap<string, string | undefined>>;
/** The message that takes the focus as soon as it is drawn. */
let sought: Signal<string | undefined>;

/** When the panel has lent what it takes. */
export function beginQuotes(): void {
  chosen = signal<ReadonlyMap<string, string | undefined>>(new Map());
  sought = signal<string | undefined>(undefined);
}

function choose(conversation: string, message?: string): void {
  chosen.value = new Map(chosen.peek()).set(conversation, message);
  document.querySelector('textarea')?.focus();
}

/** What the words answer that are sent now; the next ones answer nothing. */
export function take(conversation: string): string | undefined {
  const message = chosen.peek().get(conversation);
  if (message) choose(conversation);
  return message;
}

/** Each quote looks into the same log, and there may be hundreds. */
let looked: { readonly log: Log; readonly shown: readonly Shown[] } = { log: EMPTY, shown: [] };

function original(conversation: string, replyTo: string): Quoted {
  const log = visit.live.log(conversation).value;
  if (log !== looked.log) looked = { log, shown: timeline(log) };
  return quoted(log, looked.shown, replyTo);
}

function nameOf({ author }: ShownMessage): string {
  return author.kind === 'visitor' ? t('you') : author.name || t('team');
}

/** The button beside a message. */
export function Answer({ message }: { readonly message: ShownMessage }): JSX.Element | null {
  const { id, conversation } = message;
  const label = t('reply', { name: nameOf(message) });
  const arrive = (button: HTMLElement | null): void => {
    // Preact tells of an element before it stands in the document.
    if (button) queueMicrotask(() => show(button.parentElement as HTMLElement));
  };
  return message.deleted ? null : (
    <button type="button" class="ib answer" aria-label={label} title={label} ref={sought.value === id ? arrive : null} onClick={() => choose(conversation, id)}>
      <Icon name={ARROW} />
    </button>
  );
}

function show(message: HTMLElement): void {
  sought.value = undefined;
  message.tabIndex = -1;
  message.scrollIntoView({ block: 'center' });
  message.focus({ preventScroll: true });
}

/** What a message answers: who said it and its first words. Leads to it. */
export function Quote({ said }: { readonly said: ShownMessage | Unsent }): JSX.Element | null {
  const { conversation, replyTo } = said;
  if (!replyTo || !conversation) return null;
  const found = original(conversation, replyTo);
  if (!found) return null;
  const seek = async (event: Event): Promise<void> => {
    event.preventDefault();
    const log = visit.live.log(conversation);
    const there = (): boolean => log.peek().rows.some(({ id }) => id === replyTo);
    for (let page = 0; !there() && hasOlder(log.peek()) && page < MOST_PAGES; page++) {
      // Where it is going to be must not scroll away.
      following.atEnd = false;
      await visit.live.openOlder(conversation);
    }
    if (there()) sought.value = replyTo;
  };
  return (
    <a class="quote" href={`#${replyTo}`} onClick={(event) => void seek(event).catch(() => undefined)}>
      <Words found={found} />
    </a>
  );
}

function Words({ found }: { readonly found: Quoted }): JSX.Element {
  const message = found === 'earlier' ? undefined : found;
  return (
    <>
      <b>
        <span class="vh">{t('reply', { name: '' })}</span>
        <bdi>{message && nameOf(message)}</bdi>
      </b>
      <span dir="auto">{!message ? t('older') : message.deleted ? t('deleted') : excerpt(message)}</span>
    </>
  );
}

/** What is being answered, above the words. Its button, or Escape, leaves it out. */
export function Replying({ id }: { readonly id: string }): JSX.Element | null {
  const message = chosen.value.get(id);
  return !message ? null : (
    <div class="replying" ref={hearEscape}>
      <p class="quote">
        <Words found={original(id, message)} />
      </p>
      <IconButton icon="close" label={t('dropQuote')} onClick={() => choose(id)} />
    </div>
  );
}

function hearEscape(bar: HTMLElement | null): void {
  const form = bar?.parentElement;
  if (!form) return;
  form.onkeydown = (event) => {
    const id = visit.current.peek();
    if (event.key !== 'Escape' || !id || !take(id)) return;
    // Or the panel would close.
    event.stopPropagation();
  };
}
