import { wordList } from './word-list.ts';

/** What is measured in units. */
export type MeasuredQuantity =
  | 'share'
  | 'money'
  | 'time'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'speed'
  | 'temperature';

/** The words of each quantity's units, currencies among them. */
export const UNITS: Readonly<Record<MeasuredQuantity, readonly string[]>> = {
  share: wordList('percent percentage percentages'),
  money:
    wordList(`dollar dollars euro euros pound pounds yen cent cents franc francs mark marks ruble rubles rouble
    roubles peso pesos hryvnia hryvnias rupee rupees shilling shillings`),
  time: wordList(`second seconds minute minutes hour hours day days week weeks month months year years decade decades
    century centuries`),
  length:
    wordList(`inch inches foot feet yard yards mile miles meter meters metre metres kilometer kilometers kilometre
    kilometres km centimeter centimeters centimetre centimetres cm millimeter millimeters millimetre millimetres mm`),
  area: wordList('square sq km² m² acre acres hectare hectares'),
  volume: wordList('cubic liter liters litre litres gallon gallons'),
  weight: wordList('gram grams kilogram kilograms kilo kilos kg ton tons tonne tonnes ounce ounces'),
  speed: wordList('mph knots'),
  temperature: wordList('degree degrees celsius fahrenheit'),
};
