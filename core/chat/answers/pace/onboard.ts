import { countCited, sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { sectionToWatch, watchIn } from '#core/composer/coaching-actions.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { placeNamed, sectionOf } from '../named-in.ts'
import { lapToWatch } from './lap-to-watch.ts'

const reason = note`It is the nearest quicker car there: near enough to see what differs.`

/** Whose onboard to watch: the nearest quicker car in the section that was named, or in that to work on. */
export function onboard({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask) ?? undefined
  const named = place && sectionOf(place)
  const ofLap = lapToWatch({ ask, car }, named)
  if (ofLap !== undefined) return ofLap
  const ofEach = named === undefined && allSections.test(ask.part.text)
  const every = ofEach ? sectionIds.flatMap((id) => watchIn(car, id)) : []
  if (every.length > 0) return ofEverySection(car, every)
  const section = named ?? sectionToWatch(car)
  const watched = section === undefined ? [] : watchIn(car, section)
  const next = ['Where do I lose time?', 'Which of my own laps should I repeat?']
  if (section === undefined || watched.length === 0) {
    const hasPace =
      car.pattern.lap.paceMs !== null ||
      (section !== undefined && typeof car.pattern.sections[section]?.paceMs === 'number')
    const elsewhere = named === undefined ? undefined : sectionToWatch(car)
    return {
      outcome: hasPace ? 'answered' : 'not-in-data',
      sentences: hasPace
        ? [
            named === undefined
              ? note`No car was quicker in any section: your own laps are the onboard to watch.`
              : note`No car of the field has a quicker pace than you in ${sectionCited(car, named)}: your own laps are the onboard to watch there.`,
            ...(elsewhere === undefined ? [] : watchIn(car, elsewhere)),
          ]
        : [
            note`${countCited(car.own('cleanLaps'), 'green lap')} are too few for a pace, so no onboard can be named.`,
          ],
      also: hasPace ? [] : [car.own('cleanLaps')],
      suggestions: next,
    }
  }
  const isWhy = /\bwhy\b/i.test(ask.part.text)
  const at = `sections.${section}.watch`
  const asked = ask.part.scope.cars?.filter((one) => one !== car.pattern.car) ?? []
  const watchedCar = car.pattern.sections[section]?.watch?.car
  return {
    verdict: asked.length === 0 ? undefined : asked.some((one) => one === watchedCar),
    sentences: [
      isWhy ? reason : undefined,
      ...watched,
      fact`That lap's time there was ${exact(car.own(`${at}.drivenMs`))}; by pace ${exact(car.own(`${at}.car`))} is ${exact(car.own(`${at}.paceRank`))} there, you are ${exact(car.own(`sections.${section}.paceRank`))} of ${exact(car.own(`sections.${section}.paceOf`))}.`,
      isWhy ? undefined : reason,
    ],
    asked: [car.own(`${at}.car`), car.own(`${at}.lap`)],
    suggestions: next,
  }
}

const allSections = /\b(?:every|each|all(?: the| three)?|any) (?:section|sector)s?\b/i

/** The nearest quicker car in each section that has one. */
function ofEverySection(car: CoachedCar, sentences: readonly Sentence[]): Written {
  const at = sectionIds.filter((section) => car.pattern.sections[section]?.watch)
  return {
    sentences,
    asked: at.map((section) => car.own(`sections.${section}.watch.car`)),
    suggestions: ['Where do I lose time?', 'Which of my own laps should I repeat?'],
  }
}
