import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useAround } from './context';
import { Dialog } from './dialog';
import type { Label } from './labels';
import { presenceOf } from './presence';
import { useSignal } from './use-signal';

interface TransferProps {
  readonly id: string;
  /** Asks a colleague in beside the owner, instead of handing it on. */
  readonly invites?: boolean;
  onClose(): void;
}

/** Asks to whom a conversation goes, or who shall take part in it. */
export function TransferDialog({ id, invites = false, onClose }: TransferProps): JSX.Element {
  const { desk, t } = useAround();
  const loaded = useSignal(false);
  useEffect(() => {
    void Promise.allSettled([desk.labels.load(), desk.colleagues.load()]).then(() => (loaded.value = true));
  }, []);
  const submit = (event: JSX.TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [kind, target = ''] = String(form.get('to')).split(':');
    const comment = String(form.get('comment') ?? '').trim();
    if (invites) void desk.handling.invite(id, target, comment);
    else void desk.handling.transfer(id, kind === 'agent' ? { agent: target } : { department: target }, comment);
    onClose();
  };
  const there = (desk.live.list.value.get(id)?.participants ?? []).map((participant) => participant.id);
  const colleagues = desk.colleagues.all.value
    .filter((agent) => agent.id !== desk.live.me.value?.id && !(invites && there.includes(agent.id)))
    .map((agent) => ({ ...agent, name: `${agent.name} · ${presenceOf(agent, t)}` }));
  const departments = invites ? [] : desk.labels.departments.value;
  const nobody = loaded.value && !departments.length && !colleagues.length;
  const title = t(invites ? 'inviteTitle' : 'transferTitle');

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <h2>{title}</h2>
        {nobody && <p>{t(invites ? 'nobodyToInvite' : 'noTargets')}</p>}
        <label>
          {t(invites ? 'colleague' : 'transferTo')}
          <select name="to" required>
            <Options label={t('departments')} kind="department" targets={departments} />
            <Options label={t('colleagues')} kind="agent" targets={colleagues} />
          </select>
        </label>
        <label>
          {t('comment')}
          <textarea name="comment" rows={3} maxLength={300} />
        </label>
        <div class="pw-acts">
          <button type="button" class="pw-btn" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="pw-btn go" disabled={nobody || !loaded.value}>
            {t(invites ? 'invite' : 'transfer')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Options({ label, kind, targets }: { readonly label: string; readonly kind: string; readonly targets: readonly Label[] }): JSX.Element | null {
  if (!targets.length) return null;
  return (
    <optgroup label={label}>
      {targets.map((target) => (
        <option key={target.id} value={`${kind}:${target.id}`}>
          {target.name}
        </option>
      ))}
    </optgroup>
  );
}
