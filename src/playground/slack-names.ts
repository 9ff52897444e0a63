/**
 * The names Slack uses for events, interactions and errors, each with the page they were read from. What is not here,
 * the stand-in neither sends nor refuses with, and the bot does not look for.
 */

/** https://api.slack.com/events; the last two https://docs.slack.dev/reference/events. Read in November 2026. */
export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_rate_limited',
  'app_uninstalled',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'tokens_revoked',
  'app_context_changed',
  'function_executed',
] as const;

/** Kinds of message that are still what a person wrote: https://docs.slack.dev/reference/events/message. */
export const MESSAGE_SUBTYPES = ['file_share', 'me_message', 'message_changed', 'thread_broadcast'] as const;

/** https://docs.slack.dev/reference/interaction-payloads, and the type of `options` requests of Bolt. */
export const INTERACTIONS = [
  'block_actions',
  'block_suggestion',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
] as const;

/** What an event comes in: https://docs.slack.dev/apis/events-api. */
export const EVENT_ENVELOPE = 'event_callback';

/** How Slack asks an address to prove itself: https://docs.slack.dev/reference/events/url_verification. */
export const URL_CHALLENGE = 'url_verification';

/** How Slack looks at the certificate: https://docs.slack.dev/interactivity/implementing-slash-commands. */
export const CERTIFICATE_CHECK = 'ssl_check';

/**
 * Why Slack closes a socket: https://docs.slack.dev/apis/events-api/using-socket-mode, and too many of them as in
 * https://github.com/slackapi/node-slack-sdk/issues/1654.
 */
