import type { JSX, RefObject } from 'preact';
import { useAround } from './context';
import { Face } from './face';
import { begunName, fitting } from './mentions';
import type { Colleague } from './colleagues';
import { useSignal } from './use-signal';

export interface Mentioning {
  /** To be asked after each change of the text or the caret. */
  look(): void;
  /** Whether the key was meant for the list. */
  onKey(event: KeyboardEvent): boolean;
  /** What the field says of itself to screen readers. */
  readonly field: Readonly<Record<string, string>>;
  readonly list: JSX.Element | null;
}

/** Colleagues to choose from while their name is written behind an @. Only in notes: a reply to a visitor names nobody of the house. */
export function useMentioning(area: RefObject<HTMLTextAreaElement>, note: boolean, write: (text: string) => void): Mentioning {
  const { desk, t } = useAround();
  const begun = useSignal<ReturnType<typeof begunName>>(undefined);
  const at = useSignal(0);
  // Asked for when drawn and when a key comes: Enter may come before the next drawing.
  const found = (): readonly Colleague[] => (note && begun.value ? fitting(desk.colleagues.all.value, begun.value.words, desk.live.me.value?.id) : []);
  const choices = found();
  const chosen = choices[at.value];

  const look = (): void => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const now = note && selectionStart === selectionEnd ? begunName(value, selectionStart) : undefined;
    if (now && !desk.colleagues.all.peek().length) void desk.colleagues.load().catch(() => undefined);
    if (now?.words !== begun.peek()?.words) at.value = 0;
    begun.value = now;
  };
  const take = (colleague: Colleague | undefined): void => {
    const field = area.current;
    const { from } = begun.peek() ?? {};
    if (!colleague || !field || from === undefined) return;
    field.setRangeText(`@${colleague.name} `, from, field.selectionStart, 'end');
    begun.value = undefined;
    write(field.value);
    field.focus();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const now = found();
    if (!now.length || event.isComposing) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) at.value = (at.peek() + by + now.length) % now.length;
    else if (event.key === 'Enter' || event.key === 'Tab') take(now[at.peek()]);
    else if (event.key === 'Escape') begun.value = undefined;
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    look,
    onKey,
    field: chosen ? { 'aria-autocomplete': 'list', 'aria-controls': 'pw-named', 'aria-activedescendant': `pw-named-${chosen.id}` } : {},
    list: choices.length ? (
      <ul class="pw-named" id="pw-named" role="listbox" aria-label={t('mention')}>
        {choices.map((colleague) => (
          // The field keeps the focus.
          <li key={colleague.id} id={`pw-named-${colleague.id}`} role="option" aria-selected={colleague === chosen} onMouseDown={(event) => event.preventDefault()} onClick={() => take(colleague)}>
            <Face name={colleague.name} id={colleague.id} size="s" />
            <span class="grow cut">{colleague.name}</span>
            <span class="muted">{t(colleague.status)}</span>
          </li>
        ))}
      </ul>
    ) : null,
  };
}
