import { countCited, rankCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { differenceOf, hasPace, positionNamed } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'
import { answering, quickerThan } from '../yes-no.ts'

/** The cars in the places that are named, each beside the own pace. */
export function besidePlaces(telling: CarTelling, field: 'position' | 'positionOnRoad') {
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

/** "Was I P5 on pace?" */
const isRanked =
  /^\W*(?:and |so )?(?:was|were|am|is) (?:\S+ ){1,2}(?:in )?(?:p ?\d+|\d+(?:st|nd|rd|th)|\w+) (?:on|by) pace\b/i

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
      quickerThan(ask.part.text, car, rival) ??
        (/\btop\b|\bpodium\b|\b(?:good|quick|fast) enough\b/i.test(ask.part.text)
          ? value < 0.5
          : isRanked.test(ask.part.text)
            ? car.pattern.lap.paceRank === positionNamed(ask.part.text)
            : undefined),
      fact`Against ${exact(rival.own('car'))}, ${exact(rival.own(field))}, ${who.you} ${verb}${way}, ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))} against ${exact(rival.own('lap.paceRank'))}.`,
    ),
  }
}

function ownPlace({ car, who }: CarTelling) {
  return fact`${who.Your} own place was ${exact(car.own(car.pattern.position === null ? 'positionOnRoad' : 'position'))}.`
}
