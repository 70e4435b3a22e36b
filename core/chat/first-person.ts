/** "I think", "as far as I could tell": said by the asker of nobody's race. */
const asides =
  /\b(?:as far as )?(?:i|we)(?:'m| am)? (?:think|guess|believe|swear|reckon|suppose|assume|wonder|wondering|remember|recall|saw|heard|noticed|missed|skipped|(?:was|were)(?: not|n'?t)? (?:there|away|at work|at home|late|asleep|abroad)|did(?: not|n'?t) (?:see|watch|catch|follow)|(?:could|couldn't|can't|cannot) (?:not )?(?:watch|come|be there|make it)|(?:could|can|can't|couldn't|cannot) (?:tell|see|remember|work out)|(?:want|wanted|need|would like|'d like) to (?:know|see|hear|find out)|(?:would|'d) be (?:grateful|glad|happy|thankful|curious)|(?:should|could|can|must|shall) (?:talk|tell|say|discuss|speak|sit|see)|don'?t know|look(?:ing)? after|run|manage|engineer|coach)\b|\b(?:i|we)(?:'ve| have)(?: only)?(?: got)? (?:\w+ )?(?:minutes?|mins?|time)\b|\bdo (?:i|we) (?:tell|say|shout|radio|coach|sit|talk|call)\b|\b(?:to|for|in) my (?:mind|eyes?|article|report|notes|newspaper|paper|blog)\b|\b(?:my|our) (?:own )?(?:son|daughter|kid|boy|girl|lad|child|husband|wife|brother|sister|nephew|niece|friend|mate|driver|client)\b/gi
const firstPerson = /\b(?:i|i'm|im|i've|ive|i'd|me|my|mine|myself|we|we're|our|us)\b/i

const requests =
  /\b(?:tell|show|give|remind|let) (?:me|us)\b|\b(?:sum|put|write|list|explain|describe|break|summari[sz]e)\b.*\bfor (?:me|us)\b/gi

/** Whether a question speaks of its asker as of a driver: the answer may say "you". */
export function saysMe(text: string): boolean {
  return firstPerson.test(text.replaceAll(asides, ' '))
}

/** Whether a question is about its asker's own race: "tell me who was lapped" is not. */
export function speaksOfSelf(text: string): boolean {
  return saysMe(text.replaceAll(requests, ' '))
}
