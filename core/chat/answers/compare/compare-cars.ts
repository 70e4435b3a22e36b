import {
  countCited,
  fieldOf,
  figuresOf,
  rankCited,
  sectionCited,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import { bySection, compareSeveral } from './compare-several.ts'
import { bestTold, besideThem, steadyTold } from './best-and-steady.ts'
import { figureTold, name, type Two } from './compared-figure.ts'
import { differenceOf, partnerIn, raceNamed, sectionAsked } from '../in-race.ts'
import { onLapTold } from './compared-on-lap.ts'
import { chosenTold } from './compared-over-laps.ts'
import { filterOf } from '../lap-selection.ts'
import { partnerOf, placesNamed } from '../named-in.ts'
import { answering, asksYesNo, correcting, isOfOther, isQuickerBy, quickerThan } from '../yes-no.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'

/** Green laps of which one car has less than this share of the other's are not like for like. */
const likeShare = 0.6
const levelMs = 0.5

/** Two cars side by side; what is not like for like comes first. */
export const compareCars = aboutCar((telling) => {
  const partner = partnerIn(telling.ask, telling.car)
  const rival = partner === undefined ? undefined : telling.carIn(partner)
  if (partner === undefined && partnerOf(telling.ask, telling.car) !== undefined)
    return itself(telling)
  if (partner === undefined)
    return {
      outcome: 'asked-back',
      sentences: [note`Compare with which car?`],
      suggestions: telling.race.race.cars
        .filter(({ car }) => car !== telling.car.pattern.car)
        .slice(0, 4)
        .map(({ car }) => `Compare with car ${car}`),
    }
  if (rival === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`The other car was not in ${raceNamed(telling.race)}.`],
    }
  const { cars = [], car } = telling.ask.part.scope
  const rivals = cars.filter((one) => one !== car).flatMap((one) => telling.carIn(one) ?? [])
  return rivals.length > 1 && filterOf(telling.ask.part.scope) === undefined
    ? compareSeveral(telling, rivals)
    : compared({ ...telling, rival })
}, true)

function itself({ car }: CarTelling): Written {
  return {
    sentences: [fact`That is ${exact(car.own('car'))} itself, so there is nothing to compare.`],
    asked: [car.own('car')],
    suggestions: ['Who was second?', 'Who was quickest on pace?'],
  }
}

function compared(two: Two): Written {
  const { car, rival, ask } = two
  const { figure, figures = [], scope } = ask.part
  const onLap =
    scope.lap === undefined || scope.laps !== undefined ? undefined : onLapTold(two, scope.lap)
  if (onLap !== undefined) return { ...onLap, suggestions: comparedNext(rival) }
  const carried = sectionAsked(ask)
  const places = placesNamed(ask).length > 0 || carried === undefined ? placesNamed(ask) : [carried]
  const isOfSections =
    places.length > 0 ||
    bySection.test(ask.part.text) ||
    (/\bwhere\b/i.test(ask.part.text) &&
      !whoAndWhere.test(ask.part.text) &&
      !asksYesNo(ask.part.text))
  const isOneClass = car.key === rival.key
  const named = figure === undefined ? undefined : figureTold(two, figure)
  const sections = isOneClass ? sectionsTold(two, places) : undefined
  const best = figure === 'best' ? undefined : bestTold(two)
  const chosen = filterOf(ask.part.scope) === undefined ? undefined : chosenTold(two)
  const pace =
    isOneClass && places.length === 0
      ? paceTold(two, named === undefined && chosen === undefined && !isOfSections)
      : undefined
  const more = [...new Set(figures.slice(1, 4))]
    .filter((one) => one !== figure)
    .flatMap((one) => figureTold(two, one) ?? [])
  const isLacking = pace?.asked.length === 0
  const whole = isLacking ? (best ?? pace) : pace
  const lead = chosen ?? named ?? (isOfSections ? sections : whole) ?? best
  const isNarrow = lead !== undefined && lead !== pace && lead !== best
  const rest = isNarrow ? [pace] : [pace, sections, besideThem(best, steadyTold(two), lead)]
  return {
    sentences: [
      ...(isOneClass ? [] : notLikeForLike(two)),
      lead?.sentence,
      ...(isOneClass ? notLikeForLike(two) : []),
      ...(lead === named ? more.map(({ sentence }) => sentence) : []),
      ...rest.filter((one) => one !== lead).map((one) => one?.sentence),
    ],
    asked: [...(lead?.asked ?? []), ...(lead === named ? more.flatMap(({ asked }) => asked) : [])],
    suggestions: comparedNext(rival),
  }
}

/** "Who is quicker, and where?": the car comes first. */
const whoAndWhere = /\b(?:who|which)\b.*(?:,| and) where\b/i

function comparedNext({ pattern: { car } }: CoachedCar): readonly string[] {
  return [
    `Where is car ${car} quicker than me?`,
    'Whose onboard do I watch?',
    `Who passed whom against car ${car}?`,
  ]
}

