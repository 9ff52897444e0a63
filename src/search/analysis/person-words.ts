import { wordList } from './word-list.ts';

/** Common first names of English, European and Slavic news, and of a few other languages. */
const FIRST_NAMES = `aaron adam alan albert alex alexander alexei alfred alice allen amy andre andrea andrew andriy andy
  angela ann anna anne anthony antony arnold arthur barack barbara benjamin bernard beth betty bill billy bob bobby boris brad
  brandon brian bruce carl carlos carol caroline catherine charles charlie charlotte chris christian christina christine
  christopher clark colin craig dale dan daniel dave david dean deborah denis dennis diana diane dmitri dmitry dmytro donald
  donna doris dorothy doug douglas duncan dwight earl eddie edgar edmund edward edwin eleanor elizabeth ellen emily emma
  eric ernest eugene eva evelyn felix fiona frances francis francisco frank franklin fred frederick gary gavin gene
  geoffrey george gerald gerard gilbert giovanni glenn gordon grace graham greg gregory guy hans harold harriet harry heather
  helen helmut henry herbert howard hugh hugo ian igor irene isaac ivan jack jackie jacob jacques jacqueline james jamie jane
  janet jason jean jeff jeffrey jennifer jeremy jerome jerry jessica jesus jim jimmy joan joe joel johann john johnny jonathan
  jorge joseph josh joshua juan judith judy julia julian julie justin karen karl kate katherine kathleen keith kelly ken
  kenneth kevin kim larry laura lauren lawrence lee leo leon leonard leslie lewis linda lisa lloyd louis louise lucy
  luis luke lyndon malcolm marc marcus margaret maria marie marilyn mario mark martha martin marvin mary matt matthew maurice
  max megan melissa michael michel michelle miguel mike mikhail mohamed mohammed monica muhammad nancy natalia nathan neil
  nelson nicholas nick nicolas nicole nikita nikolai norman oleg oleksandr olga oliver oscar otto pablo pamela pat patricia
  patrick paul paula pedro peggy penny pete peter phil philip phillip pierre rachel ralph ray raymond rebecca richard rick
  rob robert roberto robin rodney roger roland ron ronald rose roy rudolf rudy russell ruth ryan sally sam samuel sandra
  sara sarah scott sean sergei sergey serhiy sharon sheila simon sophie stalin stan stanley stephen steve steven stuart
  sue susan sylvia ted teresa terry thatcher theodore theresa thomas tim timothy tina todd tom tommy tony tracy ulysses
  valentina vasily vernon victor victoria vincent viktor virginia vladimir volodymyr walter wanda warren wayne wendy wilhelm
  william willie winston wolfgang woodrow yuri yulia zachary`;

/** Words that stand before or for a person. */
const ROLES = `mr mrs ms miss dr sir lord lady king queen prince princess emperor president minister premier chancellor
  senator governor mayor ambassador secretary general colonel captain major admiral lieutenant sergeant judge justice
  professor bishop archbishop pope cardinal reverend saint rev sen gov rep gen col capt lt chairman chairwoman chief director
  manager coach founder owner leader head ceo spokesman spokeswoman author writer poet novelist journalist reporter editor
  actor actress singer musician composer painter artist architect scientist physicist chemist mathematician philosopher
  engineer inventor explorer astronaut pilot doctor lawyer attorney banker businessman farmer soldier officer player
  quarterback champion winner candidate commander dictator activist analyst economist historian biographer`;

/** Words that are first names. */
export const NAME_WORDS: ReadonlySet<string> = new Set(wordList(FIRST_NAMES));
/** Words that say what a person is or does. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(wordList(ROLES));
