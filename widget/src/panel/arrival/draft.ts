import type { Kit } from '../late/kit';
import { visit } from '../late/kit';
import { isThread } from '../thread';
import { store } from './sheet';

/** What is written before the first message outlives a reload; what the visitor has begun to write meanwhile stays. */
export function keepDraft({ effect }: Kit): void {
  const key = `parley:draft:${visit.panel.site}`;
  const [, thread, text] = /^(\S+) ([^]+)/.exec(store.get(key) ?? '') ?? [];
  const here = visit.current.peek();
  if (thread && text && !visit.draft.peek() && (!here || here === visit.begun)) {
    visit.begun ??= thread;
    visit.begin();
    visit.draft.value = text;
  }
  effect(() => {
    const id = visit.current.value;
    const draft = visit.draft.value;
    if (!id || !isThread(id)) return;
    if (draft) store.set(key, `${id} ${draft}`);
    else store.remove(key);
  });
}
