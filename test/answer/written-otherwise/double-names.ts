import type { Written } from './written.ts';

/** Names of two parts. */
export const DOUBLE_NAMES: readonly Written[] = [
  {
    fact: 'Kim Jong-il inspected the cannery.',
    same: ['What did Kim Jong-il inspect?', 'What did Kim Jong Il inspect?', 'what did kim jong il inspect'],
    other: [
      'What did Kim Jong-un inspect?',
      'What did Kim Jong Un inspect?',
      'what did kim jong-un inspect',
      'what did kim jong un inspect',
    ],
  },
  {
    fact: 'Kim Jong Il inspected the cannery.',
    same: [],
    other: ['What did Kim Jong-un inspect?', 'What did Kim Jong Un inspect?', 'what did kim jong un inspect'],
  },
  {
    fact: 'Jean-Luc Tveit painted the chapel ceiling.',
    same: [
      'What did Jean-Luc Tveit paint?',
      'What did Jean Luc Tveit paint?',
      'what did jean luc tveit paint',
    ],
    other: [
      'What did Jean-Marc Tveit paint?',
      'What did Jean Marc Tveit paint?',
      'what did jean-marc tveit paint',
      'what did jean marc tveit paint',
    ],
  },
  {
    fact: 'Jean Luc Tveit painted the chapel ceiling.',
    same: [],
    other: [
      'What did Jean-Marc Tveit paint?',
      'What did Jean Marc Tveit paint?',
      'what did jean marc tveit paint',
    ],
  },
  {
    fact: 'Abdul-Hamid Saleh repairs the pumps of Vell.',
    same: ['What does Abdul-Hamid Saleh repair?', 'What does Abdul Hamid Saleh repair?'],
    other: ['What does Abdul-Malik Saleh repair?', 'what does abdul malik saleh repair'],
  },
  {
    fact: 'Ann-Kristin Berge leads the choir of Vell.',
    same: ['Which choir does Ann-Kristin Berge lead?'],
    other: ['Which choir does Ann-Helen Berge lead?', 'Which choir does Eva-Kristin Berge lead?'],
  },
  {
    fact: 'Park Geun-hye planted an oak in Selby.',
    same: ['Where did Park Geun-hye plant an oak?'],
    other: ['Where did Park Geun-young plant an oak?'],
  },
  {
    fact: 'Karl-Erik Dahl sold the ferry.',
    same: ['What did Karl-Erik Dahl sell?'],
    other: ['What did Per-Erik Dahl sell?', 'What did Karl-Johan Dahl sell?'],
  },
  {
    fact: 'Hans-Peter Voll raised the wreck.',
    same: ['What did Hans-Peter Voll raise?'],
    other: ['What did Hans-Georg Voll raise?', 'What did Hans Georg Voll raise?'],
  },
  {
    fact: 'Lee Hsien-loong toured the cannery.',
    same: ['What did Lee Hsien-loong tour?', 'What did Lee Hsien Loong tour?'],
    other: ['What did Lee Hsien-yang tour?'],
  },
  {
    fact: 'Moon Jae-in planted a pear tree.',
    same: ['What did Moon Jae-in plant?'],
    other: ['What did Moon Jae-un plant?'],
  },
  {
    fact: 'Eva Berg-Dahl sold the bakery.',
    same: ['What did Eva Berg-Dahl sell?'],
    other: ['What did Eva Berg-Holm sell?', 'what did eva berg-holm sell'],
  },
  {
    fact: 'Marie-Claire Aune drew the map.',
    same: ['What did Marie Claire Aune draw?'],
    other: ['What did Anne-Claire Aune draw?'],
  },
  {
    fact: 'Jean Tveit painted the chapel ceiling.',
    same: [],
    other: ['What did Jean-Marc Tveit paint?'],
  },
];
