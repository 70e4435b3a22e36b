import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import { countCited, lapsCited, sectionCited, targetLapFacts } from './cited-names.ts'
import { exact, fact, listed, short } from './say.ts'
import { sectionGaps } from './section-gaps.ts'

/** More laps than this are counted, not listed. */
const lapsListed = 7
/** The weak section is the same one on this share of the laps, or it wanders below the other. */
const sameShare = 0.6
const wanderingShare = 0.45

/**
 * The section to work on: the biggest part; where nothing is off, that in which the own best quarter is
 * furthest from the own pace; else that with the smallest margin.
 */
export function sectionToWorkOn({ pattern }: CoachedCar): SectionId | undefined {
  const [first] = pattern.opportunities
  if (first !== undefined) return first
  const gainOf = (section: SectionId) => pattern.sections[section]?.repeatGainMs ?? 0
  const [most] = sectionIds
    .filter((section) => gainOf(section) > 0)
    .toSorted((a, b) => gainOf(b) - gainOf(a))
  return most ?? sectionGaps(pattern)[0]?.section
}

/** What the car did on some laps and not on all (D14), where there is something to work on. */
export function repeatSentences(car: CoachedCar): readonly Observation[] {
  const section = sectionToWorkOn(car)
  if (section === undefined) return []
  const { own, pattern } = car
  const { paceGapMs, repeatGainMs, targetLaps } = pattern.sections[section] ?? {}
  const laps = targetLapFacts(car, section)
  if (targetLaps === undefined || targetLaps.length === 0) return []
  const at = `sections.${section}`
  const where = sectionCited(car, section)
  if (repeatGainMs === null || repeatGainMs === undefined)
    return [
      {
        worth: 82,
        sentence: fact`Your quickest laps in ${where} are one stretch, ${lapsCited(laps)}, so no habit yet.`,
      },
    ]
  const which = laps.length > lapsListed ? '' : [' (', lapsCited(laps), ')']
  const gain = short(own(`${at}.repeatGainMs`))
  const of = countCited(own(`${at}.paceN`), 'green lap')
  const beyond = reachInWords[reachOf(paceGapMs ?? undefined, repeatGainMs)]
  return [
    {
      worth: 85,
      sentence: fact`In ${where} you were ${gain} or more better than your normal on ${exact(own(`${at}.targetN`))} of ${of}, the track taken out${which}${beyond}.`,
    },
  ]
}

const reachInWords = {
  all: '; on those you drove the quick quarter there, or better',
  some: '',
  little: '; there is more to learn there than to repeat',
} as const

/** How far the own best quarter reaches towards the quick quarter. */
export function reachOf(
  paceGapMs: number | undefined,
  repeatGainMs: number | undefined,
): 'all' | 'some' | 'little' {
  if (paceGapMs === undefined || paceGapMs <= 0 || repeatGainMs === undefined) return 'some'
  if (repeatGainMs >= paceGapMs) return 'all'
  return repeatGainMs < paceGapMs / 3 ? 'little' : 'some'
}

/** Whether the weak section is the same lap after lap (D13). */
export function sameSectionSentences(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  if (pattern.opportunities.length === 0) return []
  const lapsOf = (section: SectionId) => pattern.sections[section]?.worstOnLaps ?? 0
  const worst = sectionIds
    .filter((section) => lapsOf(section) > 0)
    .toSorted((a, b) => lapsOf(b) - lapsOf(a))
  const [most, ...others] = worst
  if (most === undefined) return []
  const laps = (section: SectionId) => own(`sections.${section}.worstOnLaps`)
  const all = worst.reduce((sum, section) => sum + lapsOf(section), 0)
  if (others.length === 0)
    return [
      {
        worth: 70,
        sentence: fact`${sectionCited(car, most)} was the furthest off on every one of ${countCited(laps(most), 'lap')}.`,
      },
    ]
  const parts = [
    [sectionCited(car, most), ' was the furthest off on ', countCited(laps(most), 'lap')],
    ...others.map((section) => [sectionCited(car, section), ' on ', exact(laps(section))]),
  ]
  if (most !== pattern.opportunities[0])
    return [{ worth: 61, sentence: fact`Lap by lap another place leads: ${listed(parts)}.` }]
  const share = lapsOf(most) / all
  if (share >= sameShare)
    return [{ worth: 66, sentence: fact`Mostly the same place: ${listed(parts)}.` }]
  if (share < wanderingShare)
    return [{ worth: 63, sentence: fact`The weak place wanders: ${listed(parts)}.` }]
  return [{ worth: 52, sentence: fact`Lap by lap, ${listed(parts)}.` }]
}
