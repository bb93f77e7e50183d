import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Signal } from '../shared/signals';
import { useAround } from './context';
import type { Label } from './labels';
import { useSignal } from './use-signal';

const MOST_SHOWN = 24;

interface PickerProps {
  readonly title: string;
  readonly labels: readonly Label[];
  /** Ids of what is chosen. */
  readonly chosen: Signal<readonly string[]>;
  /** Whether a choice takes the place of the one before. */
  readonly single?: boolean;
}

/**
 * Labels as switches. Where there are many, a field finds them: Enter takes the first that fits, and with nothing written does what
 * Enter does in the form.
 */
export function LabelPicker({ title, labels, chosen, single = false }: PickerProps): JSX.Element {
  const { t } = useAround();
  const words = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const searched = !single;
  useEffect(() => {
    // A dialog focuses its first field only when it is shown, which is later.
    if (searched) queueMicrotask(() => field.current?.focus());
  }, []);
  const fitting = (): readonly Label[] => {
    const wanted = words.peek().trim().toLowerCase();
    const taken = labels.filter(({ id }) => chosen.peek().includes(id));
    const found = labels.filter(({ id, name }) => !chosen.peek().includes(id) && name.toLowerCase().includes(wanted));
    return wanted ? [...found.slice(0, MOST_SHOWN), ...taken] : [...taken, ...found.slice(0, MOST_SHOWN)];
  };
  const toggle = (id: string): void => {
    const others = chosen.peek().filter((other) => other !== id);
    const on = others.length < chosen.peek().length;
    chosen.value = on ? others : single ? [id] : [...others, id];
  };
  const onKey = (event: KeyboardEvent): void => {
    const first = fitting()[0];
    if (event.key !== 'Enter' || !words.peek().trim()) return;
    event.preventDefault();
    if (!first) return;
    if (!chosen.peek().includes(first.id)) toggle(first.id);
    words.value = '';
  };
  // Drawn anew when either changes: reading them here says so.
  const [, on] = [words.value, chosen.value];
  const shown = fitting();
  return (
    <fieldset class="pw-labels">
      <legend>{title}</legend>
      {searched && (
        <input
          ref={field}
          type="text"
          aria-label={t('findTag')}
          placeholder={t('findTag')}
          autocomplete="off"
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
          onKeyDown={onKey}
        />
      )}
      <div>
        {shown.map(({ id, name }) => (
          <button key={id} type="button" class="pw-label" aria-pressed={on.includes(id)} onClick={() => toggle(id)}>
            {name}
          </button>
        ))}
        {!shown.length && <p class="muted">{t(labels.length ? 'nothingFits' : 'noTags')}</p>}
      </div>
    </fieldset>
  );
}
