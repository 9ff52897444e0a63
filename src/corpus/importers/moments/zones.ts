/** What a zone may be, each an offset (`+02:00`) or an IANA name. More than one where a name has several meanings. */
export type Zone = readonly string[];

/** Abbreviations of zones. Those of RFC 822 have the meaning it gives them. */
const ABBREVIATIONS: Readonly<Record<string, Zone>> = {
  Z: ['Z'],
  UT: ['Z'],
  UTC: ['Z'],
  GMT: ['Z'],
  EST: ['-05:00'],
  EDT: ['-04:00'],
  CST: ['-06:00'],
  CDT: ['-05:00'],
  MST: ['-07:00'],
  MDT: ['-06:00'],
  PST: ['-08:00'],
  PDT: ['-07:00'],
  // Newsrooms of North America write these all the year round.
  ET: ['America/New_York'],
  CT: ['America/Chicago'],
  MT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
  AKST: ['-09:00'],
  AKDT: ['-08:00'],
  HST: ['-10:00'],
  NST: ['-03:30'],
  NDT: ['-02:30'],
  ADT: ['-03:00'],
  BRT: ['-03:00'],
  WET: ['+00:00'],
  WEST: ['+01:00'],
  BST: ['+01:00'],
  CET: ['+01:00'],
  MEZ: ['+01:00'],
  CEST: ['+02:00'],
  MESZ: ['+02:00'],
  EET: ['+02:00'],
  EEST: ['+03:00'],
  MSK: ['+03:00'],
  WAT: ['+01:00'],
  CAT: ['+02:00'],
  SAST: ['+02:00'],
  EAT: ['+03:00'],
  GST: ['+04:00'],
  PKT: ['+05:00'],
  NPT: ['+05:45'],
  ICT: ['+07:00'],
  WIB: ['+07:00'],
  HKT: ['+08:00'],
  SGT: ['+08:00'],
  PHT: ['+08:00'],
  AWST: ['+08:00'],
  JST: ['+09:00'],
  KST: ['+09:00'],
  ACST: ['+09:30'],
  ACDT: ['+10:30'],
  AEST: ['+10:00'],
  AEDT: ['+11:00'],
  AET: ['Australia/Sydney'],
  NZST: ['+12:00'],
  NZDT: ['+13:00'],
  NZT: ['Pacific/Auckland'],
  // India, Israel in winter, Ireland in summer.
  IST: ['+05:30', '+02:00', '+01:00'],
  // Atlantic Canada, Arabia.
  AST: ['-04:00', '+03:00'],
};

/** What zones are called in full, in small letters and without "time". */
const FULL_NAMES: Readonly<Record<string, Zone>> = {
  'coordinated universal': ['Z'],
  universal: ['Z'],
  'greenwich mean': ['Z'],
  'british summer': ['+01:00'],
  'irish standard': ['+01:00'],
  'india standard': ['+05:30'],
  indian: ['+05:30'],
  'israel standard': ['+02:00'],
  'israel daylight': ['+03:00'],
  'western european': ['+00:00'],
  'central european': ['+01:00'],
  'central european standard': ['+01:00'],
  'central european summer': ['+02:00'],
  'eastern european': ['+02:00'],
  'eastern european standard': ['+02:00'],
  'eastern european summer': ['+03:00'],
  'moscow standard': ['+03:00'],
  'us eastern': ['America/New_York'],
  eastern: ['America/New_York'],
  'eastern standard': ['-05:00'],
  'eastern daylight': ['-04:00'],
  central: ['America/Chicago'],
  'central standard': ['-06:00'],
  'central daylight': ['-05:00'],
  mountain: ['America/Denver'],
  'mountain standard': ['-07:00'],
  'mountain daylight': ['-06:00'],
  pacific: ['America/Los_Angeles'],
  'pacific standard': ['-08:00'],
  'pacific daylight': ['-07:00'],
  'japan standard': ['+09:00'],
  'china standard': ['+08:00'],
  'hong kong': ['+08:00'],
  'australian eastern standard': ['+10:00'],
  'australian eastern daylight': ['+11:00'],
  'new zealand standard': ['+12:00'],
  'new zealand daylight': ['+13:00'],
};

/** The zone of an abbreviation (`CEST`), a full name (`Eastern Time`), or a city (`London time`), if it is known. */
export function findZone(name: string): Zone | undefined {
  const abbreviation = ABBREVIATIONS[name.toUpperCase()];
  if (abbreviation) return abbreviation;
  const full = name.toLowerCase().replace(/ time$/, '');
  return FULL_NAMES[full] ?? (full.length < name.length ? findCity(full) : undefined);
}

/** The zone that IANA names after a city. */
function findCity(city: string): Zone | undefined {
  const ending = `/${city.replaceAll(' ', '_')}`;
  const name = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(ending));
  return name ? [name] : undefined;
}
