import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { followUps } from './follow-ups.ts'
import { sectionTold } from './naming-that-gain.ts'

type Past = { readonly text: string; readonly scope: Scope; readonly facts?: readonly Fact[] }

/** Words that change nothing of what a short question after an answer asks. */
const fillers = new Set(
  'a an and am actually also are at but did do does exactly in is just now ok okay on please really so than that the then there though to too was were with'.split(
    ' ',
  ),
)
const sameWord: Readonly<Record<string, string>> = {
  whats: 'what',
  faster: 'quicker',
  fastest: 'quickest',
  we: 'i',
  us: 'me',
  spoiled: 'ruined',
  spoilt: 'ruined',
  compared: 'against',
  vs: 'against',
  beside: 'against',
  anybody: 'anyone',
  someone: 'anyone',
  somebody: 'anyone',
  leaders: 'leader',
  winner: 'leader',
  winners: 'leader',
  stopped: 'pit',
  pitted: 'pit',
  stop: 'pit',
  per: 'by',
}

/** The words that carry a question, in no order, its numbers as one word. */
function carrying(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !fillers.has(word))
    .map((word) => (/^\d+$/.test(word) ? 'number' : (sameWord[word] ?? word)))
  return words.toSorted().join(' ')
}

/** What is meant after each answer, by the words that carry the question. */
const meant = new Map(
  followUps.flatMap(({ after, says, means }) =>
    after.flatMap((intent) => says.map((say) => [`${intent} ${carrying(say)}`, means] as const)),
  ),
)

/** A question that the answer before makes whole, said in full: "how far am I from it?" after the ideal lap. */
export function saidAfter(text: string, last: Past | undefined, own: string | undefined): string {
  if (last === undefined) return text
  const words = carrying(text)
  const means = last.scope.intents.map((id) => meant.get(`${id} ${words}`)).find((one) => one)
  return means === undefined ? text : (filledIn(means, text, last, own) ?? text)
}

/** Undefined where the answer before did not tell what is pointed at. */
function filledIn(
  means: string,
  text: string,
  last: Past,
  own: string | undefined,
): string | undefined {
  const { car, cars, lap } = last.scope
  const isOwn = car === undefined || car === own
  const other = cars?.find((one) => one !== own)
  const section = sectionTold(last)?.slice(1)
  const told: Readonly<Record<string, string | undefined>> = {
    i: isOwn ? 'i' : `car ${car}`,
    my: isOwn ? 'my' : `car ${car}'s`,
    other: other === undefined ? undefined : `car ${other}`,
    section: section === undefined ? undefined : `section ${section}`,
    lap: lap === undefined ? undefined : `lap ${lap}`,
    number: /\d+/.exec(text)?.[0],
  }
  const names = Array.from(means.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
  if (names.some((name) => told[name] === undefined)) return undefined
  return means.replaceAll(/\{(\w+)\}/g, (_, name: string) => told[name] ?? '')
}
