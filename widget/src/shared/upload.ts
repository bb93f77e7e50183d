import type { FileView } from './entries';

export interface Upload {
  readonly done: Promise<FileView>;
  cancel(): void;
}

/** Why a file was not taken: the server's code (`too-large`, `invalid` …), `cancelled`, or `unavailable` without an answer. */
export class UploadFailed extends Error {
  constructor(
    readonly code: string,
    detail?: string,
  ) {
    super(detail ?? code);
  }
}

/** Sends one file. XMLHttpRequest and not fetch, since only it tells how far an upload has come. */
export function upload(url: string, bearer: string, file: File, onProgress: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<FileView>((resolve, reject) => {
    request.open('POST', url);
    request.setRequestHeader('Authorization', `Bearer ${bearer}`);
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new UploadFailed('unavailable'));
    request.onabort = () => reject(new UploadFailed('cancelled'));
    request.onload = () => (request.status === 201 ? resolve(JSON.parse(request.responseText) as FileView) : reject(failure(request)));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}

function failure(request: XMLHttpRequest): UploadFailed {
  const code = request.status === 413 ? 'too-large' : 'unavailable';
  try {
    const problem = JSON.parse(request.responseText) as { code?: string; detail?: string };
    return new UploadFailed(problem.code ?? code, problem.detail);
  } catch {
    return new UploadFailed(code);
  }
}
