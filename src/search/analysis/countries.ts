import type everything from 'world-countries/countries.json';
import { readPackageData } from './package-data.ts';
import { wordList } from './word-list.ts';

const countries = readPackageData('world-countries/countries.json') as typeof everything;

/** A country as it is written: its names and those of its people, the common name first, and its capitals. */
export interface Country {
  readonly names: readonly string[];
  readonly capitals: readonly string[];
}

/** Short names and words for peoples that the package of countries does not hold, behind the common name. */
const OTHER_NAMES = `Argentina Argentinian|Azerbaijan Azeri|Bosnia-and-Herzegovina Bosnia|Czechia Czechoslovakia
|Denmark Dane Danes|DR-Congo Congo|Ecuador Ecuadorian|Finland Finn Finns|France Frenchman|Georgia Georgians|Greece Greeks|Iceland Icelandic
|Iran Persian|Ivory-Coast Cote-d'Ivoire|Kazakhstan Kazakh|Kyrgyzstan Kyrgyz|Luxembourg Luxembourgish|Myanmar Burma
|Netherlands Holland|Nepal Nepali|New-Zealand Zealand|North-Korea Korea Korean|North-Macedonia Macedonia|Philippines Philippine|Poland Pole Poles
|Saudi-Arabia Saudi Arabia Arabian|Serbia Serb Serbs|Slovenia Slovenian|South-Korea Korea Korean|Spain Spaniard|Sweden Swede
|Tajikistan Tajik|Timor-Leste East-Timor|Türkiye Turkey Turk Turks|Ukraine Ukrainians|United-Arab-Emirates Emirates
|United-Kingdom Britain Briton Britons|United-States USA America Americans|Uzbekistan Uzbek`;

/** Countries that are no more, are part of another or not agreed on, and parts of the world, with their people. */
const OTHERS = `Palestine Palestinian|Taiwan Taiwanese|Greenland Greenlandic|England English|Scotland Scottish Scots|Wales Welsh|Tibet Tibetan|Soviet-Union Soviet USSR|Yugoslavia Yugoslav
|Europe European|Africa African|Asia Asian`;

/** Names of a list written as text: `|` between the groups, hyphens for spaces. */
function nameLists(text: string): readonly (readonly string[])[] {
  return text.split('|').map((group) => wordList(group).map((name) => name.replaceAll('-', ' ')));
}

const otherNames = new Map(nameLists(OTHER_NAMES).map(([name = '', ...others]) => [name, others]));

/** `UAE`, `DRC`, `UK`: short forms that are in use, unlike most codes of two letters, which are words. */
const SHORT_FORM = /^(?:[A-Z]{3,4}|UK)$/;

/**
 * The countries of the world with their people and capitals, from the package `world-countries`. Dependent territories are
 * left out: most are named after something else. So is Malé, which without its accent is another word.
 */
export const COUNTRIES: readonly Country[] = [
  ...countries
    .filter(({ independent }) => independent !== false)
    .map(({ name, altSpellings, demonyms, capital }) => ({
      names: [
        ...new Set([
          name.common,
          ...(demonyms.eng.m === '' ? [] : demonyms.eng.m.split(/, | or /)),
          ...altSpellings.filter((spelling) => SHORT_FORM.test(spelling)),
          ...(otherNames.get(name.common) ?? []),
        ]),
      ],
      capitals: capital.map((city) => city.replace(' D.C.', '')).filter((city) => city !== 'Malé'),
    })),
  ...nameLists(OTHERS).map((names) => ({ names, capitals: [] })),
];
