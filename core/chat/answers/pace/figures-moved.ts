import { countCited, raceCited, sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Ask } from '../../draft.ts'
import type { Written } from '../car-answer.ts'
import { gapBetween } from '../counted-words.ts'
import { isSubSection, placeNamed } from '../named-in.ts'

type Moving = { readonly field: string; readonly name: string; readonly n?: string }

/** Figures of a car's laps that are asked of one race beside the other. */
const ofLaps: Readonly<Record<string, Moving>> = {
  best: { field: 'bestLap.lapTimeMs', name: 'best lap' },
  median: { field: 'clean.medianMs', name: 'median lap', n: 'clean.n' },
  mean: { field: 'clean.meanMs', name: 'mean lap', n: 'clean.n' },
  std: { field: 'clean.stdMs', name: 'standard deviation', n: 'clean.n' },
  ideal: { field: 'idealLapMs', name: 'ideal lap' },
}
const ofSection: Readonly<Record<string, Omit<Moving, 'n'>>> = {
  best: { field: 'own.bestMs', name: 'best time' },
  median: { field: 'medianMs', name: 'median' },
  mean: { field: 'meanMs', name: 'mean' },
  std: { field: 'stdMs', name: 'standard deviation' },
}

/** "My median compared to race 1": that figure of both races, where one was named. */
export function figureMoved(ask: Ask, first: CoachedCar, second: CoachedCar): Written | undefined {
  const { figure = '' } = ask.part
  const place = placeNamed(ask)
  if (place !== undefined && isSubSection(place)) return undefined
  const isBest = /\b(?:best|fastest|quickest)\b.*\blaps?\b|\bpb\b/i.test(ask.part.text)
  if (place !== undefined) {
    const moving = ofSection[figure]
    const field = moving && `sections.${place}.${moving.field}`
    if (field === undefined || !isThere(first, field) || !isThere(second, field)) return undefined
    const name: Piece = [moving?.name ?? '', ' in ', sectionCited(second, place)]
    return moved(ask.part.text, { name, field }, first, second)
  }
  const moving = figure === 'best' && !isBest ? undefined : ofLaps[figure]
  return moving && moved(ask.part.text, moving, first, second)
}

function isThere({ own }: CoachedCar, field: string): boolean {
  return own(field).value !== null
}

/** By how much the best lap moved, the day included. */
export function ofBestLaps(text: string, first: CoachedCar, second: CoachedCar): Written {
  if ([first, second].some(({ pattern }) => pattern.bestLap === null))
    return {
      outcome: 'not-in-data',
      sentences: [note`There is no best lap in both races to compare.`],
    }
  return moved(text, { field: 'bestLap.lapTimeMs', name: 'best lap' }, first, second)
}

function moved(
  text: string,
  { field, name, n }: { readonly field: string; readonly name: Piece; readonly n?: string },
  first: CoachedCar,
  second: CoachedCar,
): Written {
  const [before, after] = [first.own(field), second.own(field)]
  if (before.value === null || after.value === null)
    return {
      outcome: 'not-in-data',
      sentences: [note`There are too few green laps in one of the races for that figure of both.`],
    }
  const label = `Car ${second.pattern.car}, ${field} of the later race less that of the earlier`
  const gap = gapBetween(after, before, label)
  const over = (car: CoachedCar): Piece =>
    n === undefined ? '' : [' over ', countCited(car.own(n), 'green lap')]
  const told: Piece = [
    [exact(after), ' in ', raceCited(second.race.raceId), over(second)],
    ' against ',
    [exact(before), ' in ', raceCited(first.race.raceId), over(first)],
  ]
  const isEqual = Number(gap.value) === 0
  return {
    verdict: isSo(text, gap),
    sentences: [
      isEqual
        ? fact`Your ${name} was the same in both races: ${exact(before)}.`
        : fact`Your ${name} was ${exact(gap)} ${wayOf(field, gap)}: ${told}; that is the day and you together.`,
    ],
    computed: [gap],
    asked: [gap, after, before],
  }
}

function wayOf(field: string, gap: Fact): string {
  const isLess = Number(gap.value) < 0
  if (field.endsWith('stdMs')) return isLess ? 'smaller' : 'larger'
  return isLess ? 'quicker' : 'slower'
}

/** "Did I beat my race 1 best?", "was my median slower?" */
function isSo(text: string, gap: Fact): boolean | undefined {
  const words =
    /\b(?:(?<better>beat\w*|better|quicker|faster|improv\w*|under|smaller)|(?<worse>slower|worse|larger|drop\w*))\b/i
  const found = words.exec(text)?.groups
  if (found === undefined) return undefined
  const [subject = text] = text.split(/\bthan\b/i)
  const isEarlier =
    /\bthan\b/i.test(text) && /\b(?:race (?:1|one)|r1|first|saturday|yesterday)\b/i.test(subject)
  return (Number(gap.value) < 0 !== isEarlier) === (found['worse'] === undefined)
}
