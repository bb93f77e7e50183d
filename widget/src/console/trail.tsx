import type { JSX } from 'preact';
import { safeHref } from '../shared/markdown';
import { useAround } from './context';
import type { Step } from './visitors';

/** Which pages of the host site the visitor has walked through, newest first. */
export function Trail({ pages }: { readonly pages: readonly Step[] }): JSX.Element | null {
  const { t } = useAround();
  if (!pages.length) return null;
  return (
    <section class="pw-sec" aria-label={t('trail')}>
      <h3>{t('trail')}</h3>
      <ol class="pw-trail">
        {pages.map(({ url, title, at }) => (
          <li key={at}>
            <PageLink url={url} title={title} />
            <time class="muted" dateTime={at} title={`${t.day(at)}, ${t.time(at)}`}>
              {t.time(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A page of somebody else's site: opened beside the console, and told nothing of it. */
export function PageLink({ url, title }: { readonly url: string; readonly title: string | undefined }): JSX.Element {
  const href = safeHref(url);
  const shown = title || url.replace(/^https?:\/\//, '');
  return href ? (
    <a class="cut" href={href} title={url} target="_blank" rel="noopener noreferrer nofollow">
      {shown}
    </a>
  ) : (
    <span class="cut">{shown}</span>
  );
}
