import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAround } from './context';
import type { Emoji, EmojiBook } from './emoji';
import { findEmoji } from './emoji';
import { useSignal } from './use-signal';

const COLUMNS = 9;
const MOST_FOUND = COLUMNS * 7;

interface PickerProps {
  readonly book: EmojiBook;
  onPick(sign: string): void;
  onClose(): void;
}

/** Emoji by group or by a word. The keyboard stays in the search field: arrows move, Enter takes, Escape closes. */
export function EmojiPicker({ book, onPick, onClose }: PickerProps): JSX.Element {
  const { t } = useAround();
  const groups = useSignal<readonly (readonly Emoji[])[]>([]);
  const group = useSignal(-1);
  const words = useSignal('');
  const at = useSignal(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    void book.groups().then((all) => {
      groups.value = all;
      if (!book.recent().length) group.value = 0;
    });
  }, []);

  const shown = (): readonly Emoji[] => {
    if (words.value.trim()) return findEmoji(groups.value, words.value, MOST_FOUND);
    if (group.value >= 0) return groups.value[group.value] ?? [];
    const known = new Map(groups.value.flat().map((emoji) => [emoji[0], emoji]));
    return book.recent().flatMap((sign) => {
      const emoji = known.get(sign);
      return emoji ? [emoji] : [];
    });
  };
  const pick = (emoji: Emoji | undefined): void => {
    if (!emoji) return;
    book.used(emoji[0]);
    onPick(emoji[0]);
  };
  const onKey = (event: KeyboardEvent): void => {
    const now = shown();
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (by) {
      at.value = Math.max(0, Math.min(now.length - 1, at.value + by));
      queueMicrotask(() => document.getElementById(`pw-emoji-${at.value}`)?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') pick(now[at.value]);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const left = (event: FocusEvent): void => {
    const next = event.relatedTarget as Element | null;
    if (!(event.currentTarget as Node).contains(next) && !next?.matches('[aria-haspopup=dialog]')) onClose();
  };
  const choices = shown();

  return (
    <div class="pw-emoji" role="dialog" aria-label={t('emoji')} onKeyDown={onKey} onfocusout={left}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('emojiSearch')}
        placeholder={t('emojiSearch')}
        aria-expanded="true"
        aria-controls="pw-emoji-all"
        aria-activedescendant={choices[at.value] ? `pw-emoji-${at.value}` : ''}
        autocomplete="off"
        value={words.value}
        onInput={(event) => {
          words.value = event.currentTarget.value;
          at.value = 0;
        }}
      />
      <div class="groups" role="group" aria-label={t('emojiGroups')}>
        {[-1, ...groups.value.keys()].map((which) => (
          <button
            key={which}
            type="button"
            aria-pressed={group.value === which && !words.value}
            aria-label={t(`emoji.${which}` as 'emoji.0')}
            title={t(`emoji.${which}` as 'emoji.0')}
            onClick={() => {
              group.value = which;
              words.value = '';
              at.value = 0;
              field.current?.focus();
            }}
          >
            {which < 0 ? '🕘' : groups.value[which]?.[0]?.[0]}
          </button>
        ))}
      </div>
      <ul id="pw-emoji-all" role="listbox" aria-label={t('emoji')}>
        {choices.map((emoji, index) => (
          <li key={emoji[0]} id={`pw-emoji-${index}`} role="option" aria-selected={index === at.value} aria-label={emoji[1]} title={emoji[1]} onMouseDown={(event) => event.preventDefault()} onClick={() => pick(emoji)}>
            {emoji[0]}
          </li>
        ))}
      </ul>
      <p class="name cut" role="status">
        {choices[at.value]?.[1] ?? (groups.value.length ? t('nothingFits') : '')}
      </p>
    </div>
  );
}
