// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { keepDraft } from '../src/panel/said/draft';
import type { Kit } from '../src/panel/late/kit';
import { lend } from '../src/panel/late/kit';
import { effect, signal } from '../src/shared/signals';
import { browserStore } from '../src/shared/store';

const KEY = 'parley:begun:acme';

/** What a panel does when it goes from one conversation to another. */
class FakeVisit {
  readonly panel = { site: 'acme' };
  readonly store = browserStore();
  readonly current = signal<string | undefined>(undefined);
  readonly draft = signal('');
  begun: string | undefined;
  readonly named = new Map<string, string>();
  readonly #drafts = new Map<string, string>();

  show(id: string | undefined): void {
    const from = this.current.peek();
    if (from) this.#drafts.set(from, this.draft.peek());
    this.current.value = id;
    this.draft.value = (id && this.#drafts.get(id)) || '';
  }

  begin(): void {
    this.show((this.begun ??= 'new:2'));
  }

  place(thread: string): object {
    return { conversation: this.named.get(thread) };
  }
}

let visit: FakeVisit;

/** Effects run when the running code has ended. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

function load(): void {
  lend({ visit } as unknown as Kit);
  keepDraft({ effect } as unknown as Kit);
}

beforeEach(() => {
  localStorage.clear();
  visit = new FakeVisit();
});

it('[CHAT-23] what was written before the first message is there after a reload', async () => {
  load();
  visit.begin();
  visit.draft.value = 'Is it in stock?';
  await settled();
  expect(localStorage.getItem(KEY)).toBe('new:2 Is it in stock?');

  visit = new FakeVisit();
  load();
  await settled();
  expect(visit.current.peek()).toBe('new:2');
  expect(visit.draft.peek()).toBe('Is it in stock?');
});

it('[CHAT-23] it waits while an earlier conversation is looked at first', async () => {
  localStorage.setItem(KEY, 'new:1 Is it in stock?');
  visit.show('c1');
  load();
  await settled();
  expect(visit.draft.peek()).toBe('');
  visit.show(undefined);
  visit.begin();
  await settled();
  expect(visit.draft.peek()).toBe('Is it in stock?');
  expect(localStorage.getItem(KEY)).toBe('new:1 Is it in stock?');
});

it('[CHAT-23] what the visitor has begun to write meanwhile stays', async () => {
  localStorage.setItem(KEY, 'new:1 Is it in stock?');
  visit.begin();
  visit.draft.value = 'Hello';
  load();
  await settled();
  expect(visit.draft.peek()).toBe('Hello');
  expect(localStorage.getItem(KEY)).toBe('new:2 Hello');
});

it('[CHAT-23] once a file has begun the conversation it is no beginning any more', async () => {
  load();
  visit.begin();
  visit.draft.value = 'Here is the picture';
  await settled();
  visit.named.set('new:2', 'c7');
  visit.current.value = 'c7';
  await settled();
  expect(localStorage.getItem(KEY)).toBeNull();
});
