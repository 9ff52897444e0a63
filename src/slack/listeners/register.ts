import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { type Receipt, receiptOf } from '../connection/receipt.ts';
import type { Services } from '../services/services.ts';
import { agentContext } from './ask/agent-context.ts';
import { askShortcut, questionSubmitted } from './ask/ask-factdesk.ts';
import { directMessage } from './ask/direct-message.ts';
import { factCommand } from './ask/fact-command.ts';
import { findFacts } from './ask/find-facts.ts';
import { mention, mentionInMessage } from './ask/mention.ts';
import { threadFollowUp } from './ask/thread-follow-up.ts';
import { workflowStep } from './ask/workflow-step.ts';
import { closeDeskQuestion } from './desk/close-desk-question.ts';
import { closeReport } from './desk/close-report.ts';
import { decideRecalls } from './desk/recall-card-buttons.ts';
import { reviewFacts } from './desk/review-facts.ts';
import { homeAgain, homeQuestions, homeTopic } from './home/home-actions.ts';
import { homeOpened } from './home/home-opened.ts';
import { sourceNotes } from './home/source-notes.ts';
import type { Listener } from './listener.ts';
import { ownPeopleOnly } from './own-people.ts';
import { askDeskButton } from './reply-buttons/ask-desk-button.ts';
import { chooseButton } from './reply-buttons/choose.ts';
import { citationButton, contextButton } from './reply-buttons/fact-modals.ts';
import { recallSeenButton } from './reply-buttons/recall-seen.ts';
import { reportButton, reportSubmitted } from './reply-buttons/report-fact.ts';
import { shareButton } from './reply-buttons/share.ts';
import { showFactButton } from './reply-buttons/show-fact.ts';
import { usesButton } from './reply-buttons/show-uses.ts';
import { thumbs } from './reply-buttons/thumbs.ts';
import { listenToUnknown } from './unknown.ts';

/** Every entry point there is. The manifest must name the same. */
export function createListeners(services: Services): readonly Listener[] {
  return [
    factCommand(services),
    mention(services),
    mentionInMessage(services),
    directMessage(services),
    threadFollowUp(services),
    homeOpened(services),
    ...homeQuestions(services),
    homeAgain(services),
    homeTopic(services),
    ...sourceNotes(services),
    agentContext(),
    findFacts(services),
    askShortcut(services),
    questionSubmitted(services),
    contextButton(services),
    citationButton(services),
    shareButton(services),
    chooseButton(services),
    reportButton(services),
    reportSubmitted(services),
    thumbs(services),
    showFactButton(services),
    usesButton(services),
    askDeskButton(services),
    ...closeDeskQuestion(services),
    ...closeReport(services),
    ...reviewFacts(services),
    ...decideRecalls(services),
    recallSeenButton(services),
    workflowStep(services),
  ];
}

/** Has the app listen to its own people at every listener, and take what belongs to none. */
export function register(app: App, listeners: readonly Listener[], services: Services): void {
  app.use(ownPeopleOnly(services));
  for (const listener of listeners) listen(app, listener);
  listenToUnknown(app, listeners, services);
}

function listen(app: App, listener: Listener): void {
  switch (listener.kind) {
    case 'command':
      app.command(listener.name, (args) => listener.listen(withReceipt(args)));
      break;
    case 'event':
      app.event(listener.name, ({ body, client, context }) =>
        listener.listen({ body, client, receipt: receiptOf(context) }),
      );
      break;
    case 'action':
      app.action({ type: 'block_actions', action_id: listener.name }, (args) =>
        listener.listen(withReceipt(args)),
      );
      break;
    case 'view':
      app.view(listener.name, (args) => listener.listen(withReceipt(args)));
      break;
    case 'shortcut':
      app.shortcut(listener.name, (args) => listener.listen(withReceipt(args)));
      break;
    case 'step':
      // A step is acknowledged when it has ended: one that a kill cut short is sent again.
      app.function(listener.name, { autoAcknowledge: false }, (args) => listener.listen(args));
      break;
    default:
      listener satisfies never;
  }
}

function withReceipt<Args extends AllMiddlewareArgs>(args: Args): Args & { readonly receipt: Receipt } {
  return { ...args, receipt: receiptOf(args.context) };
}
