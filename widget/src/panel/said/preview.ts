import type { Kit } from '../late/kit';
import { visit } from '../late/kit';
import { isThread } from '../thread';
import { masked } from './mask';

const EVERY = 800;
/** The server passes on no more. */
const LONGEST = 500;

/** Where the site wants it, and the visitor is told: agents see what is being written, as it is at most that often. */
export function beginPreview({ effect }: Kit): void {
  if (!visit.panel.config.preview) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const conversation = visit.current.peek();
    const text = visit.draft.peek();
    if (!conversation || isThread(conversation) || !text) return;
    visit.live.tell({ type: 'typing', conversation, on: true, preview: masked(text).slice(-LONGEST) });
  };
  effect(() => {
    if (visit.draft.value) timer ??= setTimeout(tell, EVERY);
  });
}
