import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { reasonOf, useAround } from './context';
import { useSignal } from './use-signal';
import type { VisitorFacts } from './visitors';

interface ContactFormProps {
  readonly id: string;
  readonly facts: VisitorFacts;
  onClose(): void;
}

/** An agent writes down who the visitor is. What the server does not take stays in the form, with the reason beside it. */
export function ContactForm({ id, facts, onClose }: ContactFormProps): JSX.Element {
  const { desk, t } = useAround();
  const first = useRef<HTMLInputElement>(null);
  const refusal = useSignal('');
  useEffect(() => first.current?.focus(), []);
  const save = async (event: JSX.TargetedEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => String(form.get(name) ?? '').trim();
    try {
      await desk.nameVisitor(id, { name: field('name'), email: field('email') });
      onClose();
    } catch (problem) {
      refusal.value = reasonOf(problem, t);
    }
  };
  return (
    <form
      class="pw-contact"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label>
        {t('name')}
        <input ref={first} name="name" maxLength={120} autocomplete="off" defaultValue={facts.name ?? ''} />
      </label>
      <label>
        {t('email')}
        <input name="email" type="email" maxLength={254} autocomplete="off" defaultValue={facts.email ?? ''} />
      </label>
      {refusal.value && (
        <p class="pw-bad" role="alert">
          {refusal.value}
        </p>
      )}
      <div class="pw-acts">
        <button type="submit" class="pw-btn go">
          {t('save')}
        </button>
        <button type="button" class="pw-btn" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