const Name = (car: CoachedCar): Piece => ['Car ', short(car.own('car'))]

function notLikeForLike({ car, rival }: Two): Written['sentences'] {
  if (car.key !== rival.key)
    return [
      note`${Name(car)} and ${name(rival)} are in different classes, so their paces are not compared.`,
    ]
  const [own, theirs] = [car.own('cleanLaps'), rival.own('cleanLaps')]
  const [a, b] = [Number(own.value), Number(theirs.value)]
  if (Math.min(a, b) >= likeShare * Math.max(a, b) && Math.min(a, b) > 0) return []
  return [
    fact`Not quite like for like: ${name(car)} has ${countCited(own, 'green lap')}, ${name(rival)} ${exact(theirs)}.`,
  ]
}

/** "Car 22 was 0.35 s quicker than car 13", with whatever stands behind it. */
function quicker(two: Two, gap: Fact): Piece {
  const { car, rival } = two
  const value = Number(gap.value)
  if (Math.abs(value) < levelMs) return [Name(car), ' and ', name(rival), ' were level']
  const [first, second] = value > 0 ? [rival, car] : [car, rival]
  return [Name(first), ' was ', short(gap), ' a lap quicker than ', name(second)]
}

function paceTold(two: Two, isAsked: boolean) {
  const { car, rival, keep } = two
  if (car.pattern.lap.paceMs === null || rival.pattern.lap.paceMs === null) {
    const without = [car, rival].filter(({ pattern }) => pattern.lap.paceMs === null)
    const few = without.map((one): Piece => [name(one), ' has ', exact(one.own('lap.paceN'))])
    return { asked: [], sentence: fact`For a pace, green laps are lacking: ${listed(few)}.` }
  }
  const [own, theirs] = [car.own('lap.paceMs'), rival.own('lap.paceMs')]
  const gap = keep(differenceOf(own, theirs, paceLabel(two, 'the lap')))
  const { text } = two.ask.part
  const verdict = isAsked ? quickerThan(text, car, rival) : undefined
  const isTold = asksYesNo(text) && verdict !== undefined
  const isSure = isTold || areApart(car.pattern.lap, rival.pattern.lap)
  const sure = isSure ? '' : '; their ranges overlap, so it is not certain'
  const [first, second] = Number(gap.value) > 0 ? [rival, car] : [car, rival]
  return {
    asked: [gap],
    sentence: correcting(
      text,
      verdict,
      fact`${quicker(two, gap)} on pace, the track taken out: ${rankOf(first)}, ${rankOf(second)}${sure}.`,
    ),
  }
}

function paceLabel({ car, rival }: Two, where: string): string {
  return `Car ${car.pattern.car} less car ${rival.pattern.car}: pace, ${where}`
}

function rankOf(car: CoachedCar): Piece {
  return [name(car), ' ', rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))]
}

type Interval = { readonly paceLowMs: number | null; readonly paceHighMs: number | null }

function areApart(a: Interval, b: Interval): boolean {
  if (a.paceLowMs === null || a.paceHighMs === null) return false
  if (b.paceLowMs === null || b.paceHighMs === null) return false
  return a.paceHighMs < b.paceLowMs || b.paceHighMs < a.paceLowMs
}

function sectionsTold(two: Two, places: readonly (SectionId | SubSectionId)[]) {
  const { car, rival, keep } = two
  const only = places.length === 1
  const wanted = places.length === 0 ? sectionIds : places
  const gaps = wanted.flatMap((section) => {
    const has = (one: CoachedCar) => (figuresOf(one.pattern, section)?.paceMs ?? null) !== null
    if (!has(car) || !has(rival)) return []
    const at = `${fieldOf(section)}.paceMs`
    return [
      { section, gap: keep(differenceOf(car.own(at), rival.own(at), paceLabel(two, section))) },
    ]
  })
  if (gaps.length === 0) return undefined
  const parts = gaps
    .toSorted((a, b) => Math.abs(Number(b.gap.value)) - Math.abs(Number(a.gap.value)))
    .map(({ section, gap }): Piece => {
      const value = Number(gap.value)
      if (Math.abs(value) < levelMs) return ['level in ', sectionCited(car, section)]
      const by = value > 0 ? rival : car
      return [name(by), ' by ', short(gap), ' in ', sectionCited(car, section)]
    })
  const opening =
    places.length === 0 ? 'Quicker by section, the largest first' : 'Quicker there on pace'
  const sentence = fact`${opening}: ${listed(parts)}.`
  return {
    asked: gaps.map(({ gap }) => gap),
    sentence: only
      ? answering(two.ask.part.text, isQuickerThere(two, gaps[0]?.gap), sentence)
      : sentence,
  }
}

/** "Is car 46 quicker than us in section 2?" is of the other car. */
function isQuickerThere({ ask, car }: Two, gap: Fact | undefined): boolean | undefined {
  const isQuicker = isQuickerBy(ask.part.text, gap)
  return isQuicker === undefined ? undefined : isQuicker !== isOfOther(ask.part.text, car)
}
