import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';
import { BELL } from '../shared/ui/paths';
import { COMMANDS } from './commands';
import { useAround } from './context';
import { keysOf } from './palette';

const WORTH_KNOWING: readonly string[] = ['keyAccept', 'keyDecline', 'keyReply', 'keyNote', 'keyNext', 'keyClose', 'keyHelp'];

/** No conversation is in front: whether chats ring here, who waits, and the keys worth knowing. */
export function EmptyPane(): JSX.Element {
  const { desk, t } = useAround();
  const rings = desk.presence.value === 'available';
  const waiting = desk.lists.queue.value.length;
  const open = desk.lists.mine.value.length;
  return (
    <div class="pw-empty">
      <span class="art">
        <Icon name={rings ? 'chat' : BELL} />
      </span>
      <h2>{!rings ? t('emptySilent') : open ? t('emptyOpen', { count: open }) : waiting ? t('emptyWaiting', { count: waiting }) : t('emptyTitle')}</h2>
      <p>{t(rings ? 'emptyNote' : 'emptySilentNote')}</p>
      {!rings && (
        <button type="button" class="pw-btn go" disabled={desk.live.connection.value !== 'online'} onClick={() => void desk.setPresence('available')}>
          {t('goAvailable')}
        </button>
      )}
      <dl class="pw-keys">
        {COMMANDS.filter(({ name }) => WORTH_KNOWING.includes(name)).map((command) => (
          <div key={command.name}>
            <dt>
              <kbd>{keysOf(command)}</kbd>
            </dt>
            <dd>{t(command.name)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
