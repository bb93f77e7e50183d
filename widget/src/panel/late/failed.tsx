import type { JSX } from 'preact';
import type { Unsent } from '../../shared/outbox';
import { ALERT } from '../../shared/ui/paths';
import { Icon, t, visit } from './kit';

/** Words that were refused: they wait for the visitor to say what becomes of them. */
export function Failed({ item }: { readonly item: Unsent }): JSX.Element {
  const { outbox } = visit.live;
  return (
    <p class="meta fail" role="alert">
      <Icon name={ALERT} />
      {t('failed')}
      <button onClick={() => outbox.retry(item.clientId)}>{t('again')}</button>
      <button onClick={() => outbox.discard(item.clientId)}>{t('discard')}</button>
    </p>
  );
}
