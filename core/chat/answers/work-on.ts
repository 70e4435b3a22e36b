import type { CoachedCar } from '#core/composer/coached-car.ts'
import { actions, beginWith, sectionToWatch, watchIn } from '#core/composer/coaching-actions.ts'
import { repeatSentences, sectionToWorkOn } from '#core/composer/coaching-repeat.ts'
import { summary } from '#core/composer/coaching-summary.ts'
import { whereSentences } from '#core/composer/coaching-where.ts'
import {
  countCited,
  lapsCited,
  offOrAhead,
  paceRankCited,
  sectionCited,
  sectionWithCorners,
  targetLapFacts,
} from '#core/composer/cited-names.ts'
import { action, exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { fewLapsSummary } from '#core/composer/coaching-few-laps.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { isSubSection, placeNamed, sectionOf } from './named-in.ts'
import { over, withoutPace } from './where-time.ts'

/** What to work on first: the section, why that one, whose onboard, which own laps. */
export function workOn({ car }: CarQuestion): Written {
  const section = sectionToWorkOn(car)
  if (section === undefined) {
    const few = withoutPace(car)
    const [begin] = beginWith(car)
    return begin === undefined ? few : { ...few, sentences: [begin, ...few.sentences] }
  }
  const [biggest] = whereSentences(car)
  const gap = car.own(`sections.${section}.paceGapMs`)
  return {
    sentences: [
      action`Work on ${sectionWithCorners(car, section)} first.`,
      biggest?.sentence,
      ...actions(car).slice(0, 2),
      over(car, section),
    ],
    asked: [gap, car.own(`sections.${section}.paceRank`)],
    also: [car.own(`sections.${section}.repeatGainMs`)],
    suggestions: [
      'What is my card for the next race?',
      'Is it always the same section?',
      'What am I good at?',
    ],
  }
}

/** What driving every lap like the own best quarter would bring (D14). */
export function repeat({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  if (place !== undefined) return repeatIn(car, sectionOf(place), isSubSection(place))
  if (sectionToWorkOn(car) === undefined) return withoutPace(car)
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

/** Whose onboard to watch: the nearest quicker car in the section that was named, or in that to work on. */
export function onboard({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask) ?? undefined
  const named = place && sectionOf(place)
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
  const at = `sections.${section}.watch`
  return {
    sentences: [
      ...watched,
      fact`That lap's time there was ${exact(car.own(`${at}.drivenMs`))}; its car's pace there is ${exact(car.own(`${at}.paceRank`))}, your pace ${exact(car.own(`sections.${section}.paceRank`))} of ${exact(car.own(`sections.${section}.paceOf`))}.`,
      note`It is the nearest quicker car there: near enough to see what differs.`,
    ],
    asked: [car.own(`${at}.car`), car.own(`${at}.lap`)],
    suggestions: next,
  }
}

/** One line that can be said over the radio. */
export function radioLine({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  const section = place === undefined ? sectionToWorkOn(car) : sectionOf(place)
  const figures = section && car.pattern.sections[section]
  const next = ['What should I work on first?', 'How was my race?']
  if (section === undefined || typeof figures?.paceGapMs !== 'number') {
    const best =
      car.pattern.bestLap === null
        ? note`Too few green laps to say anything useful over the radio.`
        : fact`Best lap ${exact(car.own('bestLap.lapTimeMs'))} on ${exact(car.own('bestLap.lap'))}; too few green laps for more.`
    return { sentences: [best], suggestions: next }
  }
  const laps = targetLapFacts(car, section, 2)
  const how: Piece = laps.length === 0 ? '' : [', drive it as on ', lapsCited(laps)]
  return {
    sentences: [
      action`${sectionCited(car, section)}: ${offOrAhead(car.own(`sections.${section}.paceGapMs`))} the quick quarter${how}.`,
    ],
    asked: [car.own(`sections.${section}.paceGapMs`)],
    suggestions: next,
  }
}

/** The four lines of a car's race, and what they rest on. */
export function carSummary({ car }: CarQuestion): Written {
  const { own, pattern } = car
  if (!pattern.hasEnoughLaps) {
    const [result, few] = fewLapsSummary(car)
    return {
      sentences: [
        result,
        few,
        pattern.bestLap === null
          ? undefined
          : fact`Your best lap was ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}.`,
      ],
      asked: [own('positionOnRoad')],
      suggestions: ["Which laps don't count?", 'What happened in my race?'],
    }
  }
  const gap: Piece =
    typeof pattern.lap.paceGapMs === 'number'
      ? [', pace ', offOrAhead(own('lap.paceGapMs')), ' the quick quarter']
      : ''
  return {
    sentences: [
      ...summary(car),
      pattern.bestLap === null
        ? undefined
        : fact`Best lap ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}${gap}, over ${countCited(own('cleanLaps'), 'green lap')}.`,
    ],
    asked: [pattern.position === null ? own('positionOnRoad') : own('position')],
    suggestions: [
      'Where do I lose time?',
      'What am I good at?',
      'What is my card for the next race?',
    ],
  }
}
