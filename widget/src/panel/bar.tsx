import type { JSX } from 'preact';
import type { IconName } from '../shared/ui/icon';
import { Icon } from '../shared/ui/icon';
import { t, visit } from './context';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly kind?: string;
  readonly disabled?: boolean;
  readonly type?: 'submit';
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly onClick?: () => void;
}

export function IconButton({ icon, label, kind = '', ...rest }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class={`ib ${kind}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

/** Pop out (at home, where there is room) and close: only where the panel is a frame on somebody's page. */
export function PanelButtons({ pop }: { readonly pop?: boolean }): JSX.Element | null {
  if (visit.panel.mode === 'page') return null;
  return (
    <>
      {pop && (
      <a class="ib" href={`/chat/${visit.panel.site}`} target="_blank" rel="noopener" aria-label={t('pop')} title={t('pop')}>
        <Icon name="pop" />
      </a>
      )}
      <IconButton icon="close" label={t('closePanel')} onClick={() => visit.closePanel()} />
    </>
  );
}
