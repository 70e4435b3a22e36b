import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { lapAsked, partnerIn } from '../in-race.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'

const carsNamed = 6

const occasionsOfPlaces = {
  'on-track': 'on track',
  restart: 'at the restart',
  'under-yellow': 'under yellow',
  'own-pit-stop': 'with a pit stop',
  'other-pit-stop': 'while the other was in the pits',
  retirement: 'as the other stopped',
} as const

/** Who passed whom, on which lap and on what kind of lap. */
export const whoPassed = aboutCar((telling) => {
  const { car, ask } = telling
  const partner = partnerIn(ask, car)
  const lap = lapAsked(ask)
  const changes = car.pattern.story.changes
    .map((change, index) => ({ ...change, index }))
    .filter((change) => lap === undefined || (ask.part.scope.laps ?? [lap]).includes(change.lap))
    .filter(({ how }) => !isGreenOnly.test(ask.part.text) || how === 'on-track')
  if (
    partner === undefined &&
    /\bmost\b|\bkept\b|back and forth|\b(?:racing|battl\w+|fight\w*|fought|duel\w*) (?:with|against)?/i.test(
      ask.part.text,
    )
  )
    return swappedMost(telling, changes)
  if (partner !== undefined) {
    const named = changes.filter((change) => change.car === partner)
    const ever = car.pattern.story.changes
      .map((change, index) => ({ ...change, index }))
      .filter((change) => change.car === partner)
    // Not on the laps that are named: then on those where it was.
    const withCar = named.length > 0 ? named : ever
    const all = changes.filter((change) => change.car !== partner)
    const alsoAll = /\bwho\b/i.test(ask.part.text) ? allPasses(telling, all, 'lost') : []
    return passesWith(telling, partner, withCar, alsoAll)
  }
  const isPassing =
    /\bdid (?:i|we|CAR|car \w+|\d+|he|she) (?:pass|overtake|get (?:past|by))|\b(?:cars|people|places) (?:did )?i\b|\bi (?:passed|pass|overtook|got past|got by|got ahead)|overtakes did/i.test(
      ask.part.text,
    )
  const first = allPasses(telling, changes, isPassing ? 'won' : 'lost')
  const second = allPasses(telling, changes, isPassing ? 'lost' : 'won')
  return {
    sentences: [...first, ...second, totals(telling), gridNote],
    asked: changes
      .filter(({ how: kind }) => kind === 'on-track')
      .slice(0, carsNamed)
      .map(({ index }) => car.own(`story.changes.${index}.car`)),
    suggestions: ['What happened at the restart?', 'Tell me the story of my race'],
  }
})

const isGreenOnly = /\bunder green\b|\bon (?:the )?track\b|\bfor real\b|\bin a straight fight\b/i

/** With which car places changed most often. */
function swappedMost({ car, who }: CarTelling, changes: readonly Change[]): Written {
  const [most] = [...Map.groupBy(changes, (change) => change.car).values()].toSorted(
    (a, b) => b.length - a.length,
  )
  const [first] = most ?? []
  if (most === undefined || first === undefined)
    return {
      sentences: [
        fact`No place of ${who.your} race changed at a line after ${exact(car.own('laps.1.lap'))}.`,
      ],
    }
  const laps = most.map(({ index }) => car.own(`story.changes.${index}.lap`))
  return {
    sentences: [
      fact`Most often with ${exact(car.own(`story.changes.${first.index}.car`))}: places changed on ${lapsCited(laps)}.`,
      gridNote,
    ],
    asked: [car.own(`story.changes.${first.index}.car`), ...laps],
    suggestions: [`Compare me with car ${first.car}`, 'Tell me the story of my race'],
  }
}

const gridNote = note`Seen at the line only: a place that changed and changed back within a lap does not show, nor does the opening lap.`

type Change = CoachedCar['pattern']['story']['changes'][number] & { readonly index: number }

function passesWith(
  { car, who, carIn }: CarTelling,
  partner: NonNullable<ReturnType<typeof partnerIn>>,
  changes: readonly Change[],
  others: Written['sentences'],
): Written {
  const other = carIn(partner)
  if (other === undefined)
    return { outcome: 'not-in-data', sentences: [note`That car was not in this race.`, ...others] }
  if (changes.length === 0)
    return {
      sentences: [
        ...others,
        fact`At no line after the opening lap did ${who.you} and ${exact(other.own('car'))} change places.`,
      ],
      asked: [other.own('car')],
      suggestions: ['What was the gap to that car?'],
    }
  const told = changes.map(({ change, how: kind, index }): Piece => {
    const lap = exact(car.own(`story.changes.${index}.lap`))
    return [change === 'won' ? 'won on ' : 'lost on ', lap, ' ', occasionsOfPlaces[kind]]
  })
  return {
    sentences: [
      ...others,
      fact`Against ${exact(other.own('car'))} the place was ${listed(told)}.`,
      gridNote,
    ],
    asked: changes.map(({ index }) => car.own(`story.changes.${index}.lap`)),
    suggestions: [`Compare me with car ${partner}`, 'Tell me the story of my race'],
  }
}

/** Cars that passed, or were passed, lap by lap where they are few. */
function allPasses({ car, who }: CarTelling, changes: readonly Change[], side: 'won' | 'lost') {
  const these = changes.filter(({ change, how: kind }) => change === side && kind !== 'retirement')
  const verb = side === 'lost' ? 'Places lost' : 'Places won'
  if (these.length === 0)
    return [
      fact`${side === 'lost' ? 'Nobody went ahead of' : 'Nobody fell behind'} ${who.you} at the line there.`,
    ]
  const shown = these.filter(({ how: kind }) => kind === 'on-track')
  const named = (shown.length > 0 ? shown : these).slice(0, carsNamed)
  const parts = named.map(({ index }): Piece => [
    exact(car.own(`story.changes.${index}.car`)),
    ' on ',
    exact(car.own(`story.changes.${index}.lap`)),
  ])
  const [only, other] = [...new Set(named.map(({ how }) => how))]
  const kind = only === undefined || other !== undefined ? '' : ` ${occasionsOfPlaces[only]}`
  const more =
    (shown.length > 0 ? shown : these).length > named.length ? ', and more after that' : ''
  return [fact`${verb}${kind}: ${side === 'lost' ? 'to' : 'from'} ${listed(parts)}${more}.`]
}

function totals({ car }: CarTelling) {
  return fact`In all ${countCited(car.own('story.placesWon'), 'place')} won and ${exact(car.own('story.placesLost'))} lost after ${exact(car.own('laps.1.lap'))}, with restarts, yellow laps and pit stops.`
}