export const GOODBYES = ['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const;

/** How the next token is asked for: https://docs.slack.dev/authentication/using-token-rotation. */
export const REFRESH_GRANT = 'refresh_token';

/** Errors of every method: each page under https://docs.slack.dev/reference/methods repeats them. Read in May 2026. */
const COMMON_ERRORS = words(
  'access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied',
  'enterprise_is_restricted fatal_error internal_error invalid_arg_name invalid_arguments',
  'invalid_array_arg invalid_auth invalid_charset invalid_form_data invalid_post_type method_deprecated',
  'missing_post_type missing_scope no_permission not_allowed_token_type not_authed org_login_required',
  'ratelimited request_timeout service_unavailable team_access_not_granted team_added_to_org',
  'token_expired token_revoked two_factor_setup_required',
);

/**
 * Errors of one method each, beside the common ones: `https://docs.slack.dev/reference/methods/METHOD`, as copied by
 * https://github.com/smstoslack/slack_kit in May 2026 (`priv/docs/methods`).
 */
export const METHOD_ERRORS = {
  'apps.connections.open': words('forbidden_team insecure_request missing_args'),
  'assistant.threads.setStatus': words('channel_not_found invalid_thread_ts reserved_username'),
  'assistant.threads.setSuggestedPrompts': words('channel_not_found invalid_thread_ts message_not_found'),
  'assistant.threads.setTitle': words('channel_not_found invalid_thread_ts'),
  'auth.test': [],
  'chat.delete': words('cant_delete_message channel_not_found message_not_found'),
  'chat.getPermalink': words('channel_not_found message_not_found'),
  'chat.postEphemeral': words(
    'cannot_reply_to_message channel_not_found invalid_attachments invalid_blocks invalid_blocks_format',
    'is_archived markdown_text_conflict message_limit_exceeded messages_tab_disabled msg_too_long no_text',
    'not_in_channel restricted_action too_many_attachments user_not_in_channel',
  ),
  'chat.postMessage': words(
    'as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found',
    'draft_already_deleted draft_already_sent draft_has_conflict draft_not_found',
    'duplicate_channel_not_found duplicate_message_not_found invalid_blocks invalid_blocks_format',
    'invalid_metadata_format invalid_metadata_schema is_archived markdown_text_conflict',
    'message_limit_exceeded messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large',
    'missing_file_data msg_blocks_too_long no_text not_in_channel rate_limited restricted_action',
    'restricted_action_non_threadable_channel restricted_action_read_only_channel',
    'restricted_action_thread_locked restricted_action_thread_only_channel',
    'slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked',
    'slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards',
  ),
  'chat.update': words(
    'as_user_not_supported block_mismatch blocked_file_type cant_broadcast_message cant_update_message',
    'channel_not_found edit_window_closed external_channel_migrating file_deleted file_is_deleted',
    'file_not_found file_share_limit_reached invalid_attachments invalid_blocks invalid_blocks_format',
    'invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict',
    'max_file_sharing_exceeded message_limit_exceeded message_not_found metadata_must_be_sent_from_app',
    'metadata_too_large msg_too_long no_dual_broadcast_content_update no_text posting_to_channel_denied',
    'slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked',
    'slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked',
    'slack_connect_file_upload_sharing_blocked streaming_state_conflict team_not_found',
    'too_many_attachments unable_to_share_files update_failed',
  ),
  'conversations.history': words(
    'channel_is_limited_access channel_not_found invalid_cursor invalid_metadata_filter_keys',
    'invalid_ts_latest invalid_ts_oldest not_in_channel',
  ),
  'conversations.info': words('channel_is_limited_access channel_not_found'),
  'conversations.open': words(
    'channel_not_found invalid_user_combination method_not_supported_for_channel_type not_enough_users',
    'too_many_users user_disabled user_not_found user_not_visible users_list_not_supplied',
  ),
  'conversations.replies': words(
    'channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest invalid_ts_oldest',
    'list_record_comment_fetch_failed method_not_supported_for_channel_type thread_not_found',
  ),
  'files.completeUploadExternal': words(
    'channel_not_found channels_limit_exceeded file_not_found file_type_not_allowed file_update_failed',
    'file_uploads_except_images_disabled invalid_blocks invalid_channel not_in_channel',
    'posting_to_channel_denied user_is_external_guest',
  ),
  'files.getUploadURLExternal': words(
    'alt_txt_too_large file_type_not_allowed file_upload_size_restricted file_uploads_disabled',
    'file_uploads_except_images_disabled missing_argument snippet_too_large storage_limit_reached',
    'unknown_snippet_type unknown_subtype',
  ),
  'functions.completeError': words(
    'execution_not_in_running_state function_execution_not_found unknown_method',
  ),
  'functions.completeSuccess': words(
    'execution_not_in_running_state function_execution_not_found parameter_validation_failed',
    'unknown_method',
  ),
  'reactions.add': words(
    'already_reacted bad_timestamp channel_not_found external_channel_migrating invalid_name is_archived',
    'message_not_found no_access no_item_specified not_reactable thread_locked too_many_emoji',
    'too_many_reactions',
  ),
  'users.info': words('too_many_users user_not_found user_not_visible'),
  'views.open': words(
    'duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id view_too_large',
  ),
  'views.publish': words(
    'duplicate_external_id hash_conflict missing_profile_id not_enabled not_implemented view_too_large',
  ),
  'views.push': words(
    'duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id not_found',
    'push_limit_reached view_too_large',
  ),
  'views.update': words('duplicate_external_id hash_conflict not_found view_too_large'),
} as const;

/**
 * What Slack answers though the page of the method does not say so: `msg_too_long` in
 * https://github.com/slackapi/slack-api-specs (`web-api`), `thread_not_found` as Slack's own people tell it in
 * https://github.com/slackapi/bolt-js/issues/2307. Not seen, but the same limit by another door: the size of blocks as
 * in `chat.postMessage`, and membership as in `conversations.history`.
 */
const UNLISTED_ERRORS = {
  'apps.connections.open': words('team_disabled user_removed_from_team'),
  'chat.postEphemeral': words('msg_blocks_too_long thread_not_found'),
  'chat.postMessage': words('msg_too_long thread_not_found'),
  'chat.update': words('msg_blocks_too_long'),
  'conversations.replies': words('not_in_channel'),
} as const;

/**
 * Errors of reply addresses, which are webhooks:
 * https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks. For an address that has lapsed
 * no name is documented.
 */
const REPLY_ADDRESS_ERRORS = [
  'action_prohibited',
  'channel_is_archived',
  'channel_not_found',
  'invalid_payload',
  'user_not_found',
] as const;

/** The name of an event as apps subscribe to it. */
export type EventName = (typeof EVENTS)[number];

/** The name of an error, of whatever method. */
export type ErrorName =
  | (typeof COMMON_ERRORS)[number]
  | (typeof METHOD_ERRORS)[keyof typeof METHOD_ERRORS][number]
  | (typeof UNLISTED_ERRORS)[keyof typeof UNLISTED_ERRORS][number]
  | (typeof REPLY_ADDRESS_ERRORS)[number];

/** Whether Slack refuses calls of a method with this error. A method nobody knows is refused as such. */
export function refusesWith(method: string, error: string): boolean {
  const listed = (errors: Readonly<Record<string, readonly string[]>>) =>
    errors[method]?.includes(error) === true;
  return (
    COMMON_ERRORS.some((common) => common === error) ||
    listed(METHOD_ERRORS) ||
    listed(UNLISTED_ERRORS) ||
    error === 'unknown_method'
  );
}

/** Every error name there is, of whatever method. */
export const ALL_ERRORS: ReadonlySet<string> = new Set<ErrorName>([
  ...COMMON_ERRORS,
  ...Object.values(METHOD_ERRORS).flat(),
  ...Object.values(UNLISTED_ERRORS).flat(),
  ...REPLY_ADDRESS_ERRORS,
]);

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** The words of some lines, each a type of its own. */
function words<const Lines extends readonly string[]>(...lines: Lines): readonly Words<Lines[number]>[] {
  return lines.join(' ').split(' ') as Words<Lines[number]>[];
}
