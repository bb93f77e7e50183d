import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Presence } from '../shared/frames';
import type { Colleague } from './colleagues';
import { reasonOf, useAround } from './context';
import { Dialog } from './dialog';
import { Face } from './face';
import { PRESENCES, presenceOf } from './presence';
import { useSignal } from './use-signal';

/** Who is there, and why not; supervisors set it for others. */
export function TeamDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const problem = useSignal('');
  const fail = (refusal: unknown): void => {
    problem.value = reasonOf(refusal, t);
  };
  useEffect(() => {
    desk.colleagues.load().catch(fail);
  }, []);
  const set = (colleague: Colleague, status: Presence): void => {
    problem.value = '';
    desk.colleagues.setPresence(colleague.id, status).catch(fail);
  };
  return (
    <Dialog title={t('colleagues')} kind="team" onClose={onClose}>
      <h2>{t('colleagues')}</h2>
      <ul>
        {desk.colleagues.all.value.map((colleague) => (
          <li key={colleague.id} class="pw-line">
            <Face name={colleague.name} id={colleague.id} photo={colleague.photo} size="s" />
            <span class="grow cut">{colleague.name}</span>
            <i class={`pw-pres ${colleague.status}`} aria-hidden="true" />
            {desk.may('set-others-presence') && colleague.id !== desk.live.me.value?.id ? (
              <select
                aria-label={t('presenceOf', { name: colleague.name })}
                value={colleague.status}
                onChange={(event) => set(colleague, event.currentTarget.value as Presence)}
              >
                {PRESENCES.map((status) => (
                  <option key={status} value={status}>
                    {status === colleague.status ? presenceOf(colleague, t) : t(status)}
                  </option>
                ))}
              </select>
            ) : (
              <span class="muted">{presenceOf(colleague, t)}</span>
            )}
            {!colleague.connected && <span class="muted">{t('notConnected')}</span>}
          </li>
        ))}
      </ul>
      <p class="pw-bad" role="alert">
        {problem.value}
      </p>
      <div class="pw-acts">
        <button type="button" class="pw-btn" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
          {t('done')}
        </button>
      </div>
    </Dialog>
  );
}
