import { z } from 'zod';

const prompt = z.strictObject({ title: z.string(), message: z.string() });
const parameter = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
});

/** Version 1 maps a name to its parameter; version 2 wraps that map in `properties` and lists `required`. */
const parameters = z.union([
  z.strictObject({ properties: z.record(z.string(), parameter), required: z.array(z.string()).optional() }),
  z.record(z.string(), parameter),
]);

const features = z.strictObject({
  agent_view: z
    .strictObject({
      agent_description: z.string().max(300).optional(),
      suggested_prompts: z.array(prompt).max(4).optional(),
      actions: z.array(z.strictObject({ name: z.string(), description: z.string() })).optional(),
    })
    .optional(),
  assistant_view: z
    .strictObject({ assistant_description: z.string(), suggested_prompts: z.array(prompt).max(4).optional() })
    .optional(),
  app_home: z
    .strictObject({
      home_tab_enabled: z.boolean().optional(),
      messages_tab_enabled: z.boolean().optional(),
      messages_tab_read_only_enabled: z.boolean().optional(),
    })
    .optional(),
  bot_user: z
    .strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean().optional() })
    .optional(),
  shortcuts: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(24),
        type: z.enum(['message', 'global']),
        callback_id: z.string().min(1).max(255),
        description: z.string().min(1).max(150),
      }),
    )
    .max(10)
    .optional(),
  slash_commands: z
    .array(
      z.strictObject({
        command: z.string().max(32).startsWith('/'),
        description: z.string().min(1).max(2_000),
        usage_hint: z.string().max(1_000).optional(),
        should_escape: z.boolean().optional(),
        url: z.string().optional(),
      }),
    )
    .max(50)
    .optional(),
  unfurl_domains: z.array(z.string()).max(5).optional(),
});

const settings = z.strictObject({
  allowed_ip_address_ranges: z.array(z.string()).optional(),
  event_subscriptions: z
    .strictObject({
      request_url: z.string().optional(),
      bot_events: z.array(z.string()).max(100).optional(),
      user_events: z.array(z.string()).max(100).optional(),
    })
    .optional(),
  incoming_webhooks: z.strictObject({ incoming_webhooks_enabled: z.boolean().optional() }).optional(),
  interactivity: z
    .strictObject({
      is_enabled: z.boolean(),
      request_url: z.string().optional(),
      message_menu_options_url: z.string().optional(),
    })
    .optional(),
  socket_mode_enabled: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
  org_deploy_enabled: z.boolean().optional(),
  function_runtime: z.string().optional(),
});

const scopes = z.array(z.string()).max(255).optional();

const manifest = z.strictObject({
  _metadata: z.looseObject({ major_version: z.number().optional() }).optional(),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140).optional(),
    long_description: z.string().min(175).max(4_000).optional(),
    background_color: z.string().optional(),
  }),
  features: features.optional(),
  oauth_config: z
    .strictObject({
      redirect_urls: z.array(z.string()).optional(),
      scopes: z
        .strictObject({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes })
        .optional(),
      token_management_enabled: z.boolean().optional(),
      pkce_enabled: z.boolean().optional(),
    })
    .optional(),
  settings: settings.optional(),
  functions: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string(),
        description: z.string().optional(),
        input_parameters: parameters.optional(),
        output_parameters: parameters.optional(),
      }),
    )
    .optional(),
});

/** An app manifest: what the workspace knows of the app, and all it will do for it. */
export type AppManifest = z.infer<typeof manifest>;

/**
 * Reads a manifest that was parsed from YAML or JSON. Property names and limits are Slack's manifest schema;
 * unknown properties are refused, as Slack does.
 * @throws Error that lists every problem with the path of the property.
 */
export function readManifest(value: unknown): AppManifest {
  const result = manifest.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `- ${path.join('.') || 'manifest'}: ${message}`,
  );
  throw new Error(`Slack would refuse this app manifest:\n${problems.join('\n')}`);
}

/** The bot scopes the manifest asks for. */
export function botScopes(app: AppManifest): readonly string[] {
  return app.oauth_config?.scopes?.bot ?? [];
}

/** Whether the manifest subscribes the bot to an event type such as `app_mention` or `message.im`. */
export function subscribesTo(app: AppManifest, event: string): boolean {
  return app.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
}
