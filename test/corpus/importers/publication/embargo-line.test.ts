import { describe, expect, it } from 'vitest';
import { readEmbargoLine } from '../../../../src/corpus/importers/publication/embargo-line.ts';

describe('a line that orders to wait', () => {
  it.each([
    ['EMBARGOED UNTIL 00:01 GMT, 14 May 2098', '2098-05-14T00:01:00Z'],
    ['HOLD FOR RELEASE 6 p.m. ET May 14, 2036', '2036-05-14T18:00:00-04:00'],
    ['Not for publication before 14 May 2036', '2036-05-14T00:00:00-12:00'],
    ['Strictly embargoed: 14 May 2036, 9am GMT', '2036-05-14T09:00:00Z'],
    ['Under embargo until 2036-12-01 09:30 CET', '2036-12-01T09:30:00+01:00'],
    ['NOT FOR RELEASE UNTIL 5 PM, MAY 14, 2036', '2036-05-14T17:00:00-12:00'],
    ['**EMBARGO: 14 May 2036**', '2036-05-14T00:00:00-12:00'],
    ['PRESS RELEASE – EMBARGOED UNTIL 6 pm 14 May 2036', '2036-05-14T18:00:00-12:00'],
    ['News release | Under embargo until 14 May 2036 10:00 GMT', '2036-05-14T10:00:00Z'],
    ['Embargoed for publication at 00:01 on 14 May 2036', '2036-05-14T00:01:00-12:00'],
    ['Embargoed to 0001hrs Wednesday 14 May 2036', '2036-05-14T00:01:00-12:00'],
    ['NOT TO BE PUBLISHED BEFORE 14 May 2036', '2036-05-14T00:00:00-12:00'],
    ['This press release is under strict embargo until 14 May 2036.', '2036-05-14T00:00:00-12:00'],
    ['FOR RELEASE 14 May 2036 12:00 UTC', '2036-05-14T12:00:00Z'],
    ['Release date: 14 May 2036', '2036-05-14T00:00:00-12:00'],
    ['EMBARGO LIFTED AT 18:00 GMT 14 May 2098', '2098-05-14T18:00:00Z'],
    ['Publish after 14 May 2036', '2036-05-14T00:00:00-12:00'],
    ['Report embargoed until 14 May 2036', '2036-05-14T00:00:00-12:00'],
    ['STRICT EMBARGO - 00:01 14 May 2036', '2036-05-14T00:01:00-12:00'],
    ['Embargoed untill 14 May 2036', '2036-05-14T00:00:00-12:00'],
    ['E M B A R G O E D UNTIL 14 MAY 2036', '2036-05-14T00:00:00-12:00'],
    ['ＥＭＢＡＲＧＯＥＤ UNTIL 14 MAY 2036', '2036-05-14T00:00:00-12:00'],
    ['Em\u00adbargoed\u200b until 14 May 2036', '2036-05-14T00:00:00-12:00'],
  ])('%s', (line, until) => {
    expect(readEmbargoLine(line)).toEqual({ kind: 'until', until });
  });

  it.each([
    ['HOLD FOR RELEASE'],
    ['Embargo: 00:01 Thursday 14 May'],
    ['EMBARGO'],
    ['Embargoed'],
    ['(Embargoed until Monday)'],
    ['EMBARGOED FOR 00.01 MONDAY'],
    ['Strictly embargoed until 00.01 BST Tuesday'],
    // The 14th is a Wednesday.
    ['Embargoed until Friday, 14 May 2036'],
    ['Embargoed until 11/12/2036'],
    ['EMBARGOED UNTIL 14 MAY 2036: the ferry line will cut 40 jobs'],
    ['This story is embargoed until noon on Monday'],
    ['RELEASE TIME: 6 pm'],
    ['Not for publication'],
    ['DRAFT - NOT FOR PUBLICATION'],
    ['DO NOT PUBLISH'],
    ['Please hold until Monday'],
    ['Embargoed - not for publication'],
    ['Embargoed until further notice'],
    ['Note: this text is embargoed until Tuesday'],
    ['Embargoed until 14 May 2036; for immediate release after that'],
    ['EMBARGOD UNTIL MONDAY'],
  ])('%s holds back for as long as nobody says until when', (line) => {
    expect(readEmbargoLine(line)).toEqual({ kind: 'held' });
  });

  it.each([
    ['EMBARGO LIFTED'],
    ['For immediate release'],
    ['FOR IMMEDIATE RELEASE – 20 March 2026'],
    ['FOR RELEASE: IMMEDIATE'],
    ['No embargo'],
    ['Embargo: none'],
    ['NO LONGER EMBARGOED'],
    ['The embargo has been lifted'],
  ])('%s holds nothing back', (line) => {
    expect(readEmbargoLine(line)).toEqual({ kind: 'free' });
  });

  it.each([
    'The arms embargo on Northland was lifted on Monday.',
    'Embargo on oil ends as ministers agree',
    'Arms embargo until 2030, council decides',
    'Under embargo since 1962, the island trades little.',
    'Under embargo, the island could not sell its oil.',
    'Embargoed goods were found at the port of Halm.',
    'The council extends its embargo until 14 May 2036',
    'Hold the line, the coach said.',
    'Not for the first time, the mayor was late.',
    'For release of the hostages, they pay.',
    'Trade embargo: what it means',
    'Embargo: how one island lived with it',
    'Release of the report is due on Monday.',
    'The report was embargoed until Tuesday.',
    'For use in schools, the book costs 4 crowns.',
    'Police release man, 45',
    'Do not use the lifts, the fire brigade said.',
    'Not before time, said the mayor of Orrby',
    'Embargoed by its neighbours, the firm closed.',
    'Ban on release before trial',
    'Release date for new album set',
  ])('%s is a line of an article', (line) => {
    expect(readEmbargoLine(line)).toBeUndefined();
  });

  it('is read in the zone of the desk where it names none', () => {
    const until = '2036-05-14T09:00:00+02:00';
    expect(readEmbargoLine('Embargoed until 9 am, 14 May 2036', 'Europe/Oslo')).toEqual({
      kind: 'until',
      until,
    });
  });
});
