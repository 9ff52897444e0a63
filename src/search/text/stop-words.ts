import { wordList } from './word-list.ts';

/**
 * Words that carry grammar and no news. They are left out of the postings of facts and out of questions,
 * but keep their place in the order of words, for phrases.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  wordList(`a about am an and any are aren't arent as at be been being but by can cant could couldnt did didnt do does
    doesnt doing dont for from had hadnt has hasnt have havent having he hed her hers herself hes him himself his how i
    if im in into is isnt it its itself ive just let me my myself nor of on or our ours ourselves shall she should
    shouldnt so some such than that thats the their theirs them themselves then there theres these they theyre this
    those to too us was wasnt we were werent what whats when where which who whom whose why will with wont would
    wouldnt you your yours yourself`),
);

/**
 * Words by which a question asks and that an answer need not repeat ("tell me about", "is it true that").
 * Left out of questions only: in a fact they may be what was said.
 */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  wordList(`please tell know anyone anybody hi hello hey thanks quote quotes quoted happen happens happened happening
    info details stats figure figures pls plz thx according many much`),
);

/**
 * Words that point to what was said before, or ask for its source, and name nothing to be found: a question of these
 * and of grammar leans on the one before it. In a question that stands alone they are looked for.
 */
export const REFERRING_WORDS: ReadonlySet<string> = new Set(
  wordList(`all also anything ask citation come day else ever exactly give last link links long many may mean more most
    much next no not now off one other out own same say said says show source sources still thing time up very year yes
    yet`),
);

/** Words that behind `how` ask for a measure ("how long", "how far"), and then half belong to grammar. */
export const MEASURE_WORDS: ReadonlySet<string> = new Set(
  wordList(`big deep early far fast heavy high large late long often old quickly soon tall wide`),
);

/**
 * Words that half belong to grammar. A small corpus holds few of them and would take them for rare; whatever it holds,
 * they say little of what is asked.
 */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  wordList(`actually already another amount behind both current currently different each else even ever every exact
    exactly full get gets getting give given gives go goes going got happen happened happening kind latest like made
    make makes making many more most much need number now one only other others own put really say saying says said see
    sort still take takes taking thing things took total type under use used way ways well yet`),
);

/** Whether a word of a question is looked for. */
export function isSearched(form: string): boolean {
  return !STOP_WORDS.has(form) && !ASKING_WORDS.has(form);
}
