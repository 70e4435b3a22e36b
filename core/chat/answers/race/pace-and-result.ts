import { carsCited, countCited, rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { hasPace, placeField, placesCited, raceNamed } from '../in-race.ts'
import { dearestTold } from './lost-places.ts'
import { paceOverField } from './field-pace-result.ts'
import { besidePlaces } from './pace-beside-places.ts'
import { answering } from '../yes-no.ts'
import { isOfAnother } from '../spoken-of.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'

const carsNamed = 12

/** Without a pace there is nothing to compare. */
export function tooFew({ car, who }: CarTelling): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      fact`${who.You} did ${countCited(car.own('cleanLaps'), 'green lap')} in this race: too few for a pace.`,
    ],
    suggestions: ['Where did I finish?', 'Why do my laps not count?'],
  }
}

/** Pace against result, against the whole order or against the car in one place; of the field, whose differ most. */
export const paceVsResult: AnswerIntent = async (ask) => {
  const isAny = /\b(?:who|which|any(?:one|body)?|what)\b/i.test(ask.part.text)
  const isNobodys = ask.part.scope.car === undefined || (isAny && !isOfAnother(ask.part))
  const isField = !speaksOfSelf(ask.part.text) && isNobodys
  return isField ? await paceOverField(ask) : await ofCar(ask)
}

const ofCar = aboutCar((telling) => {
  const { car, who } = telling
  const field = placeField(telling.race)
  const beside = hasPace(car) ? besidePlaces(telling, field) : tooFew(telling)
  if (beside !== undefined) return beside
  const against = car.pattern.paceAgainstResult
  if (against === null)
    return {
      sentences: [
        fact`By pace ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))} in ${raceNamed(telling.race)}; there is no result to hold it against.`,
      ],
      asked: [car.own('lap.paceRank')],
    }
  const at = (name: string) => car.own(`paceAgainstResult.${name}`)
  const isReversed = against.placesBelowPace < 0
  const places = Math.abs(against.placesBelowPace)
  const way: Piece =
    places === 0
      ? 'the result is where the pace was'
      : [
          'the result is ',
          placesCited(at('placesBelowPace')),
          against.placesBelowPace > 0 ? ' below the pace' : ' above the pace',
        ]
  const { text } = telling.ask.part
  const ofThoseAhead = asksOfSlower.test(text)
  const slower = slowerAhead(telling, field)
  return {
    sentences: [
      ofThoseAhead ? slower : undefined,
      answering(
        text,
        isAsAsked(text, against.placesBelowPace, car),
        fact`Of the ${exact(at('cars'))} cars with a pace and a place ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${exact(at('paceRank'))} by pace and ${exact(at('resultRank'))} by result: ${way}.`,
      ),
      ...(isReversed ? [quickerBehind(telling, field)] : []),
      against.placesBelowPace > 0 ? lostHow(telling) : undefined,
      ofThoseAhead ? undefined : slower,
    ],
    asked: [at('paceRank'), at('resultRank')],
    suggestions: [
      'Tell me the story of my race',
      'What do I need a lap for top ten?',
      'Who passed me?',
    ],
  }
})

/** "Who was slower than me and finished ahead?" */
const asksOfSlower = /\bwho\b.*\b(?:slower|less pace)\b|\bslower\b.*\b(?:ahead|in front)\b/i

/** "Did the result match my pace?", "was I quicker than my result?" */
function isAsAsked(text: string, below: number, { pattern }: CoachedCar): boolean | undefined {
  if (/\b(?:fastest|quickest)\b/i.test(text)) return pattern.lap.paceRank === 1
  if (
    /\b(?:match\w*|fit\w*|reflect\w*|deserv\w*(?!.*\b(?:higher|better)\b)|fair|about right|where (?:i|my pace|the pace|i should))\b/i.test(
      text,
    )
  )
    return below === 0
  if (/\b(?:flatter\w*|lucky|luck)\b/i.test(text)) return below < 0
  if (/\b(?:should|ought|deserve\w*|could)\b.*\b(?:higher|better|further up)\b/i.test(text))
    return below > 0
  if (/\b(?:better|quicker|faster)\b.*\b(?:result|finish\w*|position|place)\b/i.test(text))
    return /\bresult\b.*\bthan\b.*\bpace\b/i.test(text) ? below < 0 : below > 0
  return undefined
}

/** Cars that finished ahead with a slower pace. */
function slowerAhead(telling: CarTelling, field: PlaceField) {
  const { car } = telling
  const own = car.pattern[field] ?? -Infinity
  const pace = car.pattern.lap.paceMs ?? Infinity
  const found = othersOf(telling, (other) => {
    const place = other[field]
    return place !== null && place < own && (other.lap.paceMs ?? -Infinity) > pace
  })
  return found.length === 0
    ? fact`No car that finished ahead had a slower pace.`
    : fact`Slower on pace and yet ahead in the result: ${namedOrCounted(telling, found, 'Cars ahead with a slower pace')}.`
}

/** Cars that finished behind with a quicker pace. */
function quickerBehind(telling: CarTelling, field: PlaceField) {
  const { car } = telling
  const own = car.pattern[field] ?? Infinity
  const pace = car.pattern.lap.paceMs ?? -Infinity
  const found = othersOf(telling, (other) => {
    const place = other[field]
    return place !== null && place > own && (other.lap.paceMs ?? Infinity) < pace
  })
  return found.length === 0
    ? undefined
    : fact`Quicker on pace and yet behind in the result: ${namedOrCounted(telling, found, 'Cars behind with a quicker pace')}.`
}

type PlaceField = 'position' | 'positionOnRoad'

function othersOf(
  { car, race, carIn }: CarTelling,
  is: (pattern: CoachedCar['pattern']) => boolean,
) {
  return race.patterns
    .filter((pattern) => pattern.carClass === car.pattern.carClass && is(pattern))
    .flatMap((pattern) => carIn(pattern.car) ?? [])
}

function namedOrCounted({ keep }: CarTelling, cars: readonly CoachedCar[], label: string): Piece {
  if (cars.length <= carsNamed) return carsCited(cars.map((one) => one.own('car')))
  const paces = cars.map((one) => one.own('lap.paceMs'))
  return countCited(keep(computedFact('count', paces, 'count', label)), 'car')
}

/** What cost it the places below its pace. */
function lostHow(telling: CarTelling) {
  const { own } = telling.car
  return (
    dearestTold(telling) ??
    fact`After ${exact(own('laps.1.lap'))} there were ${placesCited(own('story.placesWon'))} won and ${exact(own('story.placesLost'))} lost; timing does not say why.`
  )
}
