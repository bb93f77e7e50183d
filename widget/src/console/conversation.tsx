import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';
import { CHECK, USER } from '../shared/ui/paths';
import { Composer } from './composer';
import { departmentOf, faceOf, nameOf, useAround } from './context';
import { Face } from './face';
import { ConsoleIcon } from './icons';
import { Talk } from './talk';
import { useView } from './use-view';
import { ViewersBar } from './viewing';

/** One conversation: whose it is, what was said and noted, and where to write. */
export function ConversationPane({ id, onVisitor }: { readonly id: string; onVisitor(): void }): JSX.Element {
  const { desk, t } = useAround();
  const view = useView(id);
  const name = nameOf(view?.visitor, t);
  const typist = desk.live.typist(id).value;
  const preview = desk.previews.of(id);
  return (
    <>
      <header class="pw-head">
        <button type="button" class="pw-ib pw-back" aria-label={t('back')} onClick={() => desk.show(undefined)}>
          <Icon name="back" />
        </button>
        <Face name={faceOf(view?.visitor)} id={view?.visitor?.id} />
        <div class="grow">
          <h2 class="cut" title={name}>
            {name}
          </h2>
          <p class="muted cut">{[view && departmentOf(view), view && t(`status.${view.status}`)].filter(Boolean).join(' · ')}</p>
        </div>
        {view?.status === 'waiting' && (
          <button type="button" class="pw-btn go" onClick={() => void desk.accept(id)}>
            {t('accept')}
          </button>
        )}
        {view?.status === 'open' && !desk.lists.isMine(view) && (
          <button type="button" class="pw-btn" onClick={() => void desk.handling.takeOver(id)}>
            {t('takeOver')}
          </button>
        )}
        {view && desk.lists.takesPart(view) && (
          <button type="button" class="pw-btn" onClick={() => void desk.handling.leave(id)}>
            {t('leave')}
          </button>
        )}
        {view && view.status !== 'closed' && (
          <>
            <button type="button" class="pw-btn" title={t('close')} onClick={() => desk.handling.askToClose(id)}>
              <Icon name={CHECK} small />
              <span class="word">{t('close')}</span>
              <kbd aria-hidden="true">E</kbd>
            </button>
            {view.status === 'open' && (
              <button type="button" class="pw-ib" aria-label={t('invite')} title={t('invite')} onClick={() => (desk.dialog.value = 'invite')}>
                <ConsoleIcon name="invite" />
              </button>
            )}
            <button type="button" class="pw-ib" aria-label={t('transfer')} title={t('transfer')} onClick={() => (desk.dialog.value = 'transfer')}>
              <ConsoleIcon name="transfer" />
            </button>
          </>
        )}
        <button type="button" class="pw-ib pw-more" aria-label={t('visitor')} title={t('visitor')} onClick={onVisitor}>
          <Icon name={USER} />
        </button>
      </header>
      <ViewersBar id={id} />
      <Talk id={id} name={name} />
      <div class="pw-typing" aria-hidden="true">
        {typist && <p>{t('isTyping', { name })}</p>}
        {typist && preview && (
          <div class="pw-unsaid">
            <p dir="auto">{preview}</p>
          </div>
        )}
      </div>
      <p class="pw-sr" role="status">
        {typist && t('isTyping', { name })}
      </p>
      <Composer id={id} name={name} />
    </>
  );
}
