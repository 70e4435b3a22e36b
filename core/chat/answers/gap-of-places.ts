import { exact, fact, note } from '#core/composer/say.ts'
import type { Ask } from '../draft.ts'
import { numberOf, ordinalPattern } from '../understanding/number-text.ts'
import { gapAt } from './gap-at.ts'
import { lapAsked, lapAt, raceNamed } from './in-race.ts'
import { aboutRace } from './telling.ts'

const placed = new RegExp(
  `\\bp ?(\\d{1,2})\\b|\\b(${ordinalPattern})(?! (?:lap|race|section|sector))|\\b(winner|leader)\\b`,
  'gi',
)
const margin =
  /\bmargin\b|by how much (?:did|was) .*\b(?:win|won)\b|\bwon\b.*\bby how much|how close was the finish|how close were they at the (?:finish|end|flag)/i

/** The two places that are named: "between first and second", "from P1 to P2", the margin of the winner. */
function placesIn({ part: { text } }: Ask): readonly number[] {
  const named = [...text.matchAll(placed)].flatMap(([, short, nth, first]) => {
    const place = first === undefined ? numberOf((short ?? nth ?? '').toLowerCase()) : 1
    return place === undefined ? [] : [place]
  })
  const places = [...new Set(named)].toSorted((a, b) => a - b)
  return margin.test(text) ? [1, 2] : places.slice(0, 2)
}

export function asksForMargin(ask: Ask): boolean {
  const { text } = ask.part
  return margin.test(text) || (placesIn(ask).length === 2 && !/\b(?:i|me|my)\b/i.test(text))
}

/** How far two places were apart on the road, at the end of a lap, else of the race. */
export const gapOfPlaces = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const most = Math.max(0, ...race.patterns.map(({ lapsDone }) => lapsDone))
  const lap = lapAsked(ask) ?? most
  const [front, back] = placesIn(ask).map((place) => {
    const found = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === place)
    return found && carIn(found.car)
  })
  const gap = front && back && gapAt(telling, back, front, lap)
  if (front === undefined || back === undefined || gap === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`No such two cars ended that lap of ${raceNamed(race)}.`],
      suggestions: ['Who was on the podium?', 'Where did I finish?'],
    }
  const at = (field: string) => back.own(`laps.${lap}.${field}`)
  return {
    sentences: [
      fact`At the end of ${exact(at('lap'))} of ${raceNamed(race)}, ${exact(back.own('car'))} (${exact(at('position'))}) was ${exact(gap)} behind ${exact(front.own('car'))} (${exact(front.own(`laps.${lap}.position`))}).`,
      note`That is the order on the road, without what was decided after the race.`,
    ],
    asked: [gap],
    suggestions: ['Who was on the podium?', 'Which race was the closest?'],
  }
})
