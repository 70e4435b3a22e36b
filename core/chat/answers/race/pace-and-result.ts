import { carsCited, countCited, rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import {
  differenceOf,
  hasPace,
  placeField,
  placesCited,
  positionNamed,
  raceNamed,
} from '../in-race.ts'
import { paceOverField } from './field-pace-result.ts'
import { answering, quickerThan } from '../yes-no.ts'
import { isOfAnother } from '../spoken-of.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'

const carsNamed = 5

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
      ofThoseAhead ? undefined : slower,
      against.placesBelowPace > 0 ? lostHow(telling) : undefined,
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
  if (/\b(?:should|ought|deserve\w*|could)\b.*\b(?:higher|better|further up)\b/i.test(text))
    return below > 0
  if (/\b(?:better|quicker|faster)\b.*\b(?:result|finish\w*|position|place)\b/i.test(text))
    return /\bresult\b.*\bthan\b.*\bpace\b/i.test(text) ? below < 0 : below > 0
  return undefined
}

/** The cars in the places that are named, each beside the own pace. */
function besidePlaces(telling: CarTelling, field: 'position' | 'positionOnRoad') {
  const { ask, car, race, carIn } = telling
  const rivals = placesBeside(ask.part.text).flatMap((place) => {
    const placed = race.patterns.find((pattern) => pattern[field] === place)
    const rival = placed && carIn(placed.car)
    return rival === undefined || rival.pattern.car === car.pattern.car ? [] : [rival]
  })
  const [first] = rivals
  if (first === undefined) return undefined
  const each = rivals.map((rival) => againstPlace(telling, rival, field))
  const isUnknown = each.every(({ outcome }) => outcome === 'not-in-data')
  return {
    outcome: isUnknown ? 'not-in-data' : 'answered',
    sentences: [...each.map(({ sentence }) => sentence), ownPlace(telling)],
    asked: each.flatMap(({ asked }) => asked),
    suggestions: [`Compare me with car ${first.pattern.car}`, 'Tell me the story of my race'],
  } as const
}

/** "I'm 8th but I felt quicker than 5th and 6th": the places that the own one is held against. */
function placesBeside(text: string): readonly number[] {
  const others = text.replaceAll(
    /\b(?:i'?m|i am|i was|i finished|i came|me|finished|finishing|classified|only) (?:in |only |just |as )?(?:p ?\d+|\d+(?:st|nd|rd|th)|position \d+)(?= (?:but|and|yet|though|however|while|although)\b|[,.;])/gi,
    ' ',
  )
  const words = others.match(/\bp ?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b/gi) ?? [others]
  const places = words.map((word) => positionNamed(word))
  return [...new Set(places)].filter((place) => place !== undefined).slice(0, mostBeside)
}

const mostBeside = 3

type Beside = Pick<Written, 'outcome'> & {
  readonly sentence: Sentence
  readonly asked: readonly Fact[]
}

function againstPlace(
  { ask, car, who, keep }: CarTelling,
  rival: CoachedCar,
  field: string,
): Beside {
  if (!hasPace(rival))
    return {
      outcome: 'not-in-data',
      asked: [],
      sentence: fact`${exact(rival.own(field))} was ${exact(rival.own('car'))}, which did ${countCited(rival.own('cleanLaps'), 'green lap')}: too few for a pace.`,
    }
  const label = `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, the lap`
  const gap = keep(differenceOf(car.own('lap.paceMs'), rival.own('lap.paceMs'), label))
  const value = Number(gap.value)
  const way: Piece =
    Math.abs(value) < 0.5
      ? 'were level on pace'
      : [short(gap), ' a lap ', value < 0 ? 'quicker' : 'slower', ' on pace, the track taken out']
  const verb = Math.abs(value) < 0.5 ? '' : who.You === 'You' ? 'were ' : 'was '
  return {
    asked: [gap],
    sentence: answering(
      ask.part.text,
      quickerThan(ask.part.text, car, rival),
      fact`Against ${exact(rival.own('car'))}, ${exact(rival.own(field))}, ${who.you} ${verb}${way}, ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))} against ${exact(rival.own('lap.paceRank'))}.`,
    ),
  }
}

function ownPlace({ car, who }: CarTelling) {
  return fact`${who.Your} own place was ${exact(car.own(car.pattern.position === null ? 'positionOnRoad' : 'position'))}.`
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

function lostHow({ car }: CarTelling) {
  return fact`After ${exact(car.own('laps.1.lap'))} there were ${placesCited(car.own('story.placesWon'))} won and ${exact(car.own('story.placesLost'))} lost; timing does not say why.`
}
