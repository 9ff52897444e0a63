import { wordList } from './word-list.ts';

/**
 * Countries with the words for their people and languages, as single words: `new zealand` is met by `zealand`.
 * The first word is the name.
 */
const COUNTRIES = `
afghanistan afghan|albania albanian|algeria algerian|angola angolan|argentina argentine argentinian|armenia armenian
|australia australian|austria austrian|azerbaijan azerbaijani azeri|bahrain bahraini|bangladesh bangladeshi|belarus belarusian
|belgium belgian|bolivia bolivian|bosnia bosnian|botswana|brazil brazilian|bulgaria bulgarian|burma burmese|burundi
|cambodia cambodian|cameroon|canada canadian|chad chadian|chile chilean|china chinese|colombia colombian|congo congolese
|croatia croatian|cuba cuban|cyprus cypriot|czech czechoslovakia|denmark danish dane danes|ecuador ecuadorian|egypt egyptian
|england english|eritrea eritrean|estonia estonian|ethiopia ethiopian|finland finnish finn finns|france french frenchman
|gabon|gambia|georgia georgian|germany german|ghana ghanaian|greece greek|greenland|guatemala guatemalan|guinea guinean
|haiti haitian|honduras honduran|hungary hungarian|iceland icelandic|india indian|indonesia indonesian|iran iranian persian
|iraq iraqi|ireland irish|israel israeli|italy italian|jamaica jamaican|japan japanese|jordan jordanian|kazakhstan kazakh
|kenya kenyan|korea korean|kosovo kosovar|kuwait kuwaiti|kyrgyzstan kyrgyz|laos laotian|latvia latvian|lebanon lebanese
|liberia liberian|libya libyan|lithuania lithuanian|luxembourg|macedonia macedonian|madagascar|malawi|malaysia malaysian
|mali malian|malta maltese|mauritania|mexico mexican|moldova moldovan|mongolia mongolian|montenegro|morocco moroccan
|mozambique|myanmar|namibia namibian|nepal nepalese nepali|netherlands dutch holland|zealand|nicaragua nicaraguan
|niger|nigeria nigerian|norway norwegian|oman omani|pakistan pakistani|palestine palestinian|panama panamanian|paraguay
|peru peruvian|philippines philippine filipino|poland polish pole poles|portugal portuguese|qatar qatari|romania romanian
|russia russian|rwanda rwandan|arabia saudi arabian|scotland scottish scots|senegal senegalese|serbia serbian serb serbs
|singapore|slovakia slovak|slovenia slovenian|somalia somali|spain spanish spaniard|sudan sudanese|sweden swedish swede
|switzerland swiss|syria syrian|taiwan taiwanese|tajikistan tajik|tanzania tanzanian|thailand thai|tibet tibetan|tunisia tunisian
|turkey turkish turk turks|turkmenistan|uganda ugandan|ukraine ukrainian|emirates|uruguay|uzbekistan uzbek|venezuela venezuelan
|vietnam vietnamese|wales welsh|yemen yemeni|yugoslavia yugoslav|zambia|zimbabwe zimbabwean|usa american americans
|britain british briton britons|soviet ussr|europe european|africa african|asia asian`;

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

const families = COUNTRIES.split('|').map(wordList);

/** Words that name a place. */
export const PLACE_WORDS: ReadonlySet<string> = new Set([...families.flat(), ...wordList(PLACES)]);

/** Words of one country, from any of them: `ukrainian` gives `ukraine` and `ukrainian`. */
export const COUNTRY_FAMILIES: ReadonlyMap<string, readonly string[]> = new Map(
  families.flatMap((names) => names.map((name): [string, readonly string[]] => [name, names])),
);
