import type { Lap } from './lap.ts'
import { sectionIds, subSectionIds, type SectionId, type SubSectionId } from './quantity.ts'

/** Sections that are timed together: one, or two where the loop between them failed. */
export type LayoutPart = readonly SectionId[]

/** What a race's laps can be compared by. */
export type Layout = {
  /** Three parts, or two where a loop failed: [s1, s2] and [s3], or [s1] and [s2, s3]. */
  readonly parts: readonly LayoutPart[]
  readonly subSections: readonly SubSectionId[]
}

const threeParts: readonly LayoutPart[] = sectionIds.map((section) => [section])
const firstTwoTogether: readonly LayoutPart[] = [['s1', 's2'], ['s3']]
const lastTwoTogether: readonly LayoutPart[] = [['s1'], ['s2', 's3']]

const shareOfAFailedLoop = 0.05
const shareOfATimedSubSection = 0.5

/**
 * The layout of a race. A loop that missed one lap in twenty has failed: the two sections it parts
 * are then one, timed on every lap from the loops around it. (At Road America in 2025 it missed 12 %
 * of the first race, among them the fastest lap, and 2 % of the second.) Laps that lack all three
 * sections speak for no layout: nothing brings them back. A sub-section is timed where at least half
 * of the laps have it.
 */
export function layoutOf(laps: readonly Lap[]): Layout {
  const share = (test: (lap: Lap) => boolean) => laps.filter(test).length / laps.length
  const firstLoop = share((lap) => hasOnly('s3', lap))
  const secondLoop = share((lap) => hasOnly('s1', lap))
  const subSections = subSectionIds.filter(
    (id) => share(({ timeMs }) => timeMs[id] !== undefined) >= shareOfATimedSubSection,
  )
  if (Math.max(firstLoop, secondLoop) < shareOfAFailedLoop || laps.length === 0)
    return { parts: threeParts, subSections }
  return { parts: firstLoop >= secondLoop ? firstTwoTogether : lastTwoTogether, subSections }
}

/** The time of a part: of sections together what the lap leaves when the remaining one is taken off. */
export function partMs({ timeMs }: Pick<Lap, 'timeMs'>, part: LayoutPart): number | undefined {
  const [only, second] = part
  if (only !== undefined && second === undefined) return timeMs[only]
  const rest = sectionIds.filter((section) => !part.includes(section))
  return rest.reduce<number | undefined>((ms, section) => {
    const restMs = timeMs[section]
    return ms === undefined || restMs === undefined ? undefined : ms - restMs
  }, timeMs.lap)
}

/** The loop between two sections missed the car: the outer section is there, its two neighbours are not. */
function hasOnly(section: SectionId, { timeMs }: Lap): boolean {
  return sectionIds.every((id) => (timeMs[id] !== undefined) === (id === section))
}
