import { Person } from '../person/person.ts';
import type { Platform } from '../platform.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Member } from '../workspace/member.ts';
import type { Colleague, PageState, SeenApp, SeenConversation, SeenModal } from './page-state.ts';

/** The page draws the last messages of a conversation only, however many there are. */
const SHOWN_MESSAGES = 200;

/** The page's state for one person, as of now. */
export function readPageState(member: Member, platform: Platform, examples: readonly string[]): PageState {
  const { workspace } = platform;
  const person = new Person(platform, member);
  const home = person.home();
  return {
    workspaceName: workspace.team.name,
    me: describe(member),
    people: workspace.members.filter(({ isBot }) => !isBot).map(describe),
    app: describeApp(platform),
    conversations: workspace.conversations
      .filter(({ members }) => members.has(member.id))
      .map((conversation) => describeConversation(conversation, person, platform)),
    home: home === undefined ? null : { id: home.id, blocks: home.blocks, hash: home.hash },
    modal: describeModal(person),
    prompts: person.prompts(),
    examples,
    notices: person.notices(),
  };
}

function describe({ id, handle, realName, role }: Member): Colleague {
  return { id, handle, name: realName, role };
}

function describeApp({ workspace, hub }: Platform): SeenApp {
  const { app, manifest } = workspace;
  const { app_home, slash_commands = [], shortcuts = [] } = manifest.features ?? {};
  return {
    id: app.botUserId,
    handle: app.handle,
    name: app.name,
    description: manifest.display_information.description ?? '',
    isConnected: hub.size > 0,
    hasHome: app_home?.home_tab_enabled === true,
    hasMessages: app_home?.messages_tab_enabled === true,
    mayBeWrittenTo:
      app_home?.messages_tab_enabled === true && app_home.messages_tab_read_only_enabled !== true,
    commands: slash_commands.map(({ command, description, usage_hint = '' }) => ({
      command,
      description,
      hint: usage_hint,
    })),
    shortcuts: shortcuts.map(({ callback_id, name, description, type }) => ({
      callbackId: callback_id,
      name,
      description,
      type,
    })),
  };
}

function describeConversation(
  conversation: Conversation,
  person: Person,
  platform: Platform,
): SeenConversation {
  const { workspace, assistant } = platform;
  const { id, name, kind, isArchived, members } = conversation;
  const messages = person.messages(id).slice(-SHOWN_MESSAGES);
  return {
    id,
    name,
    kind,
    isArchived,
    hasApp: members.has(workspace.app.botUserId),
    memberCount: members.size,
    messages,
    threads: Object.fromEntries(
      messages.flatMap(({ ts, replyCount }) => (replyCount === 0 ? [] : [[ts, person.thread(id, ts)]])),
    ),
    statuses: assistant.statuses(id),
  };
}

function describeModal(person: Person): SeenModal | null {
  const modal = person.modal();
  if (modal === undefined) return null;
  const { id, blocks, hash, title, submit = null, close = 'Close', errors } = modal;
  return { id, blocks, hash, title, submit, close, errors };
}
