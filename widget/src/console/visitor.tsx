import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';
import { departmentOf, faceOf, nameOf, useAround } from './context';
import { Face } from './face';

/** Who is on the other side, as far as we know; what a visitor only says of itself is called claimed. */
export function VisitorPane({ id, onClose }: { readonly id: string; onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const view = desk.live.list.value.get(id);
  const name = nameOf(view?.visitor, t);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('status'), view && t(`status.${view.status}`)],
    [t('department'), view && departmentOf(view)],
    [t('agent'), view?.agent?.name],
    [t('since'), view?.waitingSince && `${t.day(view.waitingSince)}, ${t.time(view.waitingSince)}`],
  ];
  return (
    <aside class="pw-visitor" aria-label={t('visitor')}>
      <header class="pw-vhead">
        <h2>{t('visitor')}</h2>
        <button type="button" class="pw-ib pw-more" aria-label={t('cancel')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <section class="pw-sec">
        <div class="pw-line">
          <Face name={faceOf(view?.visitor)} id={view?.visitor?.id} size="l" />
          <div class="grow">
            <b class="cut">{name}</b>
            {view?.visitor?.name && <span class="muted">{t('claimed')}</span>}
          </div>
        </div>
        {view?.visitor?.email && (
          <dl class="pw-kv">
            <dt>{t('email')}</dt>
            <dd>
              {view.visitor.email} <span class="muted">{t('claimed')}</span>
            </dd>
          </dl>
        )}
      </section>
      <section class="pw-sec">
        <h3>{t('about')}</h3>
        <dl class="pw-kv">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </section>
    </aside>
  );
}
