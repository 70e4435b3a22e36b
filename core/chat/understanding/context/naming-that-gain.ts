import type { Fact } from '#core/domain/fact.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'

type Past = { readonly scope: Scope; readonly facts?: readonly Fact[] }

/** Whose answers put one section first. */
const placed = new Set('work-on card radio-line where-time onboard repeat'.split(' '))

/** The section that an answer was about, else the first one that it told. */
export function sectionTold({ scope, facts = [] }: Past): SectionId | undefined {
  const first = facts.flatMap(({ id }) => /#sections\.(s[123])\./.exec(id)?.[1] ?? [])[0]
  return sectionIds.find((id) => id === (scope.section?.slice(0, 2) ?? first))
}

const reachable =
  '(?:realistic\\w*|reachable|achievable|doable|possible|feasible|within reach|in reach|there to (?:get|find|gain)|really (?:there|mine|in it))'
const howMuch = new RegExp(
  `^(?:(?:and|so|ok|but) )*(?:how much (?:of (?:that|it|this) )?.*\\b${reachable}|(?:is|would) (?:that|it|this)(?: all)? ${reachable}|how much (?:of (?:that|it|this) )?(?:can|could|do|would) (?:i|we) (?:really |actually |realistically )*(?:get|find|gain|expect|save|take)(?: back)?(?: (?:there|on my own|myself|realistically|of (?:it|that)))*)(?: .{0,20})?[?!. ]*$`,
)
const onLaps =
  /^(?:(?:and|so|ok|but) )*(?:(?:(?:on |in )?(?:which|what) laps?(?: numbers?)?|when|how often|where) (?:did|have|had|was|were) (?:i|we)\b.*|(?:which|what) laps? (?:did|had|have|got|has|were|was|show(?:ed)?) .*|(?:did|have) (?:i|we) (?:ever |already |actually )+.*|(?:which|what) laps? (?:were|was|are|is) (?:the |my )?(?:good|best|right|good ones|best ones))(?<=\b(?:it|that|this|right|well|there|good ones?|best ones?|good|best|way|like that|already))(?: (?:already|there|before|then|in the race))*[?!. ]*$/
const ofDoing =
  /\b(?:do|did|done|manage[d]?|nail(?:ed)?|get|got|hit|drove|driven|drive|reach(?:ed)?|show(?:ed|n)?|have|had|good|right|best)\b/

/** "Is it the entry or the exit?", "which half?": of that section. */
const halves =
  /^(?:(?:and|so|ok|but) )*(?:is|was) (?:it|that) (?:(?:more|in|on|the|at) )*(?:entry|entrance|exit|way (?:in|out)|first (?:half|part|bit)|start|beginning)\b.*\bor\b/
const bestThere =
  /^(?:(?:and|so|ok|but) )*(?:which|what) (?:lap|one) (?:was|is) (?:my |the )*(?:best|quickest|fastest)(?: (?:lap|one))? (?:there|in (?:it|that))\b/

const whoDoes =
  /^(?:(?:and|so|ok|but) )*(?:who|which car) (?:does|did|drives?|gets?|is|was) (?:it |that |this )?(?:the )?(?:best|better|right|quickest|fastest|well)(?: (?:there|in (?:it|that)|at (?:it|that)))*[?!. ]*$/
const showLaps =
  /^(?:(?:and|so|ok|but|please|can you|could you) )*(?:show|give|tell|name|list)(?: me)? (?:the |my |some |any )?laps (?:where|when|on which|in which|that) (?:i|we)\b/

/** "How much of that is realistic?", "on which laps did I already do it?" after advice: of the section that it put first. */
export function namingThatGain(text: string, last: Past | undefined): string {
  if (last === undefined || !last.scope.intents.some((id) => placed.has(id))) return text
  const section = sectionTold(last)
  if (section === undefined || /\bse(?:ction|ctor) ?\d|\blap \d/.test(text)) return text
  const there = `in section ${section.slice(1)}`
  if (halves.test(text)) return `which half is worse ${there}`
  if (bestThere.test(text)) return `which lap was my best ${there}`
  if (whoDoes.test(text)) return `who is quickest ${there}`
  if (showLaps.test(text)) return `on which laps did i reach my target ${there}`
  if (howMuch.test(text)) return `what would i gain by repeating my best laps ${there}`
  return onLaps.test(text) && ofDoing.test(text)
    ? `on which laps did i reach my target ${there}`
    : text
}
