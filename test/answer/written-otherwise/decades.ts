import type { Written } from './written.ts';

/** Decades and ages. */
export const DECADES: readonly Written[] = [
  {
    fact: 'In the 1990s the brewery hired 300 people.',
    same: [
      "How many people did the brewery hire in the '90s?",
      'How many people did the brewery hire in the 90s?',
      "How many people did the brewery hire in the 90's?",
      'how many people did the brewery hire in the nineties',
      'How many people did the brewery hire in the nineteen-nineties?',
      "How many people did the brewery hire in the 1990's?",
    ],
    other: [
      'How many people did the brewery hire in the 1890s?',
      'How many people did the brewery hire in the eighties?',
      'How many people did the brewery hire in the eighteen-nineties?',
    ],
  },
  {
    fact: "In the '80s the brewery hired 300 people.",
    same: ['How many people did the brewery hire in the 1980s?'],
    other: ['How many people did the brewery hire in the 1970s?'],
  },
  {
    fact: 'In the eighties the brewery hired 300 people.',
    same: ['How many people did the brewery hire in the 1980s?'],
    other: [],
  },
  {
    fact: 'In the 1920s the brewery hired 300 people.',
    same: ['How many people did the brewery hire in the twenties?'],
    other: [],
  },
  {
    fact: 'In the 2010s the ferry carried 700 cars.',
    same: [],
    other: ['How many cars did the ferry carry in the 2000s?'],
  },
  {
    fact: 'The ferry carried 700 cars in the mid-90s.',
    same: ['How many cars did the ferry carry in the mid-1990s?'],
    other: [],
  },
  {
    fact: "The ferry carried 700 cars in the late '80s.",
    same: ['How many cars did the ferry carry in the late eighties?'],
    other: ['How many cars did the ferry carry in the late nineties?'],
  },
  {
    fact: 'The ferry carried 700 cars in the twenties.',
    same: [
      'How many cars did the ferry carry in the 1920s?',
      "How many cars did the ferry carry in the '20s?",
    ],
    other: [],
  },
  {
    fact: 'Anna Holt bought the ferry in her thirties.',
    same: ['Did Anna Holt buy the ferry in her 30s?'],
    other: [],
  },
];
