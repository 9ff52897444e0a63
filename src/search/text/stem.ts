import { stemmer } from 'stemmer';
import { memoise } from '../../memo.ts';
import { ABBREVIATED_MONTHS } from './months.ts';
import { ORDINAL_WORDS } from './number-words.ts';
import { wordList } from './word-list.ts';

/** Base form first, then the forms that the rules of stemming do not lead back to it. */
const FORMS = `
arise arose arisen|awake awoke|beat beaten|become became|begin began begun|bend bent|bite bit bitten|bleed bled
|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
|choose chose chosen choice|come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk
|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|flee fled|fly flew flown flight
|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone
|grow grew grown growth|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known
|lay laid|lead led|learn learnt|lend lent|leave left|lose lost loss|make made|mean meant|meet met|pay paid|prove proven
|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold sale|send sent
|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat
|sleep slept|slide slid|speak spoke spoken speech|spell spelt|spend spent|spin spun|spring sprang|stand stood
|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept|swim swam swum|swing swung
|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood
|wake woke woken|wear wore worn|weave wove|weep wept|win won|wind wound|write wrote written|withdraw withdrew withdrawn
|undergo underwent undergone|overcome overcame|overthrow overthrew overthrown|forgive forgave|mistake mistook
|die died dies dying dead death|lie lied lies lying|tie tied ties tying|bear born birth bore borne|marry marriage
|weigh weight|high height|long length|wide width|deep depth
|strong strength|hot heat|true truth|young youth|warm warmth|child children|man men|woman women|person people ppl
|foot feet|tooth teeth|goose geese|mouse mice|wife wives|life lives live|half halves|knife knives
|shelf shelves|thief thieves|wolf wolves|self selves|criterion criteria|phenomenon phenomena|bacterium bacteria
|datum data|medium media|crisis crises|basis bases|analysis analyses|thesis theses|hypothesis hypotheses
|axis axes|matrix matrices|index indices|appendix appendices|formula formulae|larva larvae|nucleus nuclei
|good better best|bad worse worst|defense defence|offense offence|license licence|program programme|gray grey
|tire tyre|plow plough|check cheque|aluminum aluminium|airplane aeroplane|jewelry jewellery|skeptic sceptic
|kilometer km|kilogram kg|centimeter cm|millimeter mm|percent pct percentage|usa us america|uk britain
|okay ok|vs versus|mr mister|dr doctor|st saint|mt mount|ft fort|govt government|dept department|intl international
`;

/** Leads an irregular form to its base. Applied before stemming, to facts and questions alike. */
export const BASE_FORMS: ReadonlyMap<string, string> = new Map([
  ...ABBREVIATED_MONTHS,
  ...FORMS.split('|').flatMap((family) => {
    const [base = '', ...forms] = wordList(family);
    return forms.map((form): [string, string] => [form, base]);
  }),
]);

/** Whether a folded word is a form that the rules of stemming do not lead to its base: `left`, `said`, `people`. */
export function isIrregular(form: string): boolean {
  return BASE_FORMS.has(form);
}

/** Longest word that is stemmed; beyond it are no words of English, and the rules' cost grows with length. */
const LONGEST_STEMMED = 40;

/** British spellings become American ones: which of the two is used as the common one does not matter. */
function americanise(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|ed|es|ing|er|ers|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|able|ite|ites|ful|al|less)?$/, 'or$1')
    .replace(/tre(s|d)?$/, 'ter$1')
    .replace(/ell(ed|ing|er|ers)$/, 'el$1')
    .replace(/ogue(s)?$/, 'og$1');
}

function workOut(form: string): string {
  if (form.length > LONGEST_STEMMED) return form;
  if (!/^[a-z]+$/.test(form)) return ORDINAL_WORDS.get(form) ?? form;
  const singular = form.endsWith('s') ? form.slice(0, -1) : form;
  return stemmer(americanise(BASE_FORMS.get(form) ?? BASE_FORMS.get(singular) ?? form));
}

/** Reading a question asks for the stem of each word several times. */
const MOST_REMEMBERED = 10_000;

/**
 * The stem that stands for all forms of a folded word: irregular forms by a table, British spellings made
 * American, then Porter's algorithm. Numbers and words outside the Latin alphabet stay as they are.
 */
export const stem = memoise(workOut, MOST_REMEMBERED);
