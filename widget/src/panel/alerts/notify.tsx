import type { JSX } from 'preact';
import { browserStore } from '../../shared/store';
import type { Signal } from '../../shared/signals';
import { Icon, signal, t, visit } from '../late/kit';
import { mayAsk, subscribe, unsubscribe } from './subscription';

/** Kept in the browser: that this visitor wants it. Goes with everything else when the visitor logs out. */
const WANTED = 'parley.notify';

let wanted: Signal<boolean>;
/** Why it is not on although the visitor wanted it. */
let problem: Signal<'' | 'blocked' | 'failed'>;

export function beginNotices(): void {
  wanted = signal(browserStore().get(WANTED) !== null && Notification.permission === 'granted');
  problem = signal<'' | 'blocked' | 'failed'>('');
}

/** The menu's switch. Whether it may is asked of the browser when the visitor turns it on, and never before. */
export function Notify(): JSX.Element | null {
  if (!visit.panel.config.pushKey || !mayAsk(visit.panel.mode)) return null;
  const on = wanted.value;
  const trouble = problem.value;
  return (
    <button class="row" role="menuitemcheckbox" aria-checked={on} onClick={() => void turn(!on)}>
      <Icon name="chat" />
      <span class="grow">
        {t('alerts.notify')}
        {trouble && <small role="alert">{t(`alerts.${trouble}`)}</small>}
      </span>
      <span class="switch" aria-hidden="true" />
    </button>
  );
}

async function turn(on: boolean): Promise<void> {
  const { site, config } = visit.panel;
  const store = browserStore();
  problem.value = '';
  wanted.value = on;
  try {
    if (!on) {
      store.remove(WANTED);
      await unsubscribe(site, await visit.session.token());
    } else if ((await Notification.requestPermission()) === 'granted') {
      await subscribe(site, config.pushKey as string, () => visit.session.token());
      store.set(WANTED, 'on');
    } else {
      wanted.value = false;
      problem.value = 'blocked';
    }
  } catch {
    wanted.value = false;
    problem.value = on ? 'failed' : '';
  }
}
