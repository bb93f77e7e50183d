import type { ConversationView } from '../shared/frames';
import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { Store } from '../shared/store';
import type { AgentDesk } from './desk';
import { focusComposer } from './quoting';
import type { ConsoleTexts } from './texts';

/** Something an agent can do by a key, in the palette, or both. The list of keys is drawn from the same table. */
export interface Command {
  readonly name: keyof ConsoleTexts & string;
  /** A letter or sign, as the keyboard names it. */
  readonly key?: string;
  /** Whether Alt and the key work inside text fields, too. */
  readonly everywhere?: boolean;
  /** What to do now; undefined while there is nothing to do it to. */
  run(desk: AgentDesk): (() => unknown) | undefined;
}

const SWITCH = 'parley:letters';

const inFront = (act: (desk: AgentDesk, id: string) => unknown) => (desk: AgentDesk) => {
  const id = desk.current.peek();
  return id ? () => act(desk, id) : undefined;
};

const alive = (act: (desk: AgentDesk, id: string) => unknown) => (desk: AgentDesk) => {
  const view = desk.live.list.peek().get(desk.current.peek() ?? '');
  return view && view.status !== 'closed' ? () => act(desk, view.id) : undefined;
};

const firstOffer = (act: (desk: AgentDesk, id: string) => unknown) => (desk: AgentDesk) => {
  const offer = desk.offers.peek()[0];
  return offer ? () => act(desk, offer.conversation) : undefined;
};

function front(desk: AgentDesk): ConversationView | undefined {
  const view = desk.live.list.peek().get(desk.current.peek() ?? '');
  return view?.status === 'open' ? view : undefined;
}

function mine(desk: AgentDesk): boolean {
  const view = front(desk);
  return !!view && desk.lists.isMine(view);
}

function theirs(desk: AgentDesk): boolean {
  const view = front(desk);
  return !!view && !desk.lists.isMine(view);
}

function guest(desk: AgentDesk): boolean {
  const view = front(desk);
  return !!view && desk.lists.takesPart(view);
}

const write = (mode: 'reply' | 'note') =>
  inFront((desk, id) => {
    desk.write(id, { mode });
    focusComposer();
  });

export const COMMANDS: readonly Command[] = [
  { name: 'keyAccept', key: 'A', everywhere: true, run: firstOffer((desk, id) => desk.accept(id)) },
  { name: 'keyDecline', key: 'D', everywhere: true, run: firstOffer((desk, id) => desk.decline(id)) },
  { name: 'keyNext', key: 'J', run: (desk) => () => desk.step(1) },
  { name: 'keyPrevious', key: 'K', run: (desk) => () => desk.step(-1) },
  { name: 'keyReply', key: 'R', run: write('reply') },
  { name: 'keyNote', key: 'N', run: write('note') },
  { name: 'keyQuote', key: 'Q', run: inFront((desk, id) => desk.quoting.quoteNearest(id)) },
  { name: 'keyUndo', key: 'Z', run: inFront((desk, id) => desk.late.code.peek()?.held(desk).undo(id) && focusComposer()) },
  { name: 'keyTransfer', key: 'X', run: inFront((desk) => (desk.dialog.value = 'transfer')) },
  { name: 'takeOver', run: (desk) => (theirs(desk) ? inFront((on, id) => on.handling.takeOver(id))(desk) : undefined) },
  { name: 'requeue', run: (desk) => (mine(desk) ? inFront((on, id) => on.handling.requeue(id))(desk) : undefined) },
  { name: 'invite', run: (desk) => (front(desk) ? () => (desk.dialog.value = 'invite') : undefined) },
  { name: 'leave', run: (desk) => (guest(desk) ? inFront((on, id) => on.handling.leave(id))(desk) : undefined) },
  { name: 'keyTag', key: 'T', run: inFront((desk) => (desk.dialog.value = 'tags')) },
  { name: 'keyClose', key: 'E', run: alive((desk, id) => desk.handling.askToClose(id)) },
  { name: 'keyCloseNext', everywhere: true, key: 'E', run: alive((desk, id) => desk.handling.askToClose(id, true)) },
  { name: 'keyVisitor', key: ']', run: inFront((desk) => (desk.drawer.value = !desk.drawer.peek())) },
  { name: 'colleagues', run: (desk) => () => (desk.dialog.value = 'team') },
  { name: 'preview', run: inFront((desk) => (desk.preview.value = !desk.preview.peek())) },
  { name: 'keyHelp', key: '?', run: (desk) => () => (desk.dialog.value = 'keys') },
  { name: 'holdReplies', run: (desk) => async () => (await desk.late.need())?.held(desk).turn() },
  { name: 'toggleSound', run: (desk) => () => desk.alerts.toggleSound() },
  { name: 'notify', run: (desk) => (desk.alerts.notifications.peek() ? undefined : () => desk.alerts.askForNotifications()) },
  { name: 'goAvailable', run: (desk) => () => desk.setPresence('available') },
  { name: 'goBusy', run: (desk) => () => desk.setPresence('busy') },
  { name: 'goAway', run: (desk) => () => desk.setPresence('away') },
  { name: 'goOffline', run: (desk) => () => desk.setPresence('offline') },
];

/** Whether a command's key needs Alt: two share the E. */
export function needsAlt(command: Command): boolean {
  return command.name === 'keyCloseNext';
}

/** Hears the keyboard. Letters act outside of text fields, and not at all where the agent has switched them off. */
export class Keyboard {
  readonly letters: Signal<boolean>;

  readonly #desk: AgentDesk;
  readonly #store: Store;

  constructor(desk: AgentDesk, store: Store) {
    this.#desk = desk;
    this.#store = store;
    this.letters = signal(!store.get(SWITCH));
  }

  setLetters(on: boolean): void {
    this.letters.value = on;
    if (on) this.#store.remove(SWITCH);
    else this.#store.set(SWITCH, 'off');
  }

  readonly hear = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey ? this.#withControl(event) : this.#plain(event);
    if (!act) return;
    event.preventDefault();
    void act();
  };

  #withControl(event: KeyboardEvent): (() => unknown) | undefined {
    return event.key.toLowerCase() === 'k' ? () => (this.#desk.dialog.value = 'palette') : undefined;
  }

  #plain(event: KeyboardEvent): (() => unknown) | undefined {
    const target = event.target as Element | null;
    if (target?.closest?.('dialog')) return undefined;
    // With Alt a Mac types another sign: the key itself counts.
    const key = event.altKey ? event.code.replace('Key', '') : event.key.toUpperCase();
    if (event.altKey) return COMMANDS.find((command) => command.key === key && command.everywhere)?.run(this.#desk);
    if (!this.letters.peek() || target?.closest?.('input, textarea, select, [contenteditable]')) return undefined;
    return COMMANDS.find((command) => command.key === key && !needsAlt(command))?.run(this.#desk);
  }
}
