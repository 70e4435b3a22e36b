/** What is said before a question, and changes nothing of what is asked. */
const leadIns = [
  'and|so|ok|okay|right|well|alright|now|then|um+|uh+|er+m?|hm+|yeah|yes|also|actually|basically|honestly|sorry|but|oh|ah',
  'hey|hi|hello|yo|hiya|dear|good (?:morning|afternoon|evening)',
  'there|mate|bro|man|buddy|pal|coach|guys|team|everyone|kaizenlap',
  'please|pls|plz|kindly|quickly|just|maybe',
  '(?:a |one )?(?:quick|small|short|simple|silly|stupid|last|final|dumb)? ?(?:question|one|query|thing)(?: for (?:you|u))?',
  'one more(?: thing| question)?|another (?:thing|question|one)|next(?: question)?',
  "(?:i am|i'm|im|i was|was|we are|we were|been)? ?(?:just )?(?:wondering|curious|trying to (?:understand|figure out|work out|find out|see)|keen to know|interested in(?: knowing)?|looking for)(?: about)?",
  "(?:i|we)(?:'d| would|d)? ?(?:just )?(?:really )?(?:like|love|want|need|wanted|wish)(?: to)? (?:know|see|understand|find out|hear|ask|check|learn)(?: about)?",
  "(?:i|we)(?:'d| would|d) (?:like|love) (?:you to )?",
  '(?:can|could|would|will|may|might) (?:you|u|i|we|ya|someone|anybody)(?: please| maybe| possibly| kindly| just| quickly)* (?:tell|show|give|list|explain|let|say|find|get|ask|see|check|know|have|look up|pull up|work out|help)(?: to)?(?: me| us)?(?: know| out| see| with)?(?: about)?',
  '(?:do|would|does) (?:you|u|anyone|anybody|we)(?: happen to| maybe)? (?:know|remember|have|see)',
  '(?:please )?(?:tell|show|remind|give|list|find|get)(?: me| us)?(?: please| again| about)?(?= \\w+ \\w)',
  '(?:any|no) (?:idea|clue|chance)(?: on| about| of)?',
  "let(?:'s| us| me) (?:see|know|look at|talk about)|lets see",
  "(?:what|all|the thing) (?:i|we)(?:'d| would|d)? ?(?:really )?(?:like|want|need|love|wanted) to (?:know|ask|find out|see|understand) (?:is|was)",
  '(?:my|the) (?:real )?question (?:is|was)',
  'is there (?:a|any|some) way (?:that )?(?:(?:you|i|we|one) (?:can|could)|to)(?: (?:see|tell|say|find out|work out|know|check))?',
  'from (?:this|these|the|those|your) (?:numbers|data|timing|times|sheets?|figures)',
  'if|whether|that is|listen|look|say',
]

/** And after it. */
const leadOuts = [
  'please|pls|plz|thanks(?: a lot| so much)?|thank you(?: very much)?|thx|ta|cheers',
  'mate|bro|man|buddy|pal|coach|guys|sir|lol|haha|btw|asap',
  '(?:if|when) (?:you|u) (?:can|could|know|have it|please|would)(?: tell me| say)?',
  "(?:if|when) (?:you|u) (?:don't|dont|do not|wouldn't) mind|if possible|if that's ok(?:ay)?|when you have a (?:minute|moment|sec)",
  "(?:do|would) (?:you|u) (?:know|reckon|think|say)|you reckon|i wonder|i guess|i'm curious|just curious|any ideas?",
  'or what|or not|or something|right|then|by the way|(?:can|could) (?:you|u) (?:tell me|say|help)|tell me|let me know',
]

const before = new RegExp(`^(?:${leadIns.join('|')})(?=[ ,:;.!-])[ ,:;.!-]*`)
const after = new RegExp(`[ ,:;.!?-]+(?:${leadOuts.join('|')})[ .!?]*$`)

/**
 * A question without its courtesies ("hey, could you please tell me … mate?"), which people put around every kind of question. What is
 * nothing but courtesy stays as it is.
 */
export function bareQuestion(text: string): string {
  const bare = stripped(stripped(text, before), after)
  return isQuestion(bare) ? bare : text
}

function stripped(text: string, courtesy: RegExp): string {
  const less = text.replace(courtesy, '')
  return less === text || !isQuestion(less) ? text : stripped(less, courtesy)
}

/** Two words, or one thing that is named. */
function isQuestion(text: string): boolean {
  return /[A-Z]{3}/.test(text) || /\w+['\w]* +\w+/.test(text)
}
