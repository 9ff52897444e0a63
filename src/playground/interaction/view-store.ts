import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { View, ViewContent } from './view.ts';

/** How the app names a view it wants to change. */
export interface ViewReference {
  readonly viewId?: string | undefined;
  readonly externalId?: string | undefined;
  /** The hash the app last saw; when the view changed since, the call is refused. */
  readonly hash?: string | undefined;
}

/** The modals and the Home tab that each person has open. */
export class ViewStore {
  readonly #workspace: Workspace;
  readonly #stacks = new Map<string, readonly View[]>();
  readonly #homes = new Map<string, View>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The modal on top, which is the one the person sees. */
  modal(personId: string): View | undefined {
    return this.stack(personId).at(-1);
  }

  /** All modals of a person, the one on top last. */
  stack(personId: string): readonly View[] {
    return this.#stacks.get(personId) ?? [];
  }

  /** The Home tab the app published for a person. */
  home(personId: string): View | undefined {
    return this.#homes.get(personId);
  }

  /** Opens a modal on top of whatever the person has open. @throws Refusal `push_limit_reached` */
  push(personId: string, content: ViewContent): View {
    const stack = this.stack(personId);
    if (stack.length >= LIMITS.view.stack) throw new Refusal('push_limit_reached');
    if (content.externalId !== '' && this.#find({ externalId: content.externalId }) !== undefined) {
      throw new Refusal('duplicate_external_id');
    }
    const id = this.#workspace.identifiers.next('V');
    const below = stack.at(-1);
    const view: View = {
      ...content,
      id,
      personId,
      rootId: stack[0]?.id ?? id,
      ...(below !== undefined && { previousId: below.id }),
      hash: this.#newHash(),
      errors: {},
    };
    this.#setStack(personId, [...stack, view]);
    return view;
  }

  /** Opens a modal in place of any the person had open. */
  open(personId: string, content: ViewContent): View {
    this.#setStack(personId, []);
    return this.push(personId, content);
  }

  /** Gives a modal or Home tab new content. @throws Refusal `not_found` or `hash_conflict` */
  update(reference: ViewReference, content: ViewContent): View {
    const view = this.#find(reference);
    if (view === undefined) throw new Refusal('not_found');
    if (reference.hash !== undefined && reference.hash !== view.hash) throw new Refusal('hash_conflict');
    const { id, personId, rootId, previousId, kind } = view;
    const below = previousId === undefined ? {} : { previousId };
    // Nothing of the old content stays: a view that comes without a submit button has none.
    return this.#replace({
      ...content,
      ...below,
      id,
      personId,
      rootId,
      kind,
      hash: this.#newHash(),
      errors: {},
    });
  }

  /** Publishes a person's Home tab. @throws Refusal `hash_conflict` */
  publish(personId: string, content: ViewContent, hash: string | undefined): View {
    const home = this.home(personId);
    if (hash !== undefined && home !== undefined && hash !== home.hash) throw new Refusal('hash_conflict');
    const id = home?.id ?? this.#workspace.identifiers.next('V');
    const view = { ...content, id, personId, rootId: id, hash: this.#newHash(), errors: {} };
    this.#homes.set(personId, view);
    this.#workspace.changes.announce();
    return view;
  }

  /** Shows what is wrong with the values of the modal on top. */
  showErrors(view: View, errors: Readonly<Record<string, string>>): void {
    this.#replace({ ...view, errors });
  }

  /** Closes the modal on top. */
  pop(personId: string): void {
    this.#setStack(personId, this.stack(personId).slice(0, -1));
  }

  /** Closes all modals of a person. */
  clear(personId: string): void {
    this.#setStack(personId, []);
  }

  #find({ viewId, externalId }: ViewReference): View | undefined {
    const all = [...this.#homes.values(), ...[...this.#stacks.values()].flat()];
    return all.find((view) =>
      viewId === undefined ? externalId !== undefined && view.externalId === externalId : view.id === viewId,
    );
  }

  #replace(view: View): View {
    if (view.kind === 'home') this.#homes.set(view.personId, view);
    else {
      const stack = this.stack(view.personId);
      this.#stacks.set(
        view.personId,
        stack.map((one) => (one.id === view.id ? view : one)),
      );
    }
    this.#workspace.changes.announce();
    return view;
  }

  #setStack(personId: string, stack: readonly View[]): void {
    this.#stacks.set(personId, stack);
    this.#workspace.changes.announce();
  }

  #newHash(): string {
    return `${this.#workspace.timestamps.next()}.${this.#workspace.identifiers.next('h')}`;
  }
}
