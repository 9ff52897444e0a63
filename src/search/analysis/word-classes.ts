import { SCALES } from './number-words.ts';
import { NAME_WORDS, ROLE_WORDS } from './person-words.ts';
import { PLACE_WORDS } from './place-names.ts';
import { ASKING_WORDS } from './stop-words.ts';
import { wordList } from './word-list.ts';

/** What a word can be part of, as bits: a word can be of several classes. */
export const WORD_CLASS = {
  number: 1,
  money: 2,
  percent: 4,
  /** Units of time. */
  duration: 8,
  /** Units of length, weight, area, speed or temperature. */
  measure: 16,
  /** Months, days of the week and words that place an event in time. */
  date: 32,
  place: 64,
  firstName: 128,
  role: 256,
  organisation: 512,
  /** Words that give a reason or a purpose. */
  reason: 1024,
  colour: 2048,
  /** Words by which a sentence says what its subject is. */
  link: 4096,
  /** Words by which a question asks, see `ASKING_WORDS`. */
  asking: 8192,
} as const;

const WORDS: readonly (readonly [bit: number, words: Iterable<string>])[] = [
  [
    WORD_CLASS.number,
    wordList('hundred dozen half quarter third double twice hundreds thousands millions billions'),
  ],
  [WORD_CLASS.number, SCALES.map(({ word }) => word)],
  [
    WORD_CLASS.money,
    wordList(`dollar dollars euro euros pound pounds yen cent cents franc francs mark marks ruble rubles peso pesos
    hryvnia rupee rupees shilling shillings million billion`),
  ],
  [WORD_CLASS.percent, wordList('percent percentage percentages half third quarter majority')],
  [
    WORD_CLASS.duration,
    wordList(`second seconds minute minutes hour hours day days week weeks month months year years decade decades
    century centuries annual daily weekly monthly`),
  ],
  [
    WORD_CLASS.measure,
    wordList(`inch inches foot feet yard yards mile miles meter meters metre metres kilometer kilometers kilometre
    kilometres centimeter centimeters centimetre centimetres millimeter millimeters acre acres hectare hectares square cubic
    gram grams kilogram kilograms kilo kilos ton tons tonne tonnes ounce ounces degree degrees celsius fahrenheit liter
    liters litre litres gallon gallons mph knots watt watts volt volts hertz foot tall high deep wide`),
  ],
  [
    WORD_CLASS.date,
    wordList(`january february march april may june july august september october november december jan feb apr aug
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday century centuries decade
    spring summer autumn winter morning afternoon evening night midnight noon 1st bc ad bce anniversary during until since`),
  ],
  [WORD_CLASS.place, PLACE_WORDS],
  [WORD_CLASS.firstName, NAME_WORDS],
  [WORD_CLASS.role, ROLE_WORDS],
  [
    WORD_CLASS.organisation,
    wordList(`inc corp corporation company companies co ltd plc llc group university college institute institution school
    association organization organisation agency bureau department ministry committee commission council court party union
    bank army navy police parliament congress senate assembly government administration foundation society club team
    league church network press news times newspaper studio studios records airline airlines motors industries hospital museum
    center centre board office service un nato eu fbi cia nasa who unicef`),
  ],
  [
    WORD_CLASS.reason,
    wordList(`because due cause caused causes reason reasons result resulted therefore thus hence order prevent
    avoid lack fear allow allows allowing enable enables purpose owing despite help protect ensure reduce`),
  ],
  [
    WORD_CLASS.colour,
    wordList(
      'red blue green yellow orange purple violet pink brown black white gray grey silver gold golden',
    ),
  ],
  [WORD_CLASS.asking, ASKING_WORDS],
  [WORD_CLASS.link, wordList('is are was were means refers describes consists became denotes')],
];

const CLASSES = new Map<string, number>();
for (const [bit, words] of WORDS) for (const word of words) CLASSES.set(word, (CLASSES.get(word) ?? 0) | bit);

/** The classes of a folded word; 0 for most words. */
export function classOf(form: string): number {
  return /^\d/.test(form) ? WORD_CLASS.number : (CLASSES.get(form) ?? 0);
}
