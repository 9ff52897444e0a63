import { makeSecret } from '../workspace/make-tokens.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The path under which files are uploaded. */
export const UPLOAD_PATH = '/upload';

/** A file that was announced, and arrived or not. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Undefined until it is uploaded. */
  readonly text: string | undefined;
}

/** Files on their way from the app: announced, uploaded, and not shared yet. */
export class Uploads {
  readonly #workspace: Workspace;
  readonly #origin: () => string;
  readonly #byId = new Map<string, Upload>();
  /** Ids of files by the secret of their address. */
  readonly #addressed = new Map<string, string>();

  constructor(workspace: Workspace, origin: () => string) {
    this.#workspace = workspace;
    this.#origin = origin;
  }

  /** The id of a file to come, and where its bytes go. */
  announce(name: string): { readonly id: string; readonly url: string } {
    const [id, secret] = [this.#workspace.identifiers.next('F'), makeSecret()];
    this.#byId.set(id, { id, name, text: undefined });
    this.#addressed.set(secret, id);
    return { id, url: `${this.#origin()}${UPLOAD_PATH}/${secret}` };
  }

  /** Takes what was sent to an address; false where none such was given out. */
  async receive(
    secret: string,
    { bytes, type }: { readonly bytes: Buffer; readonly type: string },
  ): Promise<boolean> {
    const upload = this.#byId.get(this.#addressed.get(secret) ?? '');
    if (upload === undefined) return false;
    const text = type.startsWith('multipart/form-data') ? await fileInForm(bytes, type) : bytes.toString();
    this.#byId.set(upload.id, { ...upload, text });
    return true;
  }

  /** A file that arrived; it can be shared once. */
  take(id: string): Upload | undefined {
    const upload = this.#byId.get(id);
    if (upload?.text !== undefined) this.#byId.delete(id);
    return upload;
  }
}

async function fileInForm(bytes: Buffer, type: string): Promise<string> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const [file] = [...form.values()].filter((value) => typeof value !== 'string');
  return file === undefined ? '' : await file.text();
}
