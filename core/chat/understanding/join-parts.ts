import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Part, Understanding } from './understanding.ts'

/** Puts the questions of one message together: what says nothing beside a real question is left out. */
export function joinParts(found: readonly Part[]): Understanding {
  const parts = withoutCovered(merged(withoutNoise(found)))
  const [first] = parts
  const missing = parts.find((part) => part.missing !== undefined)?.missing
  const unsure = parts.find((part) => part.unsure !== undefined)?.unsure
  const intents = [...new Set(parts.map(({ intent }) => intent))]
  return {
    parts,
    scope: { ...first?.scope, ...racesOf(parts), intents },
    ...(missing !== undefined && { missing }),
    ...(unsure !== undefined && { unsure }),
  }
}

/** "Where did 7 finish at VIR?", told of both races: "and 72?" is of both too. */
function racesOf(parts: readonly Part[]): Pick<Scope, 'raceIds'> {
  const races = [...new Set(parts.flatMap(({ scope }) => scope.raceId ?? []))]
  const [first] = parts
  const isOne = parts.every(({ intent, text }) => intent === first?.intent && text === first.text)
  return isOne && races.length > 1 ? { raceIds: races } : {}
}

/** What is told besides, not asked, has to be this sure to be answered of its own. */
const surenessOfStatements = 0.85

/** "Hi", "can you help" and half-understood statements around a question are not answered of their own. */
function withoutNoise(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts
  const telling = parts.filter(isTelling).filter((part) => !isAskedOf(part, parts))
  if (telling.length > 0) {
    return parts.filter((part) => telling.includes(part) || (isAsking(part) && !isAside(part)))
  }
  const rest = parts.filter((part) => !isAside(part))
  const last = rest.at(-1) ?? parts.at(-1)
  return parts.filter((part) => part === last || (part.text === last?.text && !isAside(part)))
}

/** "Lap 8 felt great. Was it my best?": what is told of the lap that is asked about is no question. */
function isAskedOf(part: Part, parts: readonly Part[]): boolean {
  const { lap } = part.scope
  if (lap === undefined || isAsking(part)) return false
  return parts.some((other) => other !== part && isAsking(other) && other.scope.lap === lap)
}

function isTelling(part: Part): boolean {
  const isSaid = isAsking(part) || part.isFollowUp || part.confidence >= surenessOfStatements
  return !isAside(part) && part.unsure === undefined && isSaid
}

function isAside({ kind, intent }: Part): boolean {
  const aside = ['help', 'set-car', 'other-language'].includes(intent)
  return kind === 'social' || aside
}

function isAsking({ text }: Part): boolean {
  return /\?$|(?:^|[,;:] )(?:(?:and|so|but|then|also|ok|hey|please|just|only) )*(?:gimme|gi'?me|list|name|who|what|where|why|how|when|which|did|does|do|was|is|am|are|were|can|could|should|would|will|have|has|show|give|tell|compare|explain)/.test(
    text,
  )
}

function merged(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const at = joined.findIndex(
      (one) => one.intent === part.intent && canJoin(one.scope, part.scope) && isOne(one, part),
    )
    const same = joined[at]
    if (same === undefined) joined.push(part)
    else joined[at] = together(same, part)
  }
  return joined
}

/** "What was my best, and who beat it?": the answer about the own best has the fastest of the race. */
function withoutCovered(parts: readonly Part[]): readonly Part[] {
  const [best, fastest, ...others] = parts
  // "My cars are 7, 88 and 46: who first, and what should he work on?": there is one thing for each.
  if (best?.intent === 'several-cars' && fastest?.intent === 'work-on' && !/\d/.test(fastest.text))
    return [best, ...others]
  const isCovered =
    best?.intent === 'best-lap' &&
    fastest?.intent === 'fastest-lap' &&
    others.length === 0 &&
    best.scope.section === undefined &&
    best.scope.laps === undefined &&
    best.scope.raceId === fastest.scope.raceId
  return isCovered ? [best] : parts
}

/** Asked twice about one car in one race, it is one question. */
function canJoin(a: Scope, b: Scope): boolean {
  const isSame = (what: 'raceId' | 'car' | 'lap' | 'section') =>
    a[what] === undefined || b[what] === undefined || a[what] === b[what]
  return isSame('raceId') && isSame('car') && isSame('lap') && isSame('section')
}

/** "Where did I finish and who won?" asks for two places. */
function isOne(a: Part, b: Part): boolean {
  if (JSON.stringify(a.wanted) !== JSON.stringify(b.wanted)) return false
  // "How far off the winner, and how far off the podium?"
  if (a.intent === 'gaps' && JSON.stringify(a.partners) !== JSON.stringify(b.partners)) return false
  const asksWho = ({ text }: Part) => /\bwho\b/.test(text)
  return a.intent !== 'position' || asksWho(a) === asksWho(b)
}

function together(a: Part, b: Part): Part {
  const cars = [...new Set([...(a.scope.cars ?? []), ...(b.scope.cars ?? [])])]
  return {
    ...b,
    ...a,
    text: `${a.text} ${b.text}`,
    scope: { ...b.scope, ...a.scope, ...(cars.length > 0 && { cars }) },
    figures: [...new Set([...a.figures, ...b.figures])],
    references: [...new Set([...a.references, ...b.references])],
    partners: [...a.partners, ...b.partners],
    unknown: [...a.unknown, ...b.unknown],
  }
}
