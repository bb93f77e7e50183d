import type { LiveConversations } from '../shared/live';
import { signal } from '../shared/signals';

/** What visitors are writing and have not sent, where their site shows that; each is kept until they send it or stop. */
export class Previews {
  readonly #texts = signal<ReadonlyMap<string, string>>(new Map());

  constructor(live: LiveConversations) {
    live.listen((frame) => {
      if (frame.type !== 'typing' || frame.by.kind !== 'visitor' || (frame.on && frame.preview === undefined)) return;
      const texts = new Map(this.#texts.peek());
      texts.delete(frame.conversation);
      if (frame.on && frame.preview) texts.set(frame.conversation, frame.preview);
      this.#texts.value = texts;
    });
  }

  /** For as long as the visitor is said to be typing. */
  of(conversation: string): string | undefined {
    return this.#texts.value.get(conversation);
  }
}
