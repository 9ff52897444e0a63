import { COUNTRIES } from './countries.ts';
import { fold } from './fold.ts';
import { wordList } from './word-list.ts';

/** Places that are not countries, as single words. */
const PLACES = `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
  indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
  nebraska nevada hampshire jersey ohio oklahoma oregon pennsylvania rhode carolina dakota tennessee texas utah vermont
  virginia wisconsin wyoming ontario quebec alberta manitoba columbia scotia
  london paris berlin madrid rome vienna moscow kyiv kiev warsaw prague budapest athens lisbon dublin brussels amsterdam
  stockholm oslo copenhagen helsinki geneva zurich munich hamburg frankfurt milan venice florence naples barcelona
  istanbul ankara cairo baghdad tehran jerusalem beirut damascus riyadh dubai kabul islamabad karachi delhi mumbai
  calcutta dhaka bangkok jakarta manila singapore hanoi saigon beijing shanghai hong kong tokyo osaka seoul pyongyang taipei
  sydney melbourne auckland nairobi lagos johannesburg pretoria khartoum havana bogota lima santiago caracas rio
  york chicago boston houston dallas philadelphia detroit seattle atlanta miami denver phoenix baltimore cleveland
  pittsburgh louis orleans vegas angeles francisco diego antonio jose washington toronto montreal vancouver ottawa
  antarctica america atlantic pacific arctic mediterranean caribbean balkans crimea donbas
  city town village county province state region district capital island peninsula river lake sea ocean mountain coast
  valley desert bay north south east west northern southern eastern western northeast northwest southeast southwest
  street avenue airport port border headquarters`;

const isWord = (name: string) => /^[a-z]+$/.test(name);
const countryWords = COUNTRIES.flatMap(({ names, capitals }) => [...names, ...capitals])
  .map(fold)
  .filter(isWord);

/** Words that name a place. */
export const PLACE_WORDS: ReadonlySet<string> = new Set([...countryWords, ...wordList(PLACES)]);
