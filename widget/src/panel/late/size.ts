import { t } from './kit';

/** How large a file is, in words. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? t('kb', { size: Math.ceil(bytes / 1000) }) : t('mb', { size: bytes / 1_000_000 });
}
