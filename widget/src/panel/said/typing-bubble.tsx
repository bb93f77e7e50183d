import type { JSX } from 'preact';
import type { Author } from '../../shared/entries';
import { Portrait, t } from '../late/kit';

/** Somebody is writing. */
export function TypingBubble({ who }: { readonly who: Author }): JSX.Element {
  return (
    <div class="m first last" aria-live="off">
      <Portrait who={who} small />
      <div class="b typing" role="img" aria-label={t('typing', { name: who.name || t('team') })}>
        <u />
        <u />
        <u />
      </div>
    </div>
  );
}
