import type { Kit } from '../late/kit';
import { visit } from '../late/kit';
import { isThread } from '../thread';

/** What is written before the first message outlives a reload; what the visitor has begun to write meanwhile stays. */
export function keepDraft({ effect }: Kit): void {
  const { store } = visit;
  const key = `parley:begun:${visit.panel.site}`;
  const [, thread, text] = /^(\S+) ([^]+)/.exec(store.get(key) ?? '') ?? [];
  // Until the visitor is where it belongs, which may be after another conversation.
  let kept = text;
  if (kept) {
    visit.begun ??= thread;
    if (!visit.current.peek()) visit.begin();
  }
  effect(() => {
    const id = visit.current.value;
    const draft = visit.draft.value;
    if (!id) return;
    if (!isThread(id)) {
      // A file has made a conversation of it: what stands in the field goes on there, and is no beginning any more.
      const [begun] = (store.get(key) ?? '').split(' ');
      if (begun && visit.place(begun).conversation) store.remove(key);
      return;
    }
    if (kept && id === visit.begun) {
      const words = kept;
      kept = undefined;
      if (!draft) {
        visit.draft.value = words;
        return;
      }
    }
    if (draft) store.set(key, `${id} ${draft}`);
    else if (!kept) store.remove(key);
  });
}
