/** A text that was shown, and one that stands in its place or beside it. */
export type ReadingPair = readonly [shown: string, other: string];

/** Another reading of one fact: a figure or a name was corrected, or the sentence was put otherwise. */
export const ONE_FACT: readonly ReadingPair[] = [
  ['The harbour has 14 berths.', 'The harbour has 41 berths.'],
  ['The harbour has 14 berths and 3 cranes.', 'The harbour has 14 berths and 8 cranes.'],
  [
    'Ferries in Exampleton carried 120,000 passengers in 2024.',
    'Ferries in Exampleton carried 210,000 passengers in 2024.',
  ],
  [
    'Ferries in Exampleton carried 120,000 passengers in 2024.',
    'Ferries in Exampleton carried 120,000 passengers in 2023.',
  ],
  ['The mayor of Norbeck is Jane Smith.', 'The mayor of Norbeck is Jane Smyth.'],
  [
    'Jane Smith opened the bridge of Norbeck on 4 May 2021.',
    'Jane Smyth opened the bridge of Norbeck on 4 May 2021.',
  ],
  [
    'The convention was opened for signature on 20 November 1989.',
    'The convention was opened for signature on 26 January 1990.',
  ],
  [
    'The harbour of Norbeck has 14 berths and three cranes for large ships.',
    'The harbour of Norbeck has 41 berths and three cranes for large ships.',
  ],
  [
    'The harbour of Norbeck has 14 berths and three cranes for large ships.',
    'The harbour of Oldbeck has 14 berths and three cranes for large ships.',
  ],
  [
    'Unemployment in Norland fell to 4.2 percent in March 2026.',
    'Unemployment in Norland fell to 4.7 percent in March 2026.',
  ],
  [
    'Unemployment in Norland fell to 4.2 percent in March 2026.',
    'Unemployment in Norland rose to 4.2 percent in March 2026.',
  ],
  ['The tower is 300 metres high.', 'The tower is 330 metres high.'],
  ['The council voted 12 to 9 for the new stadium.', 'The council voted 13 to 9 for the new stadium.'],
  [
    'The company employs 3,400 people in Norbeck.',
    'The company employs 3,400 people in Norbeck and Oldbeck.',
  ],
  ['The river Ash floods every spring.', 'The river Ash floods nearly every spring.'],
  ['The port was founded in 1870 by Harald Berg.', 'The port was founded in 1872 by Harald Berg.'],
  ['The port was founded in 1870 by Harald Berg.', 'Harald Berg founded the port in 1870.'],
  ['At least 31 people were killed in the fire.', 'At least 33 people were killed in the fire.'],
  ['At least 31 people were killed in the fire.', 'At least 31 people were injured in the fire.'],
  ['The bridge closes at night.', 'The bridge closes on Sundays at night.'],
  ['“We will rebuild the pier,” the mayor said.', '“We will rebuild the whole pier,” the mayor said.'],
  [
    'The budget of Norbeck for 2026 is 70 million dollars.',
    'The budget of Norbeck for 2026 is 77 million dollars.',
  ],
  ['Norbeck has two hospitals.', 'Norbeck has three hospitals.'],
  [
    'The lake is 12 kilometres long and 40 metres deep.',
    'The lake is 12 kilometres long and 14 metres deep.',
  ],
  [
    'The harbour of Norbeck has 14 berths for large ships.',
    'Norbeck’s harbour has berths for 14 large ships.',
  ],
  ['Jane Smith is the mayor.', 'Jane Smyth is the mayor.'],
];

/** Another fact of the same article or sheet, written in much the same way. */
export const SIBLINGS: readonly ReadingPair[] = [
  [
    'The harbour of Norbeck has 14 berths and three cranes for large ships.',
    'The harbour of Oldbeck has 20 berths and two cranes for large ships.',
  ],
  [
    'Ferries in Exampleton carried 120,000 passengers in 2024.',
    'Ferries in Exampleton carried 110,000 passengers in 2023.',
  ],
  ['The mayor of Norbeck is Jane Smith.', 'The mayor of Oldbeck is Ann Miller.'],
  [
    'Unemployment in Norland fell to 4.2 percent in March 2026.',
    'Unemployment in Sudland fell to 5.1 percent in March 2026.',
  ],
  [
    'Unemployment in Norland fell to 4.2 percent in March 2026.',
    'Unemployment in Norland fell to 4.4 percent in February 2026.',
  ],
  [
    'The budget of Norbeck for 2026 is 70 million dollars.',
    'The budget of Norbeck for 2025 is 66 million dollars.',
  ],
  [
    'The budget of Norbeck for 2026 is 70 million dollars.',
    'The budget of Oldbeck for 2026 is 31 million dollars.',
  ],
  ['Norbeck has two hospitals.', 'Oldbeck has three hospitals.'],
  [
    'The port of Norbeck was founded in 1870 by Harald Berg.',
    'The port of Oldbeck was founded in 1902 by Nils Holm.',
  ],
  ['Pier A of the harbour is 100 metres long.', 'Pier B of the harbour is 101 metres long.'],
  ['In Norbeck 31 people were killed.', 'In Oldbeck 12 people were killed.'],
  [
    'The harbour of Norbeck has 14 berths for large ships.',
    'The harbour of Norbeck has 3 cranes for large ships.',
  ],
  ['Norland ratified the convention on 4 May 1991.', 'Sudland ratified the convention on 9 June 1993.'],
];

/** Another fact altogether, as it may come to stand under an id that was used before. */
export const OTHER_FACTS: readonly ReadingPair[] = [
  ['The harbour has 14 berths and 3 cranes.', 'The quay has 8 lamps.'],
  ['The harbour has 14 berths.', 'The council meets on Mondays.'],
  ['Ferries in Exampleton carried 120,000 passengers in 2024.', 'The pier of Oldbeck was built in 1904.'],
  ['The mayor of Norbeck is Jane Smith.', 'The river Ash floods every spring.'],
  ['The tower is 300 metres high.', 'The museum has 40 rooms.'],
  ['The council voted 12 to 9 for the new stadium.', 'The company employs 3,400 people in Norbeck.'],
  ['At least 31 people were killed in the fire.', 'The lake is 12 kilometres long and 40 metres deep.'],
  ['The convention was opened for signature on 20 November 1989.', 'The committee has 18 members.'],
  ['The port was founded in 1870 by Harald Berg.', 'The bridge closes at night.'],
  ['Norbeck has two hospitals.', 'Ferries leave for the islands every morning at seven.'],
  ['The budget of Norbeck for 2026 is 70 million dollars.', 'The library opens at nine.'],
  ['The harbour of Norbeck has 14 berths for large ships.', 'The council of Norbeck meets on Mondays.'],
  ['The quay has 8 lamps.', 'The town has a school.'],
];
