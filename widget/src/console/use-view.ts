import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { ConversationView } from '../shared/frames';
import { effect } from '../shared/signals';
import { useAround } from './context';

/** One conversation of the list, drawn anew when it changes: not whenever any of the hundreds does. */
export function useView(id: string): ConversationView | undefined {
  const { live } = useAround().desk;
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const shown = live.list.peek().get(id);
  useLayoutEffect(() => {
    let seen = shown;
    return effect(() => {
      const view = live.list.value.get(id);
      if (view !== seen) draw(undefined);
      seen = view;
    });
  }, [id]);
  return shown;
}
