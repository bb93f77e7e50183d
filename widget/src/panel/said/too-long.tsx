import type { JSX } from 'preact';
import { t } from '../late/kit';

/** More than a message may have. */
export function TooLong({ count }: { readonly count: number }): JSX.Element {
  return (
    <p class="hint err" role="alert">
      {t('tooLong', { count })}
    </p>
  );
}
