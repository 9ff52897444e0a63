/** What a reporter wants of the bot, and few people of each other. */
const EVIDENCE = '(?:sources?|citations?|figures?|numbers?|statistics|stats|data)';
const GIVES = '(?:have|got|get|give|show|find|provide|share|send|link|post|quote)';
const WHICH = '(?: (?:me|us|got|to|a|an|the|any|some|that|this|its|their|other|better|newer|exact|latest))';
/** Words behind which `can you`, `do we` or `does anyone` asks for something to be told, as one asks the bot. */
export const TOLD = [
  '(?:please |also |maybe |just |happen to |actually )?(?:',
  'tell|say|know|find|show|give|quote|look up|remind',
  `|${GIVES}${WHICH}{0,3} ${EVIDENCE}|(?:have|got|get)${WHICH}{0,3} (?:anything|something|quotes?|links?)`,
  `|(?:anything|something|(?:a|any) ${EVIDENCE})`,
  '|(?:check|confirm|verify) how (?:many|much|long|far|old|often)',
  ')',
].join('');

/** What asks to be told without a question's opening: "give me the source", "more on Poland", "link please". */
export const REQUEST = new RegExp(
  [
    '^(?:(?:please|pls|ok|okay|and|also|now|then|thanks)[,!]? ){0,2}(?:',
    `(?:can|could|would|will) (?:you|i|we) ${TOLD}\\b`,
    '|tell me (?:how|who|what|when|where|why|which|whether|if|more|about(?! it\\b))\\b',
    `|(?:give|show|get|find)${WHICH}{0,3} (?:${EVIDENCE}|quotes?|links?)\\b`,
    '|(?:more|anything|something) (?:on|about|from|by) ',
    `|(?:the |a )?(?:${EVIDENCE}|link)(?: please| pls)?[.!]?$)`,
  ].join(''),
  'i',
);
