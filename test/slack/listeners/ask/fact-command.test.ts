import { describe, expect, it } from 'vitest';
import type { Person, SeenMessage } from '../../../../src/playground/index.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

async function command(reporter: Person, text: string): Promise<SeenMessage> {
  const before = reporter.messages('newsroom').length;
  const acknowledged = await reporter.command('newsroom', '/fact', text);
  expect(acknowledged).toMatchObject({ kind: 'acknowledged', payload: {} });
  return reporter.until(() => reporter.messages('newsroom')[before]);
}

describe('/fact QUESTION', () => {
  it('answers with the sourced quote, visible to the asker alone', async () => {
    const { slack } = await openSlackDesk();
    const reply = await command(slack.person('ada'), SIGNATURE_QUESTION);
    expect(reply.isPrivate).toBe(true);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(reply.text).toContain(`You asked: ${SIGNATURE_QUESTION}`);
    expect(reply.text).toContain(
      '<https://example.org/treaty?a=1&amp;b=2|The treaty &amp; its &lt;signatories&gt;>',
    );
    expect(slack.person('grace').messages('newsroom')).toEqual([]);
  });

  it('says plainly that nothing on file answers, and what was searched', async () => {
    const { slack } = await openSlackDesk();
    const reply = await command(slack.person('ada'), UNANSWERED_QUESTION);
    expect(reply.text).toContain('Nothing on file answers this.\nSearched 3 facts from 2 sources.');
  });

  it('works where the bot is no member', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    slack.addChannel('newsroom-private', { isPrivate: true, withApp: false });
    await ada.command('newsroom-private', '/fact', SIGNATURE_QUESTION);
    const reply = await ada.until(() => ada.messages('newsroom-private')[0]);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it.each(['', 'help', '   '])(
    'shows help for %j: examples that work and how much is on file',
    async (text) => {
      const { slack, factDesk } = await openSlackDesk();
      const ada = slack.person('ada');
      const help = await command(ada, text);
      expect(help.isPrivate).toBe(true);
      expect(help.text).toContain('On file: 3 facts from 2 sources.');
      const examples = [...help.text.matchAll(/^• (.*\?)$/gm)].map(([, example]) => example ?? '');
      expect(examples).toHaveLength(3);
      for (const example of examples) expect((await factDesk.ask(example)).outcome).toBe('answer');
    },
  );
});
