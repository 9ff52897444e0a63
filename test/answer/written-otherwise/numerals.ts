import type { Written } from './written.ts';

/** Kings, popes, wars, games and chapters by their numbers. */
export const NUMERALS: readonly Written[] = [
  {
    fact: 'Henry VIII gave the abbey a bell.',
    same: [
      'What did Henry VIII give the abbey?',
      'what did henry viii give the abbey',
      'What did Henry the Eighth give the abbey?',
      'what did henry the eighth give the abbey',
      'What did Henry 8th give the abbey?',
      'what did henry 8th give the abbey',
      'What did Henry the 8th give the abbey?',
      'What did Henry 8 give the abbey?',
    ],
    other: [
      'What did Henry VII give the abbey?',
      'what did henry vii give the abbey',
      'What did Henry the Seventh give the abbey?',
      'what did henry the seventh give the abbey',
      'What did Henry IV give the abbey?',
      'What did Henry V give the abbey?',
      'what did henry v give the abbey',
      'What did Henry 7 give the abbey?',
    ],
  },
  {
    fact: 'Henry the Eighth gave the abbey a bell.',
    same: ['What did Henry VIII give the abbey?'],
    other: ['What did Henry VI give the abbey?'],
  },
  {
    fact: 'Elizabeth I opened the harbour of Selby.',
    same: [
      'Which harbour did Elizabeth I open?',
      'Which harbour did Elizabeth the First open?',
      'which harbour did elizabeth i open',
    ],
    other: ['Which harbour did Elizabeth II open?', 'which harbour did elizabeth ii open'],
  },
  {
    fact: 'Elizabeth II opened the harbour of Selby.',
    same: [],
    other: ['Which harbour did Elizabeth I open?', 'which harbour did elizabeth i open'],
  },
  {
    fact: 'World War II bombs were found in the canal of Tessin.',
    same: [
      'Where were World War II bombs found?',
      'Where were World War 2 bombs found?',
      'Where were World War Two bombs found?',
      'Where were Second World War bombs found?',
      'where were second world war bombs found',
      'Where were WWII bombs found?',
      'Where were WW2 bombs found?',
    ],
    other: [
      'Where were World War I bombs found?',
      'where were world war i bombs found',
      'Where were First World War bombs found?',
      'Where were WW1 bombs found?',
      'Where were World War One bombs found?',
      'where were world war one bombs found',
    ],
  },
  {
    fact: 'Second World War bombs were found in the canal of Tessin.',
    same: ['Where were World War II bombs found?'],
    other: ['Where were World War I bombs found?', 'Where were First World War bombs found?'],
  },
  {
    fact: 'Pope Pius XI visited the hospital in Orva.',
    same: [
      'Which hospital did Pope Pius XI visit?',
      'which hospital did pope pius xi visit',
      'Which hospital did Pope Pius the Eleventh visit?',
    ],
    other: [
      'Which hospital did Pope Pius XII visit?',
      'which hospital did pope pius xii visit',
      'Which hospital did Pope Pius X visit?',
    ],
  },
  {
    fact: 'Super Bowl LV was played in Tarn stadium.',
    same: [
      'Where was Super Bowl LV played?',
      'Where was Super Bowl 55 played?',
      'where was super bowl lv played',
    ],
    other: [
      'Where was Super Bowl LVI played?',
      'Where was Super Bowl 56 played?',
      'where was super bowl liv played',
    ],
  },
  {
    fact: 'King Karl XIV opened the aquarium of Selby.',
    same: ['Which aquarium did King Karl XIV open?'],
    other: ['Which aquarium did King Karl XIII open?', 'Which aquarium did King Karl 13 open?'],
  },
  {
    fact: 'Chapter IV tells of the storm.',
    same: [
      'What does Chapter IV tell of?',
      'What does chapter 4 tell of?',
      'What does chapter four tell of?',
    ],
    other: ['What does chapter VI tell of?', 'What does chapter 6 tell of?'],
  },
  {
    fact: 'Type II boilers are banned in Selby.',
    same: [
      'Where are Type II boilers banned?',
      'Where are Type 2 boilers banned?',
      'where are type two boilers banned',
    ],
    other: ['Where are Type I boilers banned?', 'where are type 1 boilers banned'],
  },
  {
    fact: 'Type 2 boilers are banned in Selby.',
    same: ['where are type ii boilers banned'],
    other: ['where are type iii boilers banned'],
  },
  {
    fact: 'Rocky IV was filmed in the old mill.',
    same: ['Where was Rocky IV filmed?', 'where was rocky 4 filmed'],
    other: ['where was rocky 5 filmed', 'where was rocky iii filmed'],
  },
  {
    fact: 'Louis XIV built a fountain in Orva.',
    same: ['What did Louis XIV build?', 'What did Louis the Fourteenth build?', 'What did Louis 14th build?'],
    other: ['What did Louis XVI build?', 'what did louis xv build'],
  },
  {
    fact: 'Napoleon III founded the library of Tessin.',
    same: ['What did Napoleon III found?'],
    other: ['What did Napoleon I found?'],
  },
  {
    fact: 'John Paul II blessed the fleet of Selby.',
    same: [
      'Which fleet did John Paul II bless?',
      'Which fleet did John Paul the Second bless?',
      'which fleet did john paul ii bless',
    ],
    other: ['Which fleet did John Paul I bless?'],
  },
  {
    fact: 'Benedict XVI wrote to the bakers of Vell.',
    same: ['Whom did Benedict XVI write to?'],
    other: ['Did Benedict XV write to the bakers of Vell?'],
  },
  {
    fact: 'Apollo 13 stamps were sold in Orva.',
    same: ['Where were Apollo 13 stamps sold?', 'Where were Apollo XIII stamps sold?'],
    other: ['Where were Apollo 11 stamps sold?'],
  },
  {
    fact: 'The phase III trial of the vaccine began in Tessin.',
    same: [
      'Where did the phase 3 trial of the vaccine begin?',
      'Where did the Phase Three trial of the vaccine begin?',
    ],
    other: [
      'Where did the phase 2 trial of the vaccine begin?',
      'where did the phase ii trial of the vaccine begin',
    ],
  },
  {
    fact: 'The phase I trial of the vaccine began in Tessin.',
    same: ['Where did the phase 1 trial of the vaccine begin?'],
    other: ['Where did the phase II trial of the vaccine begin?'],
  },
  {
    fact: 'Title IX covers the college teams of Brandt.',
    same: ['Which teams does Title 9 cover?'],
    other: ['Which teams does Title X cover?'],
  },
  {
    fact: 'Article V binds the council of Orva.',
    same: ['Whom does article 5 bind?'],
    other: ['Which council does Article IV bind?'],
  },
  {
    fact: 'Part One ends at the lighthouse.',
    same: ['Where does Part 1 end?', 'Where does Part I end?'],
    other: ['Where does Part Two end?'],
  },
  {
    fact: 'Malcolm X spoke at the cannery.',
    same: ['Where did Malcolm X speak?', 'where did malcolm x speak'],
    other: [],
  },
  {
    fact: 'Episode IV was shown at the fairground.',
    same: ['Where was episode 4 shown?'],
    other: ['Where was Episode V shown?', 'where was episode six shown'],
  },
  {
    fact: 'Charles III unveiled the mosaic.',
    same: ['What did Charles III unveil?'],
    other: ['What did Charles I unveil?', 'what did charles ii unveil'],
  },
  {
    fact: 'The 101st Airborne camped in Selby.',
    same: ['Where did the 101st Airborne camp?'],
    other: ['Where did the 82nd Airborne camp?'],
  },
  {
    fact: 'The XVIII Corps camped in Selby.',
    same: ['Where did the XVIII Corps camp?', 'Where did the 18th Corps camp?'],
    other: ['Where did the XVII Corps camp?', 'Where did the 17th Corps camp?'],
  },
  {
    fact: 'First World War letters were found in a barrel.',
    same: [
      'Where were WWI letters found?',
      'Where were World War One letters found?',
      'where were world war 1 letters found',
    ],
    other: ['Where were World War II letters found?'],
  },
];
