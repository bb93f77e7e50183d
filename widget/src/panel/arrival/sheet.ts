import type { Signal } from '../../shared/signals';
import type { Reachable } from '../../shared/frames';
import { signal, t, visit } from '../late/kit';
import { isThread } from '../thread';
import type { Field, Filled } from './fields';
import { given, trouble } from './fields';

/** What is put into the form. It outlives a reload, and a change between open and closed. */
let filled: Signal<Filled>;
/** Whether to say what is wrong: not before the visitor has tried to send. */
let tried: Signal<boolean>;
/** The address that the desk has, as far as is known here. */
let known: Signal<string>;

export function beginSheet(): void {
  let kept: Filled = {};
  try {
    kept = JSON.parse(visit.store.get(place()) ?? '{}') as Filled;
  } catch {
    // Not ours; it is written anew with the next key.
  }
  filled = signal(kept);
  tried = signal(false);
  known = signal(visit.store.get(place('mail')) ?? '');
}

function place(what = 'begun-form'): string {
  return `parley:${what}:${visit.panel.site}`;
}

/** What is asked of somebody who begins: what the site asks, and while nobody is there an address; one that was put in while it closed goes along. */
export function asked(): readonly Field[] {
  const { form = [] } = visit.panel.config;
  return form.some(({ kind }) => kind === 'email') || (visit.desk.value.open && !said('email')) ? form : [...form, address()];
}

/** Among which the visitor may choose, as they are now. */
export function departments(): readonly Reachable[] {
  return visit.desk.value.departments ?? [];
}

export function address(): Field {
  return { name: 'email', kind: 'email', label: t('arrival.email'), help: t('arrival.emailHelp') };
}

export function said(name: string): string {
  return filled.value[name] ?? '';
}

export function put(name: string, what: string): void {
  filled.value = { ...filled.peek(), [name]: what };
  visit.store.set(place(), JSON.stringify(filled.peek()));
}

/** What is wrong with the field, once the visitor has tried. */
export function complaint(field: Field): string | undefined {
  const wrong = trouble(field, filled.value);
  return tried.value && wrong ? t(wrong) : undefined;
}

/** Whether these may go as they are. If not, each says why, and the first has the focus. */
export function ready(fields: readonly Field[]): boolean {
  const wrong = fields.find((field) => trouble(field, filled.peek()));
  tried.value = !!wrong;
  if (wrong) document.querySelector<HTMLElement>(`[name="${wrong.name}"]`)?.focus();
  return !wrong;
}

/** Whether something has to be put right before a message may go: before the first one, the form. */
export function holds(thread: string): boolean {
  return isFirst(thread) && !ready(asked());
}

/** What goes with the first message of a thread. */
export function form(thread: string): { form?: Filled } {
  const fields = asked();
  const taken = given(fields, filled.peek());
  if (!isFirst(thread) || !Object.keys(taken).length) return {};
  learn(taken[fields.find(({ kind }) => kind === 'email')?.name ?? '']);
  return { form: taken };
}

function isFirst(thread: string): boolean {
  return isThread(thread) && !visit.live.outbox.of(thread).length;
}

/** The desk has this address. */
export function learn(email: string | undefined): void {
  if (!email) return;
  known.value = email;
  visit.store.set(place('mail'), email);
}

export function knownAddress(): string {
  return known.value;
}
