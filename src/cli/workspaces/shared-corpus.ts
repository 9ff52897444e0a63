import type { FollowOptions } from '../follow-corpus.ts';
import type { OpenCorpus } from '../open-corpus.ts';

type App = FollowOptions['app'];

/** One corpus as many bots have it: followed once, and each bot is told of what changes. */
export interface SharedCorpus {
  readonly corpus: OpenCorpus;
  /** Follows the files no more. */
  close(): Promise<void>;
}

/**
 * Shares a corpus. Which facts were checked stands in the ledger of each workspace, and what one of them knows is not
 * told in another: here no check counts but those in the sheets.
 */
export function shareCorpus({ factDesk, follow }: OpenCorpus): SharedCorpus {
  const apps = new Set<App>();
  const toEach = (tell: (app: App) => Promise<void>) =>
    Promise.all([...apps].map(tell)).then(() => undefined);
  const close = follow({
    tellDesk: {
      ofSheets: (news) => toEach(({ tellDesk }) => tellDesk.ofSheets(news)),
      ofArchive: (problems) => toEach(({ tellDesk }) => tellDesk.ofArchive(problems)),
    },
    corpusChanged: () => toEach((app) => app.corpusChanged()),
  });
  return {
    close,
    corpus: {
      factDesk,
      recordIn() {},
      follow(app) {
        apps.add(app);
        const { news } = factDesk.contents();
        // Whoever comes later learns what those before were told.
        if (news.problems.length > 0) void app.tellDesk.ofSheets({ ...news, isStart: true });
        return async () => void apps.delete(app);
      },
    },
  };
}
