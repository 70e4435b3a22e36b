import { countCited, sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { noGreenLaps } from '../laps/lap-figures.ts'
import { measured, measureNamed } from './measures.ts'
import { isSubSection, placeNamed } from '../named-in.ts'
import { cleanTimeFacts } from './section-figures.ts'

/** Shares of a spread of fewer laps say nothing. */
const fewestForShares = 8

/** Which section makes the spread of the lap (D20). */
export function varies(car: CoachedCar): Sentence | undefined {
  if (car.pattern.cleanLaps < fewestForShares) return undefined
  const shares = sectionIds.filter(
    (section) => typeof car.pattern.sections[section]?.shareOfSpread === 'number',
  )
  const shareOf = (section: (typeof sectionIds)[number]) =>
    car.pattern.sections[section]?.shareOfSpread ?? 0
  const [most, ...others] = shares.toSorted((a, b) => shareOf(b) - shareOf(a))
  if (most === undefined) return undefined
  const share = (section: (typeof sectionIds)[number]): Piece =>
    exact(car.own(`sections.${section}.shareOfSpread`))
  const rest = others.map((section): Piece => [sectionCited(car, section), ' ', share(section)])
  return fact`${sectionWithCorners(car, most)} makes the largest part of your spread, ${share(most)}${rest.length === 0 ? '' : ['; ', listed(rest)]}, the track taken out.`
}

/** The spread of green laps (IQR, as driven), and the section that makes it. */
export function spread(question: CarQuestion): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  const of = place ?? 'lap'
  const times = cleanTimeFacts(car, of)
  if (times.length < 2) return noGreenLaps(car)
  const named = measureNamed(ask.part.text)
  if (named !== undefined) return measured(question, named, times)
  const label = `Car ${car.pattern.car}, ${of === 'lap' ? 'green laps' : `green laps in ${of}`}`
  const iqr = computedFact('spread', times, 'gap', `${label}: spread (IQR)`)
  const range = computedFact('range', times, 'gap', `${label}: slowest less quickest`)
  const n = computedFact('count', times, 'count', `${label}: how many`)
  const where: Piece = place === undefined ? '' : [' in ', sectionCited(car, place)]
  const std =
    of === 'lap'
      ? car.own('clean.stdMs')
      : isSubSection(of)
        ? undefined
        : car.own(`sections.${of}.stdMs`)
  const stdSaid: Piece =
    std === undefined || std.value === null ? '' : ['; the standard deviation is ', exact(std)]
  const isWhich =
    /\b(?:which|what) (?:of (?:the|my) )?(?:least \w+ )?(?:sections?|sectors?|part|bit|corner)/i.test(
      ask.part.text,
    )
  return {
    sentences: [
      isWhich ? varies(car) : undefined,
      fact`The spread of your green laps${where} is ${exact(iqr)}: the middle half of ${countCited(n, 'lap')} lies within that, as driven.`,
      fact`From the quickest to the slowest it is ${exact(range)}${stdSaid}.`,
      isWhich ? undefined : varies(car),
      /kurtosis|skew|autocorrel|entropy|z-?score/i.test(ask.part.text)
        ? note`That measure is not computed here; these are the ones of the spread that are.`
        : undefined,
    ],
    computed: [iqr, range, n],
    asked: [iqr],
    suggestions: [
      'How consistent am I?',
      'What were my worst laps?',
      'What should I work on first?',
    ],
  }
}
