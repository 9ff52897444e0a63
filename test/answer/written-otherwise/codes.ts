import type { Written } from './written.ts';

/** Letters and digits, and initials. */
export const CODES: readonly Written[] = [
  {
    fact: 'The F-16 landed beside the farm.',
    same: [
      'Where did the F-16 land?',
      'Where did the F16 land?',
      'Where did the F 16 land?',
      'where did the f16s land',
      'Where did the F-16s land?',
    ],
    other: [
      'Where did the F-35 land?',
      'Where did the F 35 land?',
      'Where did the F35s land?',
      'Where did the B-16 land?',
    ],
  },
  {
    fact: 'T-72s crossed the bridge of Vell.',
    same: [
      'Which bridge did the T-72 cross?',
      'Which bridge did the T72s cross?',
      'Which bridge did the T72 cross?',
    ],
    other: ['Which bridge did the T-90s cross?', 'Which bridge did the T 90 cross?'],
  },
  {
    fact: 'Route E39 was flooded near the brewery.',
    same: ['Where was Route E39 flooded?', 'Where was Route E-39 flooded?'],
    other: ['Where was Route E6 flooded?', 'Where was Route A39 flooded?', 'where was route e 6 flooded'],
  },
  {
    fact: 'Vitamin B2 is added to the flour in Orva.',
    same: ['Where is vitamin B2 added to the flour?', 'Where is vitamin B-2 added to the flour?'],
    other: ['Where is vitamin B9 added to the flour?'],
  },
  {
    fact: 'Flight MH17 was remembered in the chapel.',
    same: [
      'Where was flight MH17 remembered?',
      'Where was flight MH 17 remembered?',
      'where was flight mh-17 remembered',
    ],
    other: ['Where was flight MH370 remembered?'],
  },
  {
    fact: 'Flight MH 17 was remembered in the chapel.',
    same: ['Where was flight MH17 remembered?'],
    other: ['Where was flight MH370 remembered?'],
  },
  {
    fact: 'The G7 met in the castle of Brandt.',
    same: ['Where did the G7 meet?', 'Where did the G-7 meet?'],
    other: ['Where did the G20 meet?'],
  },
  {
    fact: 'The A320neo was grounded in Tessin.',
    same: ['Where was the A320neo grounded?', 'Where were the A320neos grounded?'],
    other: ['Where was the A380 grounded?'],
  },
  {
    fact: 'COVID-19 closed the theatre of Vell.',
    same: [
      'Which theatre did COVID-19 close?',
      'Which theatre did Covid19 close?',
      'which theatre did covid 19 close',
      'Which theatre did Covid close?',
    ],
    other: [],
  },
  {
    fact: 'Covid19 closed the theatre of Vell.',
    same: ['Which theatre did COVID-19 close?'],
    other: [],
  },
  {
    fact: 'AT&T will paint the mast on Crow Hill.',
    same: [
      'What will AT&T paint?',
      'What will ATT paint?',
      'What will AT and T paint?',
      'What will AT & T paint?',
      'what will at&t paint',
      'what will at and t paint',
    ],
    other: [],
  },
  {
    fact: 'ATT will paint the mast on Crow Hill.',
    same: ['What will AT&T paint?'],
    other: [],
  },
  {
    fact: 'The 5G mast stands on Crow Hill.',
    same: ['Where does the 5G mast stand?'],
    other: ['Where does the 4G mast stand?'],
  },
  {
    fact: 'The M25 was closed for a parade.',
    same: ['Why was the M25 closed?'],
    other: ['Was the M4 closed for a parade?'],
  },
  {
    fact: 'The BMP-2 sank in the marsh of Vell.',
    same: ['Where did the BMP2 sink?', 'Where did BMP-2s sink?'],
    other: ['Where did the BMP-3 sink?', 'where did the bmp3 sink'],
  },
  {
    fact: 'MiG-29s flew over the lake of Orva.',
    same: [
      'Over which lake did the MiG-29 fly?',
      'Over which lake did the MiG29s fly?',
      'over which lake did the mig-29s fly',
    ],
    other: ['Over which lake did MiG-31s fly?'],
  },
  {
    fact: 'The Su-35S was painted green.',
    same: ['Was the Su-35S painted green?'],
    other: ['Was the Su-34 painted green?'],
  },
  {
    fact: 'S-300 batteries guard the dam of Vell.',
    same: ['Which dam do S300 batteries guard?'],
    other: ['Which dam do S-400 batteries guard?', 'which dam do s400 batteries guard'],
  },
  {
    fact: 'H5N1 was found on a duck farm in Selby.',
    same: ['Where was H5N1 found?'],
    other: ['Where was H7N9 found?'],
  },
  {
    fact: 'COP28 adopted the harbour pledge.',
    same: ['What did COP28 adopt?', 'What did COP 28 adopt?', 'what did cop-28 adopt'],
    other: ['What did COP29 adopt?'],
  },
  {
    fact: 'The R&D office moved to Tessin.',
    same: ['Where did the R&D office move?', 'Where did the R & D office move?'],
    other: [],
  },
  {
    fact: 'Two 747s stood on the meadow of Brandt.',
    same: ['On which meadow did the 747 stand?'],
    other: ['On which meadow did 737s stand?'],
  },
  {
    fact: 'The U-21 team trained in Orva.',
    same: ['Where did the U21 team train?'],
    other: ['Where did the U-19 team train?'],
  },
  {
    fact: 'The I-95 was repaved with rubber.',
    same: ['What was the I95 repaved with?'],
    other: ['Was the I-80 repaved with rubber?'],
  },
];
