import type { JSX } from 'preact';
import type { FileView } from '../../shared/entries';
import { FILE } from '../../shared/ui/paths';
import { Icon, t } from './kit';
import { size } from './size';

/** A file in a message: a picture or a line to open it by, or why it cannot be opened. */
export function FileCard({ file }: { readonly file: FileView }): JSX.Element {
  const address = `/api/v1/files/${encodeURIComponent(file.id)}`;
  if (file.state !== 'ready') return <FileLine name={file.name} note={`${size(file.size)}, ${t(file.state === 'checking' ? 'checking' : 'refused')}`} />;
  return (
    <a class="open" href={address} target="_blank" rel="noopener" aria-label={t('download', { name: file.name })}>
      {file.thumbnail ? (
        <img class="photo" src={`${address}/thumbnail`} alt={file.name} loading="lazy" />
      ) : (
        <FileLine name={file.name} note={size(file.size)} />
      )}
    </a>
  );
}

function FileLine({ name, note }: { readonly name: string; readonly note: string }): JSX.Element {
  return (
    <span class="file">
      <span class="thumb">
        <Icon name={FILE} />
      </span>
      <span class="grow">
        <bdi class="cut">{name}</bdi>
        <small>{note}</small>
      </span>
    </span>
  );
}
