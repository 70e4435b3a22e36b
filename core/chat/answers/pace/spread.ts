import { countCited, sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { andOthers, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { noGreenLaps } from '../laps/lap-figures.ts'
import { spreadOfQuickest } from '../laps/quickest-laps.ts'
import { measured, measureNamed } from './measures.ts'
import { isSubSection, placeNamed } from '../named-in.ts'
import { cleanTimeFacts } from './section-figures.ts'
import { amongRanked, asksYesNo, turned, type Verdict } from '../yes-no.ts'

const next = ['How consistent am I?', 'What were my worst laps?', 'What should I work on first?']

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
  return fact`${sectionWithCorners(car, most)} makes the largest part of your spread, ${share(most)}${andOthers(rest)}, the track taken out.`
}

const ofSteadiest =
  /\b(?:most|best|more)\b.*\b(?:consistent|regular|steady|even|repeatable|stable|reliable)\b|\b(?:least|smallest|lowest|narrowest|tightest)\b.*\b(?:spread|vari\w+|vary|scatter\w*|erratic|deviation)\b|\bsteadiest\b/i

/** The sections by their standard deviation: the steadiest first, else the least steady one. */
function deviations(car: CoachedCar, isSteadiestFirst: boolean) {
  const sign = isSteadiestFirst ? 1 : -1
  const values = sectionIds
    .filter((section) => typeof car.pattern.sections[section]?.stdMs === 'number')
    .map((section) => ({ section, std: car.own(`sections.${section}.stdMs`) }))
    .toSorted((a, b) => sign * (Number(a.std.value) - Number(b.std.value)))
  const [first, ...others] = values
  if (first === undefined) return undefined
  const rest = others.map(({ section, std }): Piece => [
    sectionCited(car, section),
    ' ',
    exact(std),
  ])
  const tail = andOthers(rest)
  return {
    asked: values.map(({ std }) => std),
    sentence: fact`${isSteadiestFirst ? 'You were steadiest in ' : 'The standard deviation is the largest in '}${sectionWithCorners(car, first.section)}${isSteadiestFirst ? ', with a standard deviation of ' : ': '}${exact(first.std)}${tail}, as driven.`,
  }
}

function notComputed(text: string): Sentence | undefined {
  if (!/kurtosis|skew|autocorrel|entropy|z-?score/i.test(text)) return undefined
  return note`That measure is not computed here; these are the ones of the spread that are.`
}

/** "Is my spread big?" */
function isSmall(text: string, { pattern }: CoachedCar): Verdict | undefined {
  const small = amongRanked(pattern.steadyRank, pattern.steadyOf)
  return /\b(?:(?:big|large|wid|high|bad)\w*|worse|more|a lot|much)\b/i.test(text)
    ? turned(small)
    : small
}

/** The spread has no rank; steadiness, half of it with the track taken out, has (D17). */
function ranked({ own }: CoachedCar): Sentence {
  return fact`With the track taken out half of your laps lie within ±${short(own('steadyMs'))}, ${exact(own('steadyRank'))} of ${exact(own('steadyOf'))} for steadiness.`
}

/** "Is section 1 the one that varies most?" */
function isMostVaried({ pattern }: CoachedCar, place: string): boolean | undefined {
  const shareOf = (section: string) =>
    sectionIds.flatMap((id) =>
      id === section ? (pattern.sections[id]?.shareOfSpread ?? 0) : [],
    )[0]
  const own = shareOf(place)
  return own === undefined ? undefined : sectionIds.every((id) => (shareOf(id) ?? 0) <= own)
}

function deviationBeside({ own }: CoachedCar, of: SectionId | SubSectionId | 'lap'): Piece {
  if (of !== 'lap' && isSubSection(of)) return ''
  const std = own(of === 'lap' ? 'clean.stdMs' : `sections.${of}.stdMs`)
  return std.value === null ? '' : ['; the standard deviation is ', exact(std)]
}

/** The spread of green laps (IQR, as driven), and the section that makes it. */
export function spread(question: CarQuestion): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  const of = place ?? 'lap'
  const times = cleanTimeFacts(car, of)
  if (times.length < 2) return noGreenLaps(car)
  const quickest = spreadOfQuickest(question)
  if (quickest !== undefined) return quickest
  const named = measureNamed(ask.part.text)
  if (named !== undefined) return measured(question, named, times)
  const label = `Car ${car.pattern.car}, ${of === 'lap' ? 'green laps' : `green laps in ${of}`}`
  const iqr = computedFact('spread', times, 'gap', `${label}: spread (IQR)`)
  const range = computedFact('range', times, 'gap', `${label}: slowest less quickest`)
  const n = computedFact('count', times, 'count', `${label}: how many`)
  const where: Piece = place === undefined ? '' : [' in ', sectionCited(car, place)]
  const stdSaid = deviationBeside(car, of)
  const isWhich =
    /\b(?:which|what|where|in what)\b.*\b(?:sections?|sectors?|part|bit|corner)\b|^(?:and |so )*where\b/i.test(
      ask.part.text,
    )
  const isOfSteadiest = ofSteadiest.test(ask.part.text)
  const steadiest = isWhich ? deviations(car, isOfSteadiest) : undefined
  const isRanked = of === 'lap' && asksYesNo(ask.part.text) && car.pattern.steadyMs !== null
  const isOfMost = place !== undefined && /\b(?:most|least|biggest|largest)\b/i.test(ask.part.text)
  return {
    verdict: isOfMost
      ? isMostVaried(car, place)
      : isRanked
        ? isSmall(ask.part.text, car)
        : undefined,
    sentences: [
      isOfMost ? varies(car) : undefined,
      isRanked ? ranked(car) : undefined,
      ...(isWhich
        ? isOfSteadiest
          ? [steadiest?.sentence]
          : [varies(car), steadiest?.sentence]
        : []),
      isWhich
        ? undefined
        : fact`The spread of your green laps${where} is ${exact(iqr)}: the middle half of ${countCited(n, 'lap')} lies within that, as driven.`,
      isWhich ? undefined : fact`From the quickest to the slowest it is ${exact(range)}${stdSaid}.`,
      isWhich || isRanked || isOfMost ? undefined : varies(car),
      notComputed(ask.part.text),
    ],
    computed: [iqr, range, n],
    asked: steadiest?.asked ?? [iqr],
    suggestions: next,
  }
}
