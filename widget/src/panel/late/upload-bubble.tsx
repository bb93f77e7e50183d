import type { JSX } from 'preact';
import type { Uploading } from '../../shared/uploads';
import { mayGoAgain } from '../../shared/uploads';
import { size } from './size';
import { again, drop } from './files';
import { IconButton, t } from './kit';

/** A file on its way, with how far it has come; or why it did not go, and the way to send it again where that may help. */
export function UploadBubble({ item }: { readonly item: Uploading }): JSX.Element {
  const part = Math.round(item.part * 100);
  const failure = t(item.failed === 'too-large' ? 'uploadTooLarge' : item.failed === 'invalid' ? 'uploadType' : 'uploadFailed');
  return (
    <div class="m me first last">
      <div class={item.failed ? 'b fail' : 'b'}>
        <span class="file">
          <IconButton icon="close" label={t(item.failed ? 'discard' : 'cancelUpload')} onClick={() => drop(item.key)} />
          <span class="grow">
            <bdi class="cut">{item.file.name}</bdi>
            <small {...(item.failed && { role: 'alert' })}>{item.failed ? failure : t('progress', { part, size: size(item.file.size) })}</small>
            {!item.failed && <progress max={100} value={part} aria-label={item.file.name} />}
          </span>
        </span>
      </div>
      {mayGoAgain(item) && (
        <p class="meta fail">
          <button onClick={() => again(item)}>{t('again')}</button>
        </p>
      )}
    </div>
  );
}
