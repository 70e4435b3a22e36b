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
  if (place !== undefined) return repeatIn(car, sectionOf(place), isSubSection(place))
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
      told?.sentence ??
        note`Too few green laps for a best quarter of your own: it takes nine in a section.`,
      parts.length > 1
        ? fact`Driving every lap there like your own best quarter would bring: ${listed(parts)}.`
        : undefined,
      ofLap(car),
    ],
    asked: gains.map((section) => car.own(`sections.${section}.repeatGainMs`)),
    suggestions: [
      'What is my card for the next race?',
      'How consistent am I?',
      'Where do I lose time?',
    ],
  }
}

function ofLap({ own, pattern }: CoachedCar): Sentence | undefined {
  if (typeof pattern.lap.repeatGainMs !== 'number') return undefined
  return fact`Over the whole lap your best quarter is ${short(own('lap.repeatGainMs'))} or more better than your normal, on ${exact(own('lap.targetN'))} of ${countCited(own('lap.paceN'), 'green lap')}; sections do not add up to it.`
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
