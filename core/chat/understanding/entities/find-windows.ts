import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { itemsOf } from '../context/items.ts'
import type { Intent } from '../intents/intent.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

/** A question as later ones point back to it. */
export type Past = { readonly scope: Scope; readonly facts?: readonly Fact[] }

/** "In that window", "over those laps": the laps that the question before or its answer was about. */
export function findWindows(reading: Reading, last: Past | undefined): Reading {
  const stretch = stretchOf(last)
  const found = () => (stretch === undefined ? undefined : { mentions: [stretch], put: 'FILTER' })
  const read = findAll(
    reading,
    /\b(?:in|during|over|for|within|on|across|through) (?:that|this|the same|those|these) (?:same )?(?:window|stint|stretch|period|phase|spell|run|range|laps|part of (?:the|my) race|bit of (?:the|my) race|sequence)\b/g,
    found,
  )
  const { filter, laps = [] } = last?.scope ?? {}
  const isOfWindow = laps.length > 1 || filter?.fromLap !== undefined || filter?.toLap !== undefined
  // "Best one in there?" after laps 5 to 10.
  const inThere =
    /\b(?:in|from|within|inside) (?:there|that lot)\b|\b(?:of|out of|among|amongst|from|in) (?:those|these|them|that lot|the lot)(?: (?:laps|ones))?(?=[?!. ]*$|,)/g
  if (!isOfWindow || !inThere.test(read.text)) return read
  // A lap of one's own: "the best one" by itself may be a car.
  const lap = read.text.replace(/\b(best|quickest|fastest|slowest|worst) one\b/, '$1 lap')
  return findAll({ ...read, text: lap }, inThere, found)
}

function stretchOf(last: Past | undefined): Mention | undefined {
  if (last === undefined) return undefined
  const { filter, laps = [] } = last.scope
  if (filter?.fromLap !== undefined || filter?.toLap !== undefined)
    return {
      type: 'stretch',
      ...(filter.fromLap !== undefined && { from: filter.fromLap }),
      ...(filter.toLap !== undefined && { to: filter.toLap }),
    }
  // A stretch is told by its first lap and its last one.
  const told =
    laps.length > 1
      ? laps
      : itemsOf(last.facts ?? [])
          .laps.slice(0, 2)
          .map(Number)
  return told.length < 2
    ? undefined
    : { type: 'stretch', from: Math.min(...told), to: Math.max(...told) }
}

const ofOneLap = new Set('held-up in-tow lap-deleted'.split(' '))
const tellsLaps = new Set(
  'best-lap worst-lap nth-lap nearest-lap fastest-lap lap-apart why-slow lap-story top-speed weather-extreme'.split(
    ' ',
  ),
)
const pointsBack = /\b(?:it|that|there|this|then)\b|^(?:and |but |so )?(?:why|how come)\b/

/** "On that lap", "how hot was it then?": the lap that the answer before told of, said so. */
export function withThatLap(reading: Reading, last: Past | undefined): Reading {
  const isNamed = reading.mentions.some(({ type }) => type === 'lap' || type === 'laps')
  if (isNamed || last === undefined || last.scope.lap !== undefined) return reading
  if (!last.scope.intents.some((id) => tellsLaps.has(id))) return reading
  const [lap] = itemsOf(last.facts ?? []).laps
  const pointing =
    /\b(?:on |in |during )?(?:that|this) lap\b|\bon it\b|\b(?:back |by |at that time|just )?then(?=[?!. ]*$)/
  if (lap === undefined || !pointing.test(reading.text)) return reading
  return {
    text: reading.text.replace(pointing, 'on LAP'),
    mentions: [...reading.mentions, { type: 'lap', lap: Number(lap) }],
  }
}

/** "Why was it slower?", "I was held up there": the lap that the answer before told of. */
export function withLapBefore(
  reading: Reading,
  intent: Intent,
  last: Past | undefined,
  isFollowUp: boolean,
): Reading {
  const isNamed = reading.mentions.some(
    ({ type }) => type === 'lap' || type === 'lap-name' || type === 'laps',
  )
  const isOfLap = intent.needs.includes('lap') || ofOneLap.has(intent.id)
  if (isNamed || !isOfLap || last === undefined || last.scope.lap !== undefined) return reading
  if (!last.scope.intents.some((id) => tellsLaps.has(id))) return reading
  if (!isFollowUp && !pointsBack.test(reading.text)) return reading
  const { laps, cars } = itemsOf(last.facts ?? [])
  const [lap] = laps
  if (lap === undefined) return reading
  const isOfAnother =
    last.scope.intents.includes('fastest-lap') &&
    cars[0] !== undefined &&
    !reading.mentions.some(({ type }) => type === 'me' || type === 'car')
  return {
    ...reading,
    mentions: [
      ...reading.mentions,
      { type: 'lap', lap: Number(lap) },
      ...(isOfAnother ? [{ type: 'car', number: cars[0] ?? '' } as const] : []),
    ],
  }
}
