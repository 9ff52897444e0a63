import { wordList } from './word-list.ts';

/**
 * Words that reporters use for the same thing. General English of news, not of any one corpus; a word may
 * stand in several groups. Written as base forms, compared as stems.
 */
const GROUPS = `
kill death die fatal fatality casualty dead murder slay perish assassinate|wound injure hurt injury casualty maim
|begin start commence launch open initiate|end finish conclude close cease stop expire|found establish create form
|build construct erect construction|buy purchase acquire acquisition|sell sale|big large huge great giant
|small little tiny|car automobile vehicle|company firm corporation business enterprise manufacturer maker|movie film
|doctor physician medic|marry wife husband wed spouse wedding|bear birth native origin originate
|live reside resident inhabitant inhabit home dwell|make produce manufacture create production|write author pen writer
|attack assault strike raid offensive bomb|approve authorize permit allow endorse consent sanction|cost price pay fee charge
|agreement accord deal treaty pact convention|soldier troop force military army|weapon arm munition ammunition
|job work employ employment occupation position|teach instruct teacher educate|pupil student|child kid son daughter
|win victory defeat beat winner triumph|lose loss defeat|show display exhibit demonstrate|get receive obtain gain
|give provide supply deliver grant donate|send ship deliver transfer dispatch|help aid assist support assistance
|buy buyer|use utilize employ usage|name call know title dub term|say state tell announce declare claim
|find discover detect discovery|stop halt prevent ban prohibit forbid outlaw block|ban prohibit forbid outlaw bar
|increase rise grow raise growth|decrease fall decline drop reduce reduction|fast quick rapid speed|rich wealthy affluent
|poor impoverished poverty|near close adjacent nearby|old age aged|choose select pick elect appoint|leader head chief lead
|boss head chief|run operate manage|own possess belong owner|quit resign leave|fire dismiss sack|arrest detain capture
|jail prison imprison|trial court prosecute|lawyer attorney|accuse allege charge|law legislation act statute|rule reign govern
|area region territory zone|border boundary frontier|sea ocean|ill sick disease illness|cause lead result reason
|speak language talk|study research investigate|scientist researcher|money fund cash|crash accident collision
|explode blast detonate explosion|destroy demolish damage ruin|rescue save|flee escape|protest demonstration rally
|fight battle war conflict combat|peace truce ceasefire|country nation state|city town|people person population
|woman female|man male|main chief primary principal major|famous renowned noted|first original initial early
|last final late|popular favorite|important significant crucial|happen occur|locate situate location|need require requirement
|try attempt seek|think believe consider|refuse reject deny decline|join enter|visit travel trip|sing singer perform song
|play star perform actor role|invent inventor devise|design designer architect|average mean|yearly annual annually
|also too|record album|television tv|aircraft airplane plane jet|ship vessel boat|mine landmine|explosive ordnance bomb
|civilian noncombatant|refuge refugee|vote election elect ballot|lawmaker legislator parliament|minister secretary
|prohibition ban embargo|machine robot device equipment|human people person man|ground soil earth underground bury
|clear clearance remove removal clean|estimate guess reckon|lay plant bury|number amount quantity count total tally toll
|deadline limit|government administration cabinet|official aide|tension strain|binding enforceable force|sign ink signature
|ratify ratification accede accession|shrink reduce contract|tank armor vehicle|charity nonprofit organization foundation
|spokesman spokeswoman spokesperson|stockpile store stock arsenal depot cache|pledge promise vow commit commitment
|warn warning alert caution|threat danger risk hazard|shut close closure|embassy mission|ally partner|enemy foe adversary
|reason motive rationale purpose goal aim|breach violate break violation|criticize condemn denounce blame slam|praise hail welcome
|urge appeal demand|withdraw withdrawal leave exit pull|dangerous hazardous unsafe risky|contaminate contamination pollute
|missile rocket|drone uav|invade invasion incursion|disarm defuse neutralize deactivate|expert specialist analyst
|family household|farmer farmland farm|quarter fourth|late recent|kind type sort variety`;

const byWord = new Map<string, Set<string>>();
for (const group of GROUPS.split('|').map(wordList)) {
  for (const word of group) {
    const others = byWord.get(word) ?? new Set();
    for (const other of group) if (other !== word) others.add(other);
    byWord.set(word, others);
  }
}

/** For a word in its base form, the words that are used for the same thing. */
export const SYNONYMS: ReadonlyMap<string, ReadonlySet<string>> = byWord;
