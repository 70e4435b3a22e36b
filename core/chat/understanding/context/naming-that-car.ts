import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { itemsOf } from './items.ts'

type Past = { readonly text: string; readonly scope: Scope; readonly facts?: readonly Fact[] }

/** Whose answers tell of a fight with one other car. */
const ofFights = new Set('who-passed stuck-behind got-away held-up'.split(' '))
const howClose =
  /^(?:(?:and|so|ok|but) )*how (?:close|tight|far apart) (?:was|were|did|is|are) (?:it|that|this|we|they|the (?:fight|battle|two)|you two)(?: (?:get|apart|together|in the end|at the end|at the flag))*[?!. ]*$/
/** "Who did I take it from?" after the lead. */
const ofLead = /\b(?<did>take|took|taken|lose|lost|get|got|win|won|hold|held|have|had) it\b/

/** "How close was it?" after a fight, "who did I take it from?" after the lead: said so. */
export function namingThatCar(
  text: string,
  last: Past | undefined,
  own: string | undefined,
): string {
  if (last === undefined) return text
  if (last.scope.intents.includes('position') && /\b(?:lead|led)\b/i.test(last.text))
    return text.replace(ofLead, '$<did> the lead')
  if (!howClose.test(text) || !last.scope.intents.some((id) => ofFights.has(id))) return text
  const cars = itemsOf(last.facts ?? []).cars.filter((car) => car !== (last.scope.car ?? own))
  return cars.length === 1 ? `how close was car ${cars[0]}` : text
}
