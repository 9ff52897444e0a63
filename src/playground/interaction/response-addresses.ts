import { z } from 'zod';
import { checkBlocks } from '../blocks/check-blocks.ts';
import { type Json, jsonObject } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { makeSecret } from '../workspace/make-tokens.ts';
import type { Message } from '../workspace/message.ts';
import type { Messaging } from '../workspace/messaging.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The path under which response addresses are served. */
export const RESPONSE_PATH = '/response';

const reply = z.object({
  text: z.string().optional(),
  blocks: z.array(jsonObject).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

/** What a response address stands for. */
export interface ResponseTarget {
  readonly personId: string;
  readonly channel: string;
  /** The message the person acted on. */
  readonly original?: Message;
}

/** The address is not in use any more, or never was. Slack names no error for it. */
export class AddressLapsedError extends Error {
  override readonly name = 'AddressLapsedError';
}

interface Address extends ResponseTarget {
  readonly expiresAt: number;
  usesLeft: number;
}

/** The addresses through which the app may answer a command or a press, even where it is no member. */
export class ResponseAddresses {
  readonly #workspace: Workspace;
  readonly #messaging: Messaging;
  readonly #addresses = new Map<string, Address>();
  readonly #origin: () => string;

  constructor(workspace: Workspace, messaging: Messaging, origin: () => string) {
    this.#workspace = workspace;
    this.#messaging = messaging;
    this.#origin = origin;
  }

  /** A response address for what a person did now. */
  issue(target: ResponseTarget): string {
    const id = makeSecret();
    const expiresAt = this.#workspace.now().getTime() + LIMITS.responseMs;
    this.#addresses.set(id, { ...target, expiresAt, usesLeft: LIMITS.responseUses });
    return `${this.#origin()}${RESPONSE_PATH}/${id}`;
  }

  /**
   * Carries out one reply sent to an address.
   * @throws AddressLapsedError after half an hour and after five replies; Refusal as posting does.
   */
  answer(id: string, body: unknown): void {
    const address = this.#addresses.get(id);
    if (address === undefined || this.#workspace.now().getTime() > address.expiresAt) {
      throw new AddressLapsedError();
    }
    if (address.usesLeft === 0) throw new AddressLapsedError();
    this.show(address, body);
    address.usesLeft -= 1;
  }

  /** Shows a reply: the body of an acknowledgement or of a call to a response address. */
  show(target: ResponseTarget, body: unknown): void {
    const { success, data } = reply.safeParse(body);
    const conversation = this.#workspace.conversation(target.channel);
    if (!success || conversation === undefined) throw new Refusal('invalid_payload');
    const { timeline, app } = this.#workspace;
    const original = target.original && timeline.find(target.channel, target.original.ts);
    if (data.delete_original === true) {
      if (original !== undefined) this.#messaging.remove(conversation, original);
      return;
    }
    const content = this.#content(data.text, data.blocks);
    if (data.replace_original === true && original !== undefined) {
      this.#messaging.update(conversation, { ...original, ...content });
      return;
    }
    const isPrivate = data.response_type !== 'in_channel';
    this.#messaging.post(conversation, {
      ...content,
      author: app.botUserId,
      isFromApp: true,
      ...(isPrivate && { onlyFor: target.personId }),
      ...(data.thread_ts !== undefined && { threadTs: data.thread_ts }),
    });
  }

  #content(text: string | undefined, blocks: Json | undefined) {
    const checked = blocks === undefined ? [] : checkBlocks(blocks, 'message', () => this.#newBlockId());
    if ((text ?? '') === '' && checked.length === 0) throw new Refusal('invalid_payload');
    return { text: text ?? '', blocks: checked };
  }

  #newBlockId(): string {
    return this.#workspace.identifiers.next('b');
  }
}
