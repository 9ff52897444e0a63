import { type AppManifest, botScopes } from '../manifest.ts';
import { Changes } from './changes.ts';
import { CONVERSATION_PREFIX, Conversation, type ConversationKind } from './conversation.ts';
import { Identifiers } from './identifiers.ts';
import { makeTokens, type Tokens } from './make-tokens.ts';
import { CAST, type Member } from './member.ts';
import { Timeline } from './timeline.ts';
import { Timestamps } from './timestamps.ts';

/** The app as the workspace knows it. */
export interface InstalledApp {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: ReadonlySet<string>;
}

/** A workspace as Slack names it. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** In which workspace the app is, and what Slack signs its requests with. */
export interface Installed {
  readonly team?: Team | undefined;
  /** @default one of its own */
  readonly signingSecret?: string | undefined;
}

const PLAYGROUND: Team = {
  id: 'T0PLAYGROUND',
  name: 'Playground newsroom',
  domain: 'playground-newsroom',
};

const FIRST_CHANNELS = ['newsroom', 'foreign-desk'];

/** The team, its people and its conversations: all that Slack would keep. */
export class Workspace {
  readonly team: Team;
  readonly manifest: AppManifest;
  readonly now: () => Date;
  readonly changes = new Changes();
  readonly identifiers = new Identifiers();
  readonly timestamps: Timestamps;
  readonly timeline: Timeline;
  readonly app: InstalledApp;
  /** What the app got at its installation: others at each start. */
  readonly tokens: Tokens;
  readonly #members = new Map<string, Member>();
  readonly #conversations = new Map<string, Conversation>();

  constructor(manifest: AppManifest, now: () => Date, { team = PLAYGROUND, signingSecret }: Installed = {}) {
    this.manifest = manifest;
    this.now = now;
    this.team = team;
    const tokens = makeTokens();
    this.tokens = { ...tokens, signingSecret: signingSecret ?? tokens.signingSecret };
    this.timestamps = new Timestamps(now);
    this.timeline = new Timeline(this.timestamps);
    this.app = this.#install();
    for (const name of FIRST_CHANNELS) this.addChannel(name, 'public', true);
    const { id: teamId } = this.team;
    for (const person of CAST)
      this.#join({ ...person, id: this.identifiers.next('U'), isBot: false, teamId });
  }

  /** Everybody in the workspace, the bot too. */
  get members(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Every channel and direct message. */
  get conversations(): readonly Conversation[] {
    return [...this.#conversations.values()];
  }

  /** The member with this id. */
  member(id: string): Member | undefined {
    return this.#members.get(id);
  }

  /** The person with this short name, if there is one. */
  knownPerson(handle: string): Member | undefined {
    return this.members.find((member) => member.handle === handle && !member.isBot);
  }

  /** The person with this short name; a name not heard before joins as a new colleague. */
  person(handle: string): Member {
    return this.#personOf(this.team.id, handle, 'Colleague');
  }

  /** A guest of the workspace by short name; a new one is in all public channels, as if invited to each. */
  guest(handle: string): Member {
    return this.#personOf(this.team.id, handle, 'Guest', true);
  }

  /** Somebody of another organisation by short name; a new one is in all public channels, as if all were shared. */
  outsider(handle: string, teamId: string): Member {
    return this.#personOf(teamId, handle, 'Of another organisation');
  }

  /** Whether people of another organisation are in a conversation. */
  isShared({ members }: Conversation): boolean {
    return [...members].some((id) => (this.member(id)?.teamId ?? this.team.id) !== this.team.id);
  }

  /** A conversation by id, or a channel by name with or without `#`. */
  conversation(idOrName: string): Conversation | undefined {
    const name = idOrName.replace(/^#/, '');
    return (
      this.#conversations.get(idOrName) ??
      this.conversations.find((one) => one.kind !== 'im' && one.name === name)
    );
  }

  /** The direct messages between a person and the app. */
  directMessages(personId: string): Conversation {
    const known = this.conversations.find(({ kind, name }) => kind === 'im' && name === personId);
    if (known !== undefined) return known;
    return this.#open(new Conversation(this.identifiers.next('D'), personId, 'im'), [personId], true);
  }

  /** Opens a channel with everybody in it; the bot is in when `withBot` says so. */
  addChannel(name: string, kind: Exclude<ConversationKind, 'im'>, withBot: boolean): Conversation {
    const channel = new Conversation(this.identifiers.next(CONVERSATION_PREFIX[kind]), name, kind);
    const people = this.members.filter(({ isBot }) => !isBot).map(({ id }) => id);
    return this.#open(channel, people, withBot);
  }

  #personOf(teamId: string, handle: string, role: string, isGuest = false): Member {
    const known = this.knownPerson(handle);
    if (known !== undefined) return known;
    const newcomer = { handle, realName: handle, role, timezone: 'UTC', isAdmin: false, isGuest, teamId };
    return this.#join({ ...newcomer, id: this.identifiers.next('U'), isBot: false });
  }

  #open(conversation: Conversation, people: readonly string[], withBot: boolean): Conversation {
    for (const id of people) conversation.members.add(id);
    if (withBot) conversation.members.add(this.app.botUserId);
    this.#conversations.set(conversation.id, conversation);
    this.changes.announce();
    return conversation;
  }

  #join(member: Member): Member {
    this.#members.set(member.id, member);
    for (const { kind, members } of this.conversations) if (kind === 'public') members.add(member.id);
    this.directMessages(member.id);
    this.changes.announce();
    return member;
  }

  #install(): InstalledApp {
    const { display_information, features } = this.manifest;
    const name = features?.bot_user?.display_name ?? display_information.name;
    const handle = name.toLowerCase().replaceAll(/\s+/g, '-');
    const [id, botUserId, botId] = [
      this.identifiers.next('A'),
      this.identifiers.next('U'),
      this.identifiers.next('B'),
    ];
    const bot = {
      id: botUserId,
      handle,
      realName: name,
      role: 'App',
      timezone: 'UTC',
      isAdmin: false,
      isBot: true,
      teamId: this.team.id,
    };
    this.#members.set(botUserId, bot);
    return { id, name, handle, botUserId, botId, scopes: new Set(botScopes(this.manifest)) };
  }
}
