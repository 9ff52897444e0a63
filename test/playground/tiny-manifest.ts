import { type AppManifest, readManifest } from '../../src/playground/index.ts';

/** The manifest of the tiny app the tests talk to: every surface, and only the scopes it needs. */
export const tinyManifest: AppManifest = readManifest({
  display_information: { name: 'Echo' },
  features: {
    agent_view: { suggested_prompts: [{ title: 'First', message: 'What came first?' }] },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Echo', always_online: true },
    slash_commands: [
      { command: '/echo', description: 'Says it again', usage_hint: 'anything at all' },
      { command: '/deaf', description: 'Is never acknowledged' },
    ],
    shortcuts: [
      { name: 'Echo this', type: 'message', callback_id: 'echo_message', description: 'Says it again' },
      { name: 'Ask Echo', type: 'global', callback_id: 'ask_echo', description: 'Opens a box' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'chat:write',
        'commands',
        'im:history',
        'assistant:write',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'app_mention', 'function_executed', 'message.im'],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
    function_runtime: 'remote',
  },
  functions: { echo_step: { title: 'Echo', description: 'Says it again' } },
});
