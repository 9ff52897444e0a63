import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { findConversation, findVisible } from '../find-conversation.ts';
import { defineMethod, jsonArgument, objectArgument } from '../method.ts';

const prompts = jsonArgument.pipe(
  z.array(z.object({ title: z.string().min(1), message: z.string().min(1) })).max(LIMITS.prompts),
);
const loading = jsonArgument.pipe(z.array(z.string()).max(LIMITS.loadingMessages));

const setStatus = defineMethod('assistant.threads.setStatus', {
  scopes: ['assistant:write', 'chat:write'],
  takes: z.object({
    channel_id: z.string(),
    thread_ts: z.string(),
    status: z.string(),
    loading_messages: loading.optional(),
  }),
  run({ channel_id, thread_ts, status }, { platform: { workspace, assistant } }) {
    const conversation = findVisible(workspace, channel_id);
    assistant.setStatus(conversation.id, thread_ts, status);
    return {};
  },
});

const setSuggestedPrompts = defineMethod('assistant.threads.setSuggestedPrompts', {
  scopes: ['assistant:write'],
  takes: z.object({
    channel_id: z.string(),
    thread_ts: z.string().optional(),
    title: z.string().optional(),
    prompts,
  }),
  run({ channel_id, prompts: given }, { platform: { workspace, assistant } }) {
    const conversation = findConversation(workspace, channel_id);
    if (conversation.kind !== 'im') throw new Refusal('channel_not_found');
    assistant.suggest(conversation.id, given);
    return {};
  },
});

const setTitle = defineMethod('assistant.threads.setTitle', {
  scopes: ['assistant:write'],
  takes: z.object({ channel_id: z.string(), thread_ts: z.string(), title: z.string() }),
  run({ channel_id, thread_ts, title }, { platform: { workspace, assistant } }) {
    assistant.setTitle(findConversation(workspace, channel_id).id, thread_ts, title);
    return {};
  },
});

const completeSuccess = defineMethod('functions.completeSuccess', {
  takes: z.object({ function_execution_id: z.string(), outputs: objectArgument }),
  run({ function_execution_id, outputs }, { platform: { steps } }) {
    steps.finish(function_execution_id, { status: 'succeeded', outputs });
    return {};
  },
});

const completeError = defineMethod('functions.completeError', {
  takes: z.object({ function_execution_id: z.string(), error: z.string() }),
  run({ function_execution_id, error }, { platform: { steps } }) {
    steps.finish(function_execution_id, { status: 'failed', outputs: {}, error });
    return {};
  },
});

/** What an agent shows beside its messages, and the end of workflow steps. */
export const agentMethods = [setStatus, setSuggestedPrompts, setTitle, completeSuccess, completeError];
