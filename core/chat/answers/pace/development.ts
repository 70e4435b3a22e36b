import { countCited, sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { andOthers, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { type SectionId, sectionIds, type SubSectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { answering } from '../yes-no.ts'
import { quickerOrSlower } from '../counted-words.ts'
import { compareParts } from './compared-parts.ts'

const asDriven =
  /\bols\b|least squares|regression|lap ?times? (?:vs|versus|against|on|over)|as driven|uncorrected|raw/i

const next = [
  'First half against second half?',
  'Did I have a good run of laps?',
  'How consistent am I?',
]

/** Faster or slower through the race, against the field (D16); the plain slope of D7 beside. */
export function trend({ ask, car }: CarQuestion): Written {
  const { own, pattern } = car
  const { text } = ask.part
  const isDriven = asDriven.test(text)
  const slope = /slope|theil|\bsen\b|sen's|per lap|a lap|how much/i.test(text)
    ? slopeSentence(car)
    : undefined
  const plain = plainSlope(car)
  if (pattern.trend === null)
    return {
      outcome: plain === undefined ? 'not-in-data' : 'answered',
      sentences: [
        note`You have ${countCited(own('cleanLaps'), 'green lap')}: too few for a trend against the field, it takes eight.`,
        plain,
      ],
      also: [own('cleanLaps')],
      suggestions: ["Which laps don't count?", 'What was my best lap?'],
    }
  const there =
    ask.part.scope.section === undefined ? undefined : halvesIn(car, ask.part.scope.section)
  const bySection =
    there === undefined && asksWhichSection.test(text) ? halvesBySection(car, text) : undefined
  if (there !== undefined) return inPlace(car, there, text)
  return {
    sentences: [
      bySection?.sentence,
      isDriven ? plainSlope(car, true) : undefined,
      answering(text, trendIs(text, pattern.trend.verdict), slope ?? trendSentence(car)),
      ...(bySection === undefined ? [fieldSentence(car), isDriven ? undefined : plain] : []),
      /\b(?:why|cause\w*|because|reason|tyres?|tires?|fuel)\b/i.test(text)
        ? note`A trend is no cause: tyres, traffic and the driver all move it.`
        : undefined,
    ],
    computed: bySection?.computed ?? [],
    asked: [
      ...(bySection?.asked ?? []),
      ...(isDriven ? [own('clean.slopeMsPerLap')] : []),
      own('trend.slopeMsPerLap'),
      own('trend.verdict'),
    ],
    also: [own('trend.n'), own('trend.lowMs'), own('trend.highMs')],
    suggestions: next,
  }
}

/** "Did I get better in section 3?": the later laps there against the earlier ones; the trend is of whole laps. */
function inPlace(
  { own, pattern }: CoachedCar,
  { sentence, gap, computed, asked }: NonNullable<ReturnType<typeof halvesIn>>,
  text: string,
): Written {
  const ms = Number(gap.value)
  const verdict = pattern.trend?.verdict
  const way = Math.abs(ms) < hardlyMs ? 'steady' : ms < 0 ? 'improving' : 'fading'
  return {
    sentences: [
      answering(text, trendIs(text, way), sentence),
      verdict === undefined
        ? undefined
        : fact`Whether that is beyond chance is not computed for one section; over the whole lap ${verdict === 'steady' ? 'there is no trend beyond chance' : ['you ', verdict === 'improving' ? 'gained ' : 'lost ', short(own('trend.slopeMsPerLap')), ' against the field, beyond chance']}.`,
    ],
    computed,
    asked,
    also: [own('trend.verdict')],
    suggestions: next,
  }
}

/** Below this nobody got better or worse. */
const hardlyMs = 10

const asksWhichSection =
  /\b(?:which|what|where|in what)\b.*\b(?:sections?|sectors?|part of the (?:lap|track)|bit)\b|\beach (?:section|sector)\b|\bby (?:section|sector)\b/i

/** The later half against the earlier one in each section: what was asked for first. */
function halvesBySection(car: CoachedCar, text: string) {
  const isOfGain = /\b(?:better|quicker|faster|improv\w*|gain\w*)\b/i.test(text)
  const sign = isOfGain ? 1 : -1
  const told = sectionIds
    .flatMap((section) => {
      const halves = halvesIn(car, section)
      return halves === undefined ? [] : [{ section, ...halves }]
    })
    .toSorted((a, b) => sign * (Number(a.gap.value) - Number(b.gap.value)))
  const [first, ...others] = told
  if (first === undefined) return undefined
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    quickerOrSlower(gap),
  ])
  const tail = andOthers(rest)
  const isSo = sign * Number(first.gap.value) < 0
  const none = isSo ? '' : `In no section were you ${isOfGain ? 'quicker' : 'slower'} later on: `
  return {
    computed: told.flatMap((one) => one.computed),
    asked: told.map(({ gap }) => gap),
    sentence: fact`${none}${sectionWithCorners(car, first.section)} was ${quickerOrSlower(first.gap)} on the later half of your green laps than on the earlier one${tail}, the track taken out.`,
  }
}

/** The later half of the green laps against the earlier one, in a section. */
function halvesIn(car: CoachedCar, place: SectionId | SubSectionId) {
  const laps = Object.values(car.pattern.laps).filter(
    ({ correctedMs }) => correctedMs[place] !== undefined,
  )
  const half = Math.floor(laps.length / 2)
  return compareParts(car, laps.slice(0, half), laps.slice(half), place)
}

/** Whether the trend is the one that the words ask about. */
function trendIs(text: string, verdict: 'improving' | 'fading' | 'steady'): boolean | undefined {
  if (/\b(?:held|hold|keep|kept|steady|level|maintain\w*)\b/i.test(text))
    return verdict === 'steady'
  if (/\b(?:fad\w*|drop\w*|fall\w*|fell|slow\w*|worse|los[te]\w*|tail\w*)\b/i.test(text))
    return verdict === 'fading'
  return /\b(?:improv\w*|quicker|faster|better|gain\w*|pick\w* up|found|find\w*|learn\w*)\b/i.test(
    text,
  )
    ? verdict === 'improving'
    : undefined
}

function trendSentence({ own, pattern }: CoachedCar): Sentence {
  const slope = short(own('trend.slopeMsPerLap'))
  const laps = countCited(own('trend.n'), 'green lap')
  switch (pattern.trend?.verdict ?? 'steady') {
    case 'improving':
      return fact`You gained ${slope} on the field over ${laps}, beyond chance.`
    case 'fading':
      return fact`You lost ${slope} to the field over ${laps}, beyond chance.`
    case 'steady':
      return fact`You held your pace against the field: no trend beyond chance over ${laps}; anything from ${towards(own('trend.lowMs'))} to ${towards(own('trend.highMs'))} fits your laps.`
  }
}

/** "0.02 s a lap gained", "0.04 s a lap lost" */
function towards(slope: Fact): Piece {
  const ms = Number(slope.value)
  return [exact(slope), ms < 0 ? ' gained' : ' lost']
}

export function fieldSentence(car: CoachedCar): Sentence | undefined {
  const change = car.weather.field[car.key]?.trackChange
  if (!change) return undefined
  const at = `field.${car.key}.trackChange`
  return fact`The field itself was slowest on ${exact(car.day(`${at}.slowestLap`))} and quickest on ${exact(car.day(`${at}.quickestLap`))}, ${short(car.day(`${at}.rangeMs`))} apart.`
}

/** Theil and Sen's slope by its number, where it was asked for; a verdict alone does not tell it. */
function slopeSentence({ own, pattern }: CoachedCar): Sentence | undefined {
  if (pattern.trend?.verdict !== 'steady') return undefined
  return fact`The slope against the field is ${towards(own('trend.slopeMsPerLap'))}, no trend beyond chance over ${countCited(own('trend.n'), 'green lap')}; anything from ${towards(own('trend.lowMs'))} to ${towards(own('trend.highMs'))} fits your laps.`
}

function plainSlope({ own, pattern }: CoachedCar, isNamed = false): Sentence | undefined {
  const ms = pattern.clean.slopeMsPerLap
  if (ms === null) return undefined
  if (isNamed)
    return fact`As driven, the track and all, the slope of your lap times is ${towards(own('clean.slopeMsPerLap'))}, over ${countCited(own('clean.n'), 'green lap')}.`
  if (Math.abs(ms) < 0.5) return note`As driven, the track and all, your laps stayed level.`
  return note`As driven, the track and all, your laps became ${exact(own('clean.slopeMsPerLap'))} ${ms < 0 ? 'quicker' : 'slower'}.`
}
