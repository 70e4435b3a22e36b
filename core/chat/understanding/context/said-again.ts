const please = '(?:,? ?(?:please|pls|plz|mate|coach|thanks|then|now|for me|to me))*'
const lead =
  "(?:(?:and|but|so|ok|okay|sorry|please|can you|could you|now|right|hm+|well|just|too long|too complicated|too much|that's too (?:long|much|complicated)|i don'?t (?:get|understand)(?: it| that| this)?)[,.:]? )*"
const say =
  '(?:(?:say|put|explain|tell|make|phrase|give|summari[sz]e|sum|shorten|keep|repeat)(?: me| us)?(?: it| that| this| (?:the|your) answer| all (?:that|this))?(?: up)?(?: to me)?(?: again)?(?: (?:to|as|a bit|a little|much|but|and))*)'
const how =
  "(?:(?:more )?(?:simpler|shorter|simply|plainly|briefly|simple|short|brief)|(?:in )?(?:one|number|a single|a short|a) (?:short |simple )?(?:sentence|line|liner)|(?:in )?(?:plain|simple|normal|easy|everyday|human|fewer|less|other|a few)(?:er)? (?:english|words|terms|language)|in short|in a nutshell|in english|english|short(?:er)? version|simpl(?:e|er) version|the short version|tl;?dr|like i'?m (?:five|5|ten|a kid)|for (?:dummies|a beginner))"
const lost =
  "(?:i (?:don'?t|do not|didn'?t|did not) (?:get|understand|follow)(?: (?:it|that|this|a word|any of (?:it|that)))*|(?:i'?m |now i'?m )?(?:confused|lost)|what does (?:all )?(?:that|this) mean(?: for me| in (?:plain )?english| exactly)?|what do you mean(?: by (?:that|this))?|(?:that is|that's|it's|this is)? ?(?:too (?:long|complicated|much)|gibberish|double dutch|all greek to me)|come again|huh|eh)"

const shorter = new RegExp(
  `^${lead}(?:${say} )?(?:in )?(?:${how})${please}[?!. ]*$|^${lead}${lost}${please}[?!. ]*$`,
)
const again = new RegExp(
  `^${lead}(?:(?:say|tell me|repeat|give me)(?: that| it| this)? (?:again|once more|one more time)|repeat(?: that| it)?|say again|once more|again|come again)${please}[?!. ]*$`,
)

/** "Say it simpler", "in one sentence", "I don't get it": the answer before, in its first sentence alone. */
export function asksShorter(text: string): boolean {
  return shorter.test(text.toLowerCase())
}

/** What was answered is wanted once more, shorter or as it was. */
export function asksAgain(text: string): boolean {
  return asksShorter(text) || again.test(text.toLowerCase())
}

/** Advice has a short form of its own: what is said over the radio. */
const advice = new Set('work-on card where-time summary repeat radio-line'.split(' '))

/** Who says again what the question before asked for, where that is wanted. */
export function saidAgainBy(text: string, previous: string | undefined): string | undefined {
  if (previous === undefined || !asksAgain(text)) return undefined
  return asksShorter(text) && advice.has(previous) ? 'radio-line' : previous
}
