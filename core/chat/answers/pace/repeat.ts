import {
  countCited,
  lapsCited,
  offOrAhead,
  paceRankCited,
  sectionCited,
  targetLapFacts,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { repeatSentences, sectionToWorkOn } from '#core/composer/coaching-repeat.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { isSubSection, placeNamed, sectionOf } from '../named-in.ts'
import { notWithoutPace } from '../few-green-laps.ts'

/** What driving every lap like the own best quarter would bring (D14). */
export function repeat({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  if (place !== undefined) {
    const there = repeatIn(car, sectionOf(place), isSubSection(place))
    const [target, laps, ...rest] = there.sentences
    const isOfLaps = /\b(?:which|what) laps?\b|\bhow often\b/i.test(ask.part.text)
    return isOfLaps ? { ...there, sentences: [laps, target, ...rest] } : there
  }
  if (sectionToWorkOn(car) === undefined) return notWithoutPace(car)
  const gains = sectionIds.filter(
    (section) => typeof car.pattern.sections[section]?.repeatGainMs === 'number',
  )
  const [told] = repeatSentences(car)
  const parts = gains.map((section): Piece => [
    sectionCited(car, section),
    ' ',
    short(car.own(`sections.${section}.repeatGainMs`)),
  ])
  return {
    sentences: [
      ofLap(car),
      told?.sentence ??
        note`Too few green laps for a best quarter of your own: it takes nine in a section.`,
      parts.length > 1
        ? fact`By section it would bring: ${listed(parts)}; sections do not add up to the lap.`
        : undefined,
    ],
    asked: ['lap', ...gains.map((section) => `sections.${section}`)].flatMap((at) => {
      const gain = car.own(`${at}.repeatGainMs`)
      return gain.value === null ? [] : [gain]
    }),
    suggestions: [
      'What is my card for the next race?',
      'How consistent am I?',
      'Where do I lose time?',
    ],
  }
}

function ofLap({ own, pattern }: CoachedCar): Sentence | undefined {
  if (typeof pattern.lap.repeatGainMs !== 'number') return undefined
  const laps = pattern.lap.targetLaps.map((_, index) => own(`lap.targetLaps.${index}`))
  return fact`Driving every lap like your own best quarter would bring ${short(own('lap.repeatGainMs'))} a lap, the track taken out: you did on ${exact(own('lap.targetN'))} of ${countCited(own('lap.paceN'), 'green lap')}, ${lapsCited(laps)}.`
}

function repeatIn(car: CoachedCar, section: SectionId, isHalf: boolean): Written {
  const { own, pattern } = car
  const at = `sections.${section}`
  const where = sectionCited(car, section)
  const laps = targetLapFacts(car, section)
  const figures = pattern.sections[section]
  const whole = isHalf ? note`That is for the whole section.` : undefined
  if (laps.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`Too few green laps in ${where} for a best quarter of your own.`, whole],
    }
  if (figures?.repeatGainMs === null || figures?.targetMs === null)
    return {
      sentences: [
        fact`Your quickest laps in ${where} are one stretch, ${lapsCited(laps)}, so there is no target: no habit yet.`,
        whole,
      ],
      asked: laps,
    }
  return {
    sentences: [
      fact`Your target in ${where} is ${exact(own(`${at}.targetMs`))} with the track taken out, ${short(own(`${at}.repeatGainMs`))} better than your normal there.`,
      fact`You reached it on ${exact(own(`${at}.targetN`))} of ${countCited(own(`${at}.paceN`), 'green lap')}: ${lapsCited(laps)}.`,
      typeof figures?.paceGapMs === 'number'
        ? fact`Your normal there is ${offOrAhead(own(`${at}.paceGapMs`))} the quick quarter of the field, ${paceRankCited(car, at)}.`
        : undefined,
      whole,
    ],
    asked: [own(`${at}.targetMs`), own(`${at}.repeatGainMs`)],
    suggestions: ['What is my card for the next race?', 'Whose onboard do I watch there?'],
  }
}
