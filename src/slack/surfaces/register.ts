import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { type Receipt, receiptOf } from '../connection/receipt.ts';
import type { Services } from '../services.ts';
import { agentContext } from './agent-context.ts';
import { askDeskButton } from './ask-desk.ts';
import { chooseButton } from './choose.ts';
import { closeComplaint } from './close-complaint.ts';
import { closeDeskQuestion } from './close-desk-question.ts';
import { directMessage } from './direct-message.ts';
import { citationButton, contextButton } from './fact-windows.ts';
import { feedbackAction } from './feedback.ts';
import { findFacts } from './find-facts.ts';
import { home } from './home.ts';
import { homeAgain, homeQuestions, homeTopic } from './home-actions.ts';
import { mention } from './mention.ts';
import { notRightButton, notRightWindow } from './not-right.ts';
import { ownPeopleOnly } from './own-people.ts';
import { askShortcut, questionWindow } from './question-box.ts';
import { shareButton } from './share.ts';
import { slashCommand } from './slash-command.ts';
import type { Surface } from './surface.ts';
import { threadFollowUp } from './thread-follow-up.ts';
import { listenToUnknown } from './unknown.ts';
import { workflowStep } from './workflow-step.ts';

/** Every entry point there is. The manifest must name the same. */
export function createSurfaces(services: Services): readonly Surface[] {
  return [
    slashCommand(services),
    mention(services),
    directMessage(services),
    threadFollowUp(services),
    home(services),
    ...homeQuestions(services),
    homeAgain(services),
    homeTopic(services),
    agentContext(),
    findFacts(services),
    askShortcut(services),
    questionWindow(services),
    contextButton(services),
    citationButton(services),
    shareButton(services),
    chooseButton(services),
    notRightButton(services),
    notRightWindow(services),
    feedbackAction(services),
    askDeskButton(services),
    ...closeDeskQuestion(services),
    ...closeComplaint(services),
    workflowStep(services),
  ];
}

/** Has the app listen to its own people at every surface, and take what belongs to none. */
export function register(app: App, surfaces: readonly Surface[], services: Services): void {
  app.use(ownPeopleOnly(services));
  for (const surface of surfaces) listen(app, surface);
  listenToUnknown(app, surfaces, services);
}

function listen(app: App, surface: Surface): void {
  switch (surface.kind) {
    case 'command':
      app.command(surface.name, (args) => surface.listen(withReceipt(args)));
      break;
    case 'event':
      app.event(surface.name, ({ body, client, context }) =>
        surface.listen({ body, client, receipt: receiptOf(context) }),
      );
      break;
    case 'action':
      app.action({ type: 'block_actions', action_id: surface.name }, (args) =>
        surface.listen(withReceipt(args)),
      );
      break;
    case 'view':
      app.view(surface.name, (args) => surface.listen(withReceipt(args)));
      break;
    case 'shortcut':
      app.shortcut(surface.name, (args) => surface.listen(withReceipt(args)));
      break;
    case 'step':
      // A step is acknowledged when it has ended: one that a kill cut short is sent again.
      app.function(surface.name, { autoAcknowledge: false }, (args) => surface.listen(args));
      break;
    default:
      surface satisfies never;
  }
}

function withReceipt<Args extends AllMiddlewareArgs>(args: Args): Args & { readonly receipt: Receipt } {
  return { ...args, receipt: receiptOf(args.context) };
}
