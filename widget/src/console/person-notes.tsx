import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';
import { reasonOf, useAround } from './context';
import { useSignal } from './use-signal';
import type { PersonNote } from './visitors';

const LONGEST = 2_000;

interface PersonNotesProps {
  /** The conversation in front. */
  readonly id: string;
  readonly notes: readonly PersonNote[];
}

/** What colleagues noted on the person. What the server does not take stays in the field, with the reason below. */
export function PersonNotes({ id, notes }: PersonNotesProps): JSX.Element {
  const { desk, t } = useAround();
  const text = useSignal('');
  const refusal = useSignal('');
  const busy = useSignal(false);
  const me = desk.live.me.value?.id;
  const doing = async (what: () => Promise<void>): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    try {
      await what();
      refusal.value = '';
    } catch (problem) {
      refusal.value = reasonOf(problem, t);
    }
    busy.value = false;
  };
  const add = async (): Promise<void> => {
    await desk.visitors.note(id, text.peek());
    text.value = '';
  };
  return (
    <section class="pw-sec" aria-label={t('personNotes')}>
      <h3>{t('personNotes')}</h3>
      {notes.map(({ id: note, author, at, text: words }) => (
        <article key={note} class="pw-pnote">
          <p>{words}</p>
          <footer class="muted">
            <span class="grow">{`${author.name}, ${t.day(at)}, ${t.time(at)}`}</span>
            {(author.id === me || desk.may('remove-notes-of-others')) && (
              <button type="button" class="pw-ib" aria-label={t('removeNote', { name: author.name })} onClick={() => void doing(() => desk.visitors.removeNote(id, note))}>
                <Icon name="close" />
              </button>
            )}
          </footer>
        </article>
      ))}
      <form
        class="pw-contact"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.peek().trim()) void doing(add);
        }}
      >
        <textarea
          rows={2}
          maxLength={LONGEST}
          aria-label={t('personNote')}
          placeholder={t('personNote')}
          value={text.value}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
        {refusal.value && (
          <p class="pw-bad" role="alert">
            {refusal.value}
          </p>
        )}
        <div class="pw-acts">
          <button type="submit" class="pw-btn" disabled={busy.value || !text.value.trim()}>
            {t('addNote')}
          </button>
        </div>
      </form>
    </section>
  );
}
