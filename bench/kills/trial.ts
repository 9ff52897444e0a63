import type { Acknowledgement, Person, SeenMessage, StandIn } from '../../src/playground/index.ts';

/** What a bot is asked to do, and what is to be seen of it, once. */
export interface Trial {
  readonly kind: string;
  /**
   * Does it, as a person does. Resolves with what Slack heard of it; undefined for events, which Slack sends again
   * itself.
   */
  readonly send: () => Promise<Acknowledgement | undefined>;
  /** How often its effect is to be seen. */
  readonly effects: () => number;
  /** Whether the person was told that it may not have worked. */
  readonly isTold: () => boolean;
}

/** Makes everything ready for a trial while the bot is running, and gives it. */
export type Preparation = (slack: StandIn, number: number) => Promise<Trial>;

/** The one fact on file. */
export const FACT = 'The quay at Norbeck is 80 metres long.';
const QUESTION = 'How long is the quay at Norbeck?';
const UNANSWERABLE = 'Which volcano erupted in Iceland yesterday, case';
const TOLD = /cannot tell whether its reply|ended twice while|could not be looked up|did not|Slack did not/;
const PATIENCE = { withinMs: 30_000 } as const;
const DESK = 'foreign-desk';

/** Everything that a bot can lose or do twice. */
export const PREPARATIONS: readonly Preparation[] = [
  mention,
  directMessage,
  command,
  askTheDesk,
  share,
  complaint,
  closing,
  homeOpening,
  homeQuestion,
  questionBox,
];

const shows = (text: string) => (message: SeenMessage) => message.isFromApp && message.words.includes(text);

/** Everything the app wrote to this person alone. */
function written(person: Person): readonly SeenMessage[] {
  const direct = person.messages('dm');
  return [
    ...person.messages('newsroom').filter(({ isPrivate }) => isPrivate),
    ...direct,
    ...direct.flatMap(({ ts }) => person.thread('dm', ts)),
  ].filter(({ isFromApp }) => isFromApp);
}

const told = (person: Person, more: readonly SeenMessage[] = []) =>
  [...written(person), ...more].some(({ words, isFromApp }) => isFromApp && TOLD.test(words));

async function mention(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`mentioner${number}`);
  let thread: readonly SeenMessage[] = [];
  const look = (ts: string) => {
    thread = ts === '' ? [] : person.thread('newsroom', ts);
    return thread;
  };
  let ts = '';
  return {
    kind: 'mention',
    send: async () => {
      ts = person.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`).ts;
      return undefined;
    },
    effects: () => look(ts).filter(shows(FACT)).length,
    isTold: () => told(person, look(ts)),
  };
}

async function directMessage(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`writer${number}`);
  return {
    kind: 'direct message',
    send: async () => {
      person.directMessage(QUESTION);
      return undefined;
    },
    effects: () => written(person).filter(shows(FACT)).length,
    isTold: () => told(person),
  };
}

async function command(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`commander${number}`);
  return {
    kind: 'command',
    send: () => person.command('newsroom', '/fact', QUESTION),
    effects: () => written(person).filter(shows(FACT)).length,
    isTold: () => told(person),
  };
}

async function unanswered(person: Person, number: number): Promise<SeenMessage> {
  return person.reply(person.directMessage(`${UNANSWERABLE} ${number}x?`), PATIENCE);
}

async function askTheDesk(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`petitioner${number}`);
  const reply = await unanswered(person, number);
  return {
    kind: 'button: ask the desk',
    send: () => person.press(reply, 'ask_the_desk'),
    effects: () => person.messages(DESK).filter(shows(`case ${number}x`)).length,
    isTold: () => told(person),
  };
}

async function share(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`sharer${number}`);
  await person.command('newsroom', '/fact', QUESTION);
  const reply = await person.until(() => written(person).find(shows(FACT)), PATIENCE);
  const isShared = (message: SeenMessage) =>
    message.isFromApp && !message.isPrivate && JSON.stringify(message.blocks).includes(person.id);
  return {
    kind: 'button: share here',
    send: () => person.press(reply, 'share_here'),
    effects: () => person.messages('newsroom').filter(isShared).length,
    isTold: () => told(person),
  };
}

async function complaint(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`complainer${number}`);
  const reply = await person.reply(person.directMessage(QUESTION), PATIENCE);
  await person.press(reply, 'not_right');
  await person.until(() => person.modal(), PATIENCE);
  const line = `Look at it again, case ${number}y.`;
  return {
    kind: 'form: not right',
    send: () => person.submit({ reason: 'other', line }),
    effects: () => person.messages(DESK).filter(shows(line)).length,
    isTold: () => told(person),
  };
}

async function closing(slack: StandIn, number: number): Promise<Trial> {
  const [person, editor] = [slack.person(`hoper${number}`), slack.person(`editor${number}`)];
  await person.press(await unanswered(person, number), 'ask_the_desk');
  const post = await editor.until(() => editor.messages(DESK).find(shows(`case ${number}x`)), PATIENCE);
  await editor.press(post, 'desk_answered');
  await editor.until(() => editor.modal(), PATIENCE);
  const note = `Hekla, says case ${number}z.`;
  return {
    kind: 'form: closed by the desk',
    send: () => editor.submit({ note }),
    effects: () => written(person).filter(shows(note)).length,
    isTold: () => false,
  };
}

async function homeOpening(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`visitor${number}`);
  return {
    kind: 'Home',
    send: async () => {
      person.openHome();
      return undefined;
    },
    effects: () => (person.home() === undefined ? 0 : 1),
    isTold: () => false,
  };
}

async function homeQuestion(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`resident${number}`);
  person.openHome();
  await person.until(() => person.home(), PATIENCE);
  return {
    kind: 'Home: question',
    send: () => person.press('home', 'home_question', { value: QUESTION }),
    effects: () => shownIn(person.home()) + written(person).filter(shows(FACT)).length,
    isTold: () => told(person),
  };
}

async function questionBox(slack: StandIn, number: number): Promise<Trial> {
  const person = slack.person(`boxer${number}`);
  await person.callShortcut('ask_factdesk');
  await person.until(() => person.modal(), PATIENCE);
  return {
    kind: 'form: question box',
    send: () => person.submit({ question: QUESTION }),
    effects: () => shownIn(person.modal()) + written(person).filter(shows(FACT)).length,
    isTold: () => told(person),
  };
}

/** A page or window shows something once, however often it was drawn. */
function shownIn(view: { readonly blocks: unknown } | undefined): number {
  const text = textsIn(view?.blocks).join('');
  // The newest facts stand on every Home tab: an answer says what was asked.
  return text.includes('You asked') && text.includes(FACT) ? 1 : 0;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}
