import type { FileView } from './entries';

/** What becomes of a file on its way. After the end of one, or a cancel, nothing more is heard. */
export interface UploadListener {
  /** How much of it has gone, 0 to 1. */
  progressed(part: number): void;
  taken(file: FileView): void;
  /** With the server's code (`too-large`, `invalid` …), or `unavailable` without an answer. */
  failed(code: string): void;
}

/** Sends one file; gives what cancels it. XMLHttpRequest and not fetch, since only it tells how far an upload has come. */
export function upload(bearer: string, file: File, listener: UploadListener): () => void {
  const request = new XMLHttpRequest();
  request.open('POST', '/api/v1/files');
  request.setRequestHeader('Authorization', `Bearer ${bearer}`);
  // An answer that is no JSON is null.
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => listener.progressed(total && loaded / total);
  request.onerror = () => listener.failed('unavailable');
  request.onload = () => {
    const { status, response } = request;
    if (status === 201) listener.taken(response as FileView);
    else listener.failed((response as { code?: string } | null)?.code ?? (status === 413 ? 'too-large' : 'unavailable'));
  };
  const form = new FormData();
  form.append('file', file, file.name);
  request.send(form);
  return () => request.abort();
}
