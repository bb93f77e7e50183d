import type { JSX } from 'preact';
import { reasonOf, useAround } from './context';
import { Dialog } from './dialog';
import { LabelPicker } from './label-picker';
import { useSignal } from './use-signal';

/** Asks what a conversation was about and how it ended. With nothing to say, Enter closes it. */
export function CloseDialog({ id, andGoOn, onClose }: { readonly id: string; readonly andGoOn: boolean; onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const view = desk.live.list.value.get(id);
  const tags = useSignal<readonly string[]>(view?.tags?.map((tag) => tag.id) ?? []);
  const outcome = useSignal<readonly string[]>([]);
  const refused = useSignal(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    refused.value = !tags.peek().length && desk.labels.tagsRequiredIn(view?.department?.id);
    if (refused.peek()) return;
    onClose();
    const [ended] = outcome.peek();
    void desk.handling.close(id, { tags: tags.peek(), ...(ended && { outcome: ended }) }, andGoOn);
  };
  return (
    <Dialog title={t('closeTitle')} kind="closing" onClose={onClose}>
      <form onSubmit={submit}>
        <h2>{t('closeTitle')}</h2>
        <LabelPicker title={t('tags')} labels={desk.labels.tags.value} chosen={tags} />
        <p class="pw-bad" role="alert">
          {refused.value && t('tagFirst', { department: view?.department?.name ?? '' })}
        </p>
        {desk.labels.outcomes.value.length > 0 && <LabelPicker title={t('outcome')} labels={desk.labels.outcomes.value} chosen={outcome} single />}
        <div class="pw-acts">
          <button type="button" class="pw-btn" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="pw-btn go">
            {t(andGoOn ? 'closeNext' : 'close')} <kbd aria-hidden="true">↵</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Says what a conversation is about, while it goes on or later. */
export function TagsDialog({ id, onClose }: { readonly id: string; onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const tags = useSignal<readonly string[]>(desk.live.list.value.get(id)?.tags?.map((tag) => tag.id) ?? []);
  const problem = useSignal('');
  const submit = (event: Event): void => {
    event.preventDefault();
    desk.handling.tag(id, tags.peek()).then(onClose, (refusal: unknown) => (problem.value = reasonOf(refusal, t)));
  };
  return (
    <Dialog title={t('tagTitle')} kind="closing" onClose={onClose}>
      <form onSubmit={submit}>
        <h2>{t('tagTitle')}</h2>
        <LabelPicker title={t('tags')} labels={desk.labels.tags.value} chosen={tags} />
        <p class="pw-bad" role="alert">
          {problem.value}
        </p>
        <div class="pw-acts">
          <button type="button" class="pw-btn" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="pw-btn go">
            {t('save')} <kbd aria-hidden="true">↵</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}
