import type { JSX, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useAround } from './context';

/** What is chosen from while writing, and what became of what was written. */
export interface Choosing {
  /** To be asked after each change of the text or the caret. */
  look(): void;
  /** Whether the key was meant for the list. */
  onKey(event: KeyboardEvent): boolean;
  /** What the field says of itself to screen readers. */
  readonly field: Readonly<Record<string, string>>;
  readonly list: JSX.Element | null;
}

/** Colleagues behind an @, canned responses behind a /. The code comes when the first of them is written. */
export function useChoosing(area: RefObject<HTMLTextAreaElement>, id: string): Choosing {
  const { desk, t } = useAround();
  const made = useRef<Choosing>();
  const here = useRef(id);
  here.current = id;
  made.current ??= desk.late.code.value?.choosing(desk, t, area, () => here.current);
  return made.current ?? { look: () => /[@/]/.test(area.current?.value ?? '') && void desk.late.need(), onKey: () => false, field: {}, list: null };
}
